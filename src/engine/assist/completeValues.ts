import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import type { AssistBase } from './AssistBase.ts';
import type { Completion, CompletionDetail } from './Completion.ts';
import { completeLabelKeys, completeLabelValues } from './completeLabels.ts';
import { completePorts } from './completePorts.ts';
import { findLabelOffers } from './findLabelOffers.ts';
import { findPeerPods, findSelection, findServicePods, findSubjectPods } from './findSelection.ts';
import type { Gap } from './Gap.ts';
import { parentOf } from './Place.ts';
import { readChild, readFieldText } from './readFieldText.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';
import { kindSchemas } from './schema/kindSchemas.ts';

const value = (label: string, detail: CompletionDetail | null = null, insert = label): Completion => ({
  type: 'value',
  label,
  insert,
  detail,
  doc: '',
  goesOn: false,
});

/** Addresses that policies often name; the workspace's own come first. */
const usualRanges = ['0.0.0.0/0', '::/0', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.169.254/32'];

/** What a field can be, where its value stands. */
export const completeValues = (base: AssistBase, gap: Gap, schema: FieldSchema): readonly Completion[] => {
  const { place, schemas, style } = gap;
  const { steps } = place;
  if (schema.values) return schema.values.map((each) => value(each));
  if (schema.type === 'boolean') return [value('true'), value('false')];
  if (schema.type === 'list' && schema.items?.values)
    return schema.items.values.map((each) => value(each, null, `[${each}]`));
  if (schema.type === 'map' && findSelection(base, place, schemas)?.step === steps.length - 1) {
    return [value('{}', { code: 'everything' })];
  }
  const holder = schemas[steps.length - 1];
  const key = steps.at(-1);
  if (holder?.type === 'strings' && key?.type === 'field') {
    const offers = findLabelOffers(base, gap, steps.length - 1);
    return offers === null ? [] : completeLabelValues(offers, key.name, style);
  }
  return completeRole(base, gap, schema);
};

const completeRole = (base: AssistBase, gap: Gap, schema: FieldSchema): readonly Completion[] => {
  const { place, style } = gap;
  const { object, steps } = place;
  const holder = parentOf(place, steps.length - 1);
  if (object === null) return [];
  switch (schema.role) {
    case 'labelKey': {
      const offers = findLabelOffers(base, gap, -1);
      return offers === null ? [] : completeLabelKeys(offers, { present: new Set(), colon: false, style });
    }
    case 'labelValues': {
      const offers = findLabelOffers(base, gap, -1);
      // steps: …, requirement, `values`, item
      const key = readText(readChild(parentOf(place, steps.length - 2), 'key'));
      return offers === null || key === null ? [] : completeLabelValues(offers, key, style);
    }
    case 'namespace':
      return base.cluster.namespaces.map(({ name, described }) => ({
        ...value(name, { code: 'described', described }),
        type: 'namespace',
      }));
    case 'rulePort':
      return completePorts(base.cluster, findDestinations(base, gap), readText(readChild(holder, 'protocol')));
    case 'targetPort':
      return completePorts(base.cluster, findServicePods(base, object), null);
    case 'cidr':
      return [...new Set([...listRanges(base), ...usualRanges])].map((range) => value(range));
    case 'apiVersion':
      return listApiVersions(readFieldText(object, 'kind')).map((each) => value(each));
    case 'kind':
      return kindSchemas.map(({ kind, apiVersions, schema: { doc } }) => ({
        ...value(kind, { code: 'apiVersion', apiVersion: apiVersions[0] ?? '' }),
        doc,
      }));
    default:
      return [];
  }
};

const readText = (node: SourceNode | null): string | null => {
  const resolved = node === null ? null : resolveAlias(node);
  return resolved?.type === 'scalar' && resolved.text !== '' ? resolved.text : null;
};

/** The pods whose ports a rule's `ports` are about. Steps: `spec`, direction, rule, … */
const findDestinations = (base: AssistBase, { place: { object, steps } }: Gap) => {
  const [, direction, rule] = steps;
  if (object === null || direction?.type !== 'field') return [];
  if (direction.name !== 'egress') return findSubjectPods(base, object);
  return findPeerPods(base, object, readChild(rule?.node ?? null, 'to'));
};

const listRanges = ({ tiers }: AssistBase): readonly string[] =>
  tiers
    .flatMap((tier) => tier.policies)
    .flatMap((policy) => policy.rules)
    .flatMap((rule) => rule.peers ?? [])
    .flatMap((peer) => (peer.type === 'addresses' ? [peer.cidr, ...peer.except] : []));

const listApiVersions = (kind: string | null): readonly string[] => {
  const known = kindSchemas.filter((each) => each.kind === kind);
  if (known.length > 0) return known.flatMap(({ apiVersions }) => apiVersions);
  return [...new Set(kindSchemas.flatMap(({ apiVersions }) => apiVersions.slice(0, 1)))];
};
