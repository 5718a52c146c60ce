import { outsideGroup, type MatrixUnits, type Unit } from './MatrixUnits.ts';
import type { UnitOrder } from './orderUnits.ts';

/** One row, and the column of the same number: both axes have the same units in the same order. */
export interface AxisEntry {
  readonly unit: Unit;
  readonly type: 'node' | 'group';
  /** Whether the group's nodes follow; null for a node. */
  readonly expanded: boolean | null;
  /** Stands below its group. */
  readonly nested: boolean;
}

/** With so few nodes, everything is shown at once. */
const fewNodes = 60;

/** The groups that are open when nobody has chosen: all of a small cluster but its outside, none of a large one. */
export const openedByDefault = ({ nodeCount, groups }: MatrixUnits): readonly string[] =>
  nodeCount > fewNodes ? [] : groups.map(({ name }) => name).filter((name) => name !== outsideGroup);

export function listAxis(
  units: MatrixUnits,
  order: UnitOrder,
  { opened, grouped }: { readonly opened: ReadonlySet<string>; readonly grouped: boolean },
): readonly AxisEntry[] {
  if (!grouped) {
    return order.nodes.map((unit) => ({ unit, type: 'node' as const, expanded: null, nested: false }));
  }
  const members = new Map<number, number[]>(units.groups.map((_, group) => [group, []]));
  for (const node of order.nodes) members.get(units.groupOf[node]!)!.push(node);
  return order.groups.flatMap((group): AxisEntry[] => {
    const expanded = opened.has(units.groups[group]!.name);
    return [
      { unit: units.nodeCount + group, type: 'group', expanded, nested: false },
      ...(expanded
        ? members.get(group)!.map((unit): AxisEntry => ({ unit, type: 'node', expanded: null, nested: true }))
        : []),
    ];
  });
}
