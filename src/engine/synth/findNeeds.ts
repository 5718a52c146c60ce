import { intersectPorts, isEmptyPortSet, unionPorts, emptyPortSet } from '../net/portAlgebra.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { findMissingPorts } from './findMissingPorts.ts';
import type { NeededEnd } from './NeededEnd.ts';
import { listIsolated, type PlanningBase } from './PlanningBase.ts';
import type { PortChoice } from './FlowChange.ts';
import { toPortsOfChoice, toRequestedPorts } from './requestedPorts.ts';
import type { TargetEnd } from './resolveTarget.ts';

/**
 * What the ends of an intent lack, ingress first: nothing where an end is open, outside the cluster, or admits everything
 * asked for. The other ends of one end come together, so that one rule can name them all.
 */
export const findNeeds = (
  base: PlanningBase,
  from: readonly TargetEnd[],
  to: readonly TargetEnd[],
  ports: readonly PortChoice[],
): readonly NeededEnd[] => [
  ...to.flatMap((end) => findNeed(base, 'ingress', end, from, ports) ?? []),
  ...from.flatMap((end) => findNeed(base, 'egress', end, to, ports) ?? []),
];

function findNeed(
  base: PlanningBase,
  direction: Direction,
  subject: TargetEnd,
  others: readonly TargetEnd[],
  ports: readonly PortChoice[],
): NeededEnd | null {
  if (subject.type === 'addresses') return null;
  const isolated = listIsolated(base, { direction, pods: subject.pods });
  const requested = toRequestedPorts(ports);
  const lacking = others
    .filter((other) => !isSameBarePod(subject, other))
    .map((other) => ({
      other,
      missing: findMissingPorts(base, { direction, subjects: isolated, other, ports: requested }),
    }))
    .filter(({ missing }) => !isEmptyPortSet(missing));
  if (lacking.length === 0) return null;
  const missing = lacking.reduce((set, end) => unionPorts(set, end.missing), emptyPortSet);
  const destinations = direction === 'ingress' ? [subject] : lacking.map(({ other }) => other);
  return {
    direction,
    subject,
    isolated,
    others: lacking.map(({ other }) => other),
    destinations: destinations.flatMap((end) => (end.type === 'pods' ? end.pods : [])),
    ports: ports.filter((choice) => !isEmptyPortSet(intersectPorts(toPortsOfChoice(choice), missing))),
  };
}

/** A pod reaches itself, whatever policies say. */
const isSameBarePod = (a: TargetEnd, b: TargetEnd): boolean =>
  a.id === b.id && a.type === 'pods' && a.workload !== null && !a.workload.canHaveTwoPods;
