import { formatEndState } from './formatReason.ts';
import type { NotAdmitting, ReportReason, RulePlace, VerdictReport } from './VerdictReport.ts';

/** How many reasons of one kind an end shows at most. */
const shownReasons = 4;

/**
 * A verdict and its reasons for the terminal: the verdict, what is to blame for it, then both ends. `asked`: what the one
 * who asked calls the ends, since the id of an external endpoint may be far from the address that was meant.
 */
export function formatVerdict(
  report: VerdictReport,
  asked: { readonly from: string; readonly to: string } = report,
): string {
  const { protocol, port, verdict, pods, egress, ingress } = report;
  const from = nameEnd(report.from, asked.from);
  const to = nameEnd(report.to, asked.to);
  const some = pods === 'some' ? ' for some of their pods only' : '';
  const lines = [
    `${from} → ${to} ${protocol}/${port}${formatReplicas(report)}: ${verdict}${some}`,
    ...formatCause(report),
    ...formatEnd(report, egress, nameEnd(egress.endpoint, asked.from)),
    ...formatEnd(report, ingress, nameEnd(ingress.endpoint, asked.to)),
    ...formatServicePort(report),
  ];
  return `${lines.join('\n')}\n`;
}

/** A workload and itself: a pod always reaches itself, and this is about another one. */
const formatReplicas = ({ from, to, egress }: VerdictReport): string =>
  from === to && egress.state !== 'self' ? ' (two of its pods)' : '';

const nameEnd = (id: string, asked: string): string =>
  id.startsWith('external:') && id !== asked ? `${asked} (in ${id})` : id;

const formatPlace = ({ file, line }: { readonly file: string | null; readonly line: number | null }): string =>
  file === null ? '' : ` (${file}:${line})`;

/** `api` of `shop/NetworkPolicy/api`: the end says which namespace. */
const nameOf = (policy: string): string => policy.slice(policy.lastIndexOf('/') + 1);

function formatCause({ cause, egress, ingress }: VerdictReport): readonly string[] {
  if (cause === null) return [];
  const guilty = cause.end === 'egress' ? egress : ingress;
  const [fact] = guilty.missing;
  return [
    `  because ${cause.message}${formatPlace(cause)}`,
    ...(guilty.verdict === 'uncertain' && fact !== undefined ? [`  to settle it, ${fact.settledBy}`] : []),
  ];
}

function formatEnd({ cause }: VerdictReport, reason: ReportReason, name: string): readonly string[] {
  const { direction, state, verdict, admittedBy, notAdmittedBy, missing } = reason;
  const title = `${direction} of ${name}`;
  // What is to blame stands above already.
  const others =
    cause?.end === direction
      ? { misses: notAdmittedBy.slice(1), facts: missing.slice(1) }
      : { misses: notAdmittedBy, facts: missing };
  if (state !== 'isolated') return [`  ${title}: ${verdict}, ${formatEndState(reason)}`];
  return [
    `  ${title}: ${verdict}`,
    `    isolated by ${formatIsolation(reason)}`,
    ...cut(admittedBy.map(formatRule), 'rules'),
    ...cut(others.misses.map(formatMiss), 'policies'),
    ...cut(
      others.facts.map(({ message }) => `    unknown: ${message}`),
      'facts',
    ),
  ];
}

/** Policies that appear below, or above as the cause, have their places there. */
function formatIsolation({ isolatedBy, admittedBy, notAdmittedBy }: ReportReason): string {
  const below = new Set([...admittedBy, ...notAdmittedBy].slice(0, shownReasons).map(({ policy }) => policy));
  const shown = isolatedBy.slice(0, shownReasons).map((isolation) => {
    const perhaps = isolation.match === 'maybe' ? 'perhaps ' : '';
    return `${perhaps}${nameOf(isolation.policy)}${below.has(isolation.policy) ? '' : formatPlace(isolation)}`;
  });
  const more = isolatedBy.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function formatRule({ policy, rule, match, peer, portItem, ...place }: RulePlace): string {
  const items = [peer, portItem].flatMap((item) => (item === null ? [] : item.path.slice(rule.length + 1)));
  const perhaps = match === 'maybe' ? 'perhaps ' : '';
  return `    ${perhaps}allowed by ${nameOf(policy)} ${[rule, ...items].join(' ')}${formatPlace(place)}`;
}

function formatMiss({ policy, rule, item, message, because, ...place }: NotAdmitting): string {
  const name = [nameOf(policy), ...(because === 'subject' ? [] : [item ?? rule ?? []].flat())].join(' ');
  return `    not by ${name}: it ${message}${formatPlace(place)}`;
}

const cut = (lines: readonly string[], what: string): readonly string[] =>
  lines.length <= shownReasons
    ? lines
    : [...lines.slice(0, shownReasons - 1), `    and ${lines.length - shownReasons + 1} more ${what} (--format json)`];

function formatServicePort({ servicePort, protocol, cause }: VerdictReport): readonly string[] {
  if (servicePort === null || cause?.message.includes('Service') === true) return [];
  const { service, port, targets } = servicePort;
  return [
    `  note: ${port} is the port of the Service ${service}, and connections arrive at ${protocol} ${targets.join(', ')}`,
  ];
}
