import type { FlowPorts, FlowTransition } from '../diff/WorkspaceDiff.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import { equalPortSets, everyPort, isEmptyPortSet, subtractPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';

const parts = ['ports', 'partial', 'uncertain'] as const;
const certainties: Readonly<Record<(typeof parts)[number], string>> = {
  ports: 'allowed',
  partial: 'allowed for some pods only',
  uncertain: 'uncertain',
};

/** The ports of a flow for people: `TCP 8080; some pods only: UDP 53; uncertain: TCP 9090`. */
export const formatFlowPorts = ({ ports, partial, uncertain }: FlowPorts): string =>
  [
    ...(isEmptyPortSet(ports) ? [] : [formatPortSet(ports)]),
    ...(isEmptyPortSet(partial) ? [] : [`some pods only: ${formatPortSet(partial)}`]),
    ...(isEmptyPortSet(uncertain) ? [] : [`uncertain: ${formatPortSet(uncertain)}`]),
  ].join('; ') || 'no port';

/**
 * What happens to a flow: the ports that come or go, both sides of a change, or how certain they are when only that
 * changes (`TCP 8080 (allowed before, uncertain now)`).
 */
export const formatTransition = ({ kind, before, after }: FlowTransition): string => {
  if (kind === 'added') return formatFlowPorts(after);
  if (kind === 'removed') return formatFlowPorts(before);
  const [old, now] = [before, after].map(findOnlyPart) as [OnlyPart | null, OnlyPart | null];
  if (old !== null && now !== null && equalPortSets(old.set, now.set)) {
    return `${formatPortSet(old.set)} (${certainties[old.part]} before, ${certainties[now.part]} now)`;
  }
  const gained = subtractFlows(after, before);
  const lost = subtractFlows(before, after);
  // What is left of every port has many gaps: both sides are shorter.
  const isWhole = parts.some((part) => equalPortSets(before[part], everyPort) || equalPortSets(after[part], everyPort));
  if (!isWhole && gained === null && lost !== null)
    return `loses ${formatFlowPorts(lost)} (keeps ${formatFlowPorts(after)})`;
  if (!isWhole && lost === null && gained !== null)
    return `gains ${formatFlowPorts(gained)} (has ${formatFlowPorts(before)})`;
  return `${formatFlowPorts(before)} → ${formatFlowPorts(after)}`;
};

/** Part by part, what only the first has; null when that is nothing. */
const subtractFlows = (a: FlowPorts, b: FlowPorts): FlowPorts | null => {
  const left = {
    ports: subtractPorts(a.ports, b.ports),
    partial: subtractPorts(a.partial, b.partial),
    uncertain: subtractPorts(a.uncertain, b.uncertain),
  };
  return parts.every((part) => isEmptyPortSet(left[part])) ? null : left;
};

interface OnlyPart {
  readonly part: (typeof parts)[number];
  readonly set: PortSet;
}

/** The only part that has ports, if just one has. */
const findOnlyPart = (ports: FlowPorts): OnlyPart | null => {
  const filled = parts.filter((part) => !isEmptyPortSet(ports[part]));
  return filled.length === 1 ? { part: filled[0]!, set: ports[filled[0]!] } : null;
};
