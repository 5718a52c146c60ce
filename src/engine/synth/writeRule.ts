import type { PlanWarning } from '../edits/EditPlan.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { NeededEnd } from './NeededEnd.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { PortChoice } from './FlowChange.ts';
import type { Way } from './Proposal.ts';
import { toPortItem } from './requestedPorts.ts';
import { toPeerItems, type PeerForm } from './toPeerItems.ts';

/** How a rule names the other end and the ports. */
export interface RuleForm {
  readonly peers: PeerForm;
  readonly ports: 'numbers' | 'named';
}

export const plainForm: RuleForm = { peers: 'exact', ports: 'numbers' };

export interface WrittenRule {
  readonly rule: YamlValue;
  readonly warnings: readonly PlanWarning[];
}

/** A rule for the end, for a policy in `namespace`; null when labels can not name the other ends, or the ports have no names. */
export function writeRule(
  base: PlanningBase,
  needed: NeededEnd,
  namespace: string,
  form: RuleForm,
): WrittenRule | null {
  const peers = toPeerItems(base, needed.others, namespace, form.peers);
  const ports = writePorts(needed, form.ports);
  if (peers === null || ports === null) return null;
  const rule = {
    [needed.direction === 'ingress' ? 'from' : 'to']: peers.items,
    ...(ports.length > 0 && { ports }),
  };
  return { rule, warnings: peers.warnings };
}

/** Items for a rule's `ports`; null when they have no names that mean exactly them. */
export function writePorts(
  { ports, destinations }: Pick<NeededEnd, 'ports' | 'destinations'>,
  form: RuleForm['ports'],
): readonly YamlValue[] | null {
  if (form === 'numbers') return ports.map(toPortItem);
  const named = ports.map((choice) => findName(choice, destinations));
  return named.includes(null)
    ? null
    : ports.map(({ protocol }, index): YamlValue => ({ protocol, port: named[index] ?? null }));
}

/** The name that means exactly this port at every destination. */
function findName({ protocol, port, endPort }: PortChoice, destinations: readonly Pod[]): string | null {
  if (port === null || endPort !== null) return null;
  const listNumbers = (pod: Pod, name: string): readonly number[] =>
    pod.ports.filter((offer) => offer.name === name && offer.protocol === protocol).map((offer) => offer.port);
  const names = destinations[0]?.ports.flatMap((offer) =>
    offer.port === port && offer.protocol === protocol && offer.name !== null ? [offer.name] : [],
  );
  const isExact = (name: string): boolean =>
    destinations.every(
      (pod) => listNumbers(pod, name).length > 0 && listNumbers(pod, name).every((one) => one === port),
    );
  return names?.find(isExact) ?? null;
}

/** What a `Way` says of the rule's form. */
export function describeRule({ others }: NeededEnd, { peers, ports }: RuleForm): Way['args'] {
  const isOutside = others.every(({ type }) => type === 'addresses');
  const isWhole = others.every((end) => end.type === 'pods' && end.workload === null);
  const words = { exact: 'labels', labels: 'labels anywhere', namespace: 'namespace' };
  return {
    peers: isOutside ? 'addresses' : isWhole ? 'namespace' : words[peers],
    ...(ports === 'named' && { ports }),
  };
}

/** How much more than today's pods a form may take in tomorrow: other pods with the same labels, or all of a namespace. */
export const breadthOf = ({ peers }: RuleForm): number => ['exact', 'namespace', 'labels'].indexOf(peers);
