import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { Connectivity, WorkloadFlow } from '../connectivity/Connectivity.ts';
import { toNodeId } from '../connectivity/findNode.ts';
import { isEmptyPortSet } from '../net/portAlgebra.ts';
import { computeBlastRadius } from './computeBlastRadius.ts';

interface NaiveStep {
  readonly from: string;
  readonly to: string;
  readonly isCertain: boolean;
}

const listSteps = (connectivity: Connectivity, direction: 'out' | 'in'): readonly NaiveStep[] =>
  connectivity.workloadFlows().map((flow: WorkloadFlow) => {
    const [from, to] = [toNodeId(connectivity, flow.from), toNodeId(connectivity, flow.to)];
    const isCertain = !isEmptyPortSet(flow.ports) || !isEmptyPortSet(flow.partial);
    return direction === 'out' ? { from, to, isCertain } : { from: to, to: from, isCertain };
  });

/** Distances, by going over all flows again and again until nothing changes. */
const relax = (steps: readonly NaiveStep[], known: ReadonlyMap<string, number>): Map<string, number> => {
  const distances = new Map(known);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of steps) {
      const distance = distances.get(from);
      if (distance === undefined || known.has(to)) continue;
      if (distance > 0 && from.startsWith('external:')) continue;
      if (distance + 1 < (distances.get(to) ?? Infinity)) {
        distances.set(to, distance + 1);
        changed = true;
      }
    }
  }
  return distances;
};

it('the blast radius is what going over the flows again and again finds', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(clusterArbitrary, fc.constantFrom('out', 'in'), ({ files }, direction) => {
      const { connectivity } = analyseFiles(files, { assumeComplete: false });
      const steps = listSteps(connectivity, direction);
      for (const { id } of [...connectivity.cluster.workloads, ...connectivity.externals]) {
        const { reached } = computeBlastRadius(connectivity, id, direction)!;
        const certain = relax(
          steps.filter(({ isCertain }) => isCertain),
          new Map([[id as string, 0]]),
        );
        const all = relax(steps, certain);
        all.delete(id);
        expect(new Map(reached.map((each) => [each.id, each.steps]))).toEqual(all);
        for (const { id: node, certainty, steps: count, via, ports, partial, uncertain } of reached) {
          expect(certainty).toBe(certain.has(node) ? 'certain' : 'perhaps');
          const before = via === null ? { id: id as string, steps: 0 } : reached[via]!;
          expect(count).toBe(before.steps + 1);
          const isCertain = !isEmptyPortSet(ports) || !isEmptyPortSet(partial);
          expect(steps).toContainEqual({ from: before.id, to: node, isCertain });
          expect(isCertain || !isEmptyPortSet(uncertain)).toBe(true);
        }
      }
    }),
    propertyParameters(40),
  );
});
