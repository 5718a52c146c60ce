import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { resolvePort } from '../connectivity/resolvePorts.ts';
import { everyPort, intersectPorts, isEmptyPortSet, subtractPorts } from '../net/portAlgebra.ts';
import { protocols, type PortSet } from '../net/PortSet.ts';
import type { PortMatch } from '../policy/PolicyRule.ts';
import { toPortValue } from './toRuleValue.ts';

/** What becomes of a rule's `ports` that are to leave some out. */
export interface PortsLeft {
  /** Positions of the items that stay as they are. */
  readonly kept: readonly number[];
  /** Items to write instead of those that do not. */
  readonly added: readonly YamlValue[];
}

/**
 * A rule's ports without `cut`, at the destinations by whose container ports names are resolved. null as `ports` (every
 * port) becomes everything else. An item of which only a part goes is written anew as the ranges that stay;
 * null when it is a name that means different ports at different pods, so that no range says what stays.
 */
export function subtractPortItems(
  ports: readonly PortMatch[] | null,
  cut: PortSet,
  destinations: readonly (readonly ContainerPort[])[],
): PortsLeft | null {
  if (ports === null) return { kept: [], added: toPortItems(subtractPorts(everyPort, cut)) };
  const kept: number[] = [];
  const added: YamlValue[] = [];
  const places = destinations.length === 0 ? [[]] : destinations;
  for (const [position, match] of ports.entries()) {
    const sets = distinctSets(places.map((place) => resolvePort(match, place)));
    const left = sets.map((set) => subtractPorts(set, cut));
    if (sets.every((set) => isEmptyPortSet(intersectPorts(set, cut)))) kept.push(position);
    else if (left.every(isEmptyPortSet)) continue;
    else if (sets.length > 1) return null;
    else added.push(...left.flatMap(toPortItems));
  }
  return { kept, added };
}

const distinctSets = (sets: readonly PortSet[]): readonly PortSet[] => [
  ...new Map(sets.map((set) => [JSON.stringify(set), set])).values(),
];

/** The items that are left, as they are written. */
export const toItemsLeft = (ports: readonly PortMatch[] | null, { kept, added }: PortsLeft): readonly YamlValue[] => [
  ...kept.flatMap((position) => (ports?.[position] ? [toPortValue(ports[position])] : [])),
  ...added,
];

/** Items for a set: a whole protocol, a port or a range each. */
export const toPortItems = (set: PortSet): readonly YamlValue[] =>
  protocols.flatMap((protocol) =>
    set[protocol].map(([first, last]): YamlValue => {
      if (first === 1 && last === 65535) return { protocol };
      return { protocol, port: first, ...(last > first && { endPort: last }) };
    }),
  );
