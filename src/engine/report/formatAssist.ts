import type { CompletionDetail } from '../assist/Completion.ts';
import type { Fix } from '../assist/Fix.ts';
import type { FormatRefusal } from '../assist/FormatResult.ts';
import type { Hint, HintCode } from '../assist/Hint.ts';
import type { LensCounts } from '../assist/Lens.ts';
import { describeActual, withArticle } from './formatInvalidPolicy.ts';

type Arguments = Readonly<Record<string, string | number>>;

const text = (args: Arguments, name: string): string => String(args[name] ?? '');

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const hints: Readonly<Record<HintCode, (args: Arguments) => string>> = {
  FIELD_UNKNOWN: (args) =>
    `${text(args, 'field')} is not a field of ${text(args, 'kind')}; it has no effect.` +
    ('suggestion' in args ? ` Was “${text(args, 'suggestion')}” meant?` : ''),
  FIELD_TYPE: (args) => `${text(args, 'field')} must be ${withArticle(args['expected'])}, not ${describeActual(args)}.`,
  VALUE_UNKNOWN: (args) =>
    `${text(args, 'field')} cannot be “${text(args, 'value')}”; it is one of ${text(args, 'expected')}.`,
  SERVICE_PORT: (args) =>
    `No selected pod is known to listen on ${text(args, 'port')}, which is the port of the Service ${text(args, 'service')}. ` +
    `Policies look at the pods’ port: ${text(args, 'target')}.`,
};

/** The sentence for people. */
export const formatHint = ({ code, args }: Pick<Hint, 'code' | 'args'>): string => hints[code](args);

const fixes: Readonly<Record<Fix['code'], (args: Arguments) => string>> = {
  RENAME: (args) => `Rename ${text(args, 'from')} to ${text(args, 'to')}`,
  NUMBER: (args) => `Make ${text(args, 'value')} a number`,
  TEXT: (args) => `Quote ${text(args, 'value')}`,
  REPLACE: (args) => `Replace ${text(args, 'from')} by ${text(args, 'to')}`,
  KIND: (args) => `Make it a ${text(args, 'kind')} of ${text(args, 'apiVersion')}`,
  TARGET_PORT: (args) => `Use the pods’ port ${text(args, 'target')} instead of ${text(args, 'service')}`,
  POLICY_TYPES: (args) => `Write policyTypes out: ${text(args, 'types')}`,
};

/** What the history calls it. */
export const formatFix = ({ code, args }: Pick<Fix, 'code' | 'args'>): string => fixes[code](args);

const refusals: Readonly<Record<FormatRefusal, string>> = {
  BROKEN: 'The document does not parse, so nothing is formatted.',
  TEMPLATE: 'This is a Helm template; it is left as it is.',
  COMMENTS: 'Comments would have to move, so nothing is formatted.',
  UNUSUAL: 'This document is written in a way that cannot be set right line by line, so it is left as it is.',
  TIDY: 'There is nothing to format.',
};

export const formatFormatRefusal = (reason: FormatRefusal): string => refusals[reason];

/** What a policy selects and a rule allows, in one line: `selects 3 pods · allows 5 flows`. */
export const formatLens = ({ workloads, maybe, pods, supposed, flows, effective }: LensCounts): string => {
  if (!effective) return 'without effect: policyTypes does not list this direction';
  const allows = flows === 0 ? 'allows no flow' : `allows ${count(flows, 'flow')}`;
  if (workloads === null) return allows;
  const one = supposed ? 'supposed pod' : 'workload';
  const selected = pods === null ? count(workloads, one) : count(pods, 'pod');
  const perhaps = maybe === 0 ? '' : `, perhaps ${maybe} more`;
  return `selects ${workloads === 0 ? 'nothing' : selected}${perhaps} · ${allows}`;
};

const listNames = (names: readonly string[], limit = 3): string =>
  names.length <= limit ? names.join(', ') : `${names.slice(0, limit).join(', ')} and ${names.length - limit} more`;

/** What stands beside an offered text. */
export const formatCompletionDetail = (detail: CompletionDetail): string => {
  switch (detail.code) {
    case 'type':
      return detail.type === 'any' ? '' : detail.type === 'strings' ? 'labels' : detail.type;
    case 'workloads':
    case 'namespaces':
      return listNames(detail.names);
    case 'port': {
      const services = detail.services.length === 0 ? '' : `, behind ${listNames(detail.services, 2)}`;
      const name = detail.name === null ? '' : ` ${detail.name}`;
      return `${detail.protocol} ${detail.port}${name} of ${listNames(detail.workloads, 2)}${services}`;
    }
    case 'described':
      return detail.described ? 'namespace' : 'namespace, not described';
    case 'apiVersion':
      return detail.apiVersion;
    case 'new':
      return 'new object';
    case 'everything':
      return 'everything';
  }
};
