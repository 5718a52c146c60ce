import type { ShieldState } from '../../engine/index.ts';
import { formatCount } from '../../ui/formatCount.ts';
import type { AxisEntry } from './listAxis.ts';
import { formatUnit, groupOfUnit, outsideGroup, type MatrixUnits } from './MatrixUnits.ts';

const shieldWords: Readonly<Record<ShieldState, string>> = {
  open: 'open',
  isolated: 'isolated',
  closed: 'closed',
  mixed: 'its pods differ',
  uncertain: 'uncertain',
};

/** A row or column in words. */
export function describeUnit(units: MatrixUnits, { unit, expanded }: AxisEntry): string {
  const group = groupOfUnit(units, unit);
  if (group !== null) {
    const isOutside = group.name === outsideGroup;
    const what = formatCount(group.nodes.length, isOutside ? 'range' : 'workload');
    const name = isOutside ? 'Outside the cluster' : `Namespace ${group.name}`;
    return `${name}, ${what}, ${expanded === true ? 'open' : 'folded'}. Enter ${expanded === true ? 'folds' : 'opens'} it.`;
  }
  const workload = units.snapshot.workloads[unit];
  if (workload === undefined) return `${formatUnit(units, unit)}, outside the cluster.`;
  const shields = `ingress ${shieldWords[workload.ingress]}, egress ${shieldWords[workload.egress]}`;
  return `${workload.kind} ${formatUnit(units, unit)}: ${shields}.`;
}
