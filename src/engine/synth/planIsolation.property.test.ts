import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { emptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import type { Intent, SubjectTarget } from './Intent.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { proposeEdits } from './proposeEdits.ts';
import { applyInTest, readInTest, sortChanges } from '../../testing/planInTest.ts';

const directions = fc.constantFrom<readonly ('ingress' | 'egress')[]>(['ingress'], ['egress'], ['ingress', 'egress']);
const scenario = fc.record({
  cluster: clusterArbitrary,
  assumeComplete: fc.boolean(),
  intents: fc.array(
    fc.record({
      type: fc.constantFrom('isolate' as const, 'open' as const),
      isNamespace: fc.boolean(),
      position: fc.nat(),
      directions,
      dns: fc.boolean(),
      freeze: fc.boolean(),
    }),
    { minLength: 6, maxLength: 6 },
  ),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

const toTarget = ({ connectivity }: PlanningBase, isNamespace: boolean, position: number): SubjectTarget | null => {
  const { namespaces, workloads } = connectivity.cluster;
  const namespace = namespaces[position % namespaces.length];
  const workload = workloads[position % workloads.length];
  if (isNamespace) return namespace ? { type: 'namespace', name: namespace.name } : null;
  return workload ? { type: 'node', id: workload.id } : null;
};

const refusals = ['ALREADY_ISOLATED', 'ALREADY_OPEN', 'NO_LABELS', 'HOST_NETWORK', 'NO_WAY'];

describe('isolating and opening over generated clusters', () => {
  it(
    'does what it says: isolates without opening, opens without closing, keeps what was to be kept',
    { timeout: 60_000 },
    () => {
      const counts = { isolate: 0, open: 0 };
      const check = ({ cluster, assumeComplete, intents }: Scenario): void => {
        const base = readInTest(cluster.files, assumeComplete);
        for (const { isNamespace, position, type, dns, freeze, directions } of intents) {
          const target = toTarget(base, isNamespace, position);
          if (target === null) continue;
          const intent: Intent =
            type === 'open' ? { type, target, directions } : { type, target, directions, dns, freeze };
          const { proposals } = proposeEdits(base, intent);
          if (!proposals.ok) {
            expect(refusals).toContain(proposals.reason);
            continue;
          }
          counts[type] += 1;
          for (const { plan, effect } of proposals.proposals) {
            const after = applyInTest(base, plan);
            const changes = listFlowChanges(base.connectivity, after.connectivity);
            expect(sortChanges(effect.changes)).toEqual(sortChanges(changes));
            // Isolating never opens, and opening never closes, unless it is said as something nobody asked for.
            for (const change of effect.changes.slice(0, effect.intended)) {
              const before = unionPorts(change.before, change.uncertainBefore);
              const now = unionPorts(change.after, change.uncertainAfter);
              const wrong =
                type === 'isolate' ? subtractPorts(change.after, before) : subtractPorts(change.before, now);
              expect(wrong, plan.label).toEqual(emptyPortSet);
            }
          }
        }
      };
      fc.assert(fc.property(scenario, check), propertyParameters(60));
      expect(counts.isolate).toBeGreaterThan(20);
      expect(counts.open).toBeGreaterThan(20);
    },
  );
});
