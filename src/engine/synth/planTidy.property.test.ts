import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { applyInTest, readInTest } from '../../testing/planInTest.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import { listPolicies } from './PlanningBase.ts';
import { proposeEdits } from './proposeEdits.ts';

const scenario = fc.record({ cluster: clusterArbitrary, assumeComplete: fc.boolean(), position: fc.nat() });

describe('tidying over generated clusters', () => {
  it('never changes a flow, certain or uncertain', { timeout: 60_000 }, () => {
    let plans = 0;
    const check = ({
      cluster,
      assumeComplete,
      position,
    }: {
      cluster: { files: { path: string; text: string }[] };
      assumeComplete: boolean;
      position: number;
    }): void => {
      const base = readInTest(cluster.files, assumeComplete);
      const policies = listPolicies(base);
      const one = policies[position % Math.max(policies.length, 1)];
      for (const policy of one ? [null, one.id] : []) {
        const { proposals } = proposeEdits(base, { type: 'tidy', policy });
        if (!proposals.ok) {
          expect(proposals.reason).toBe('NOTHING_TO_TIDY');
          continue;
        }
        for (const { plan } of proposals.proposals) {
          plans += 1;
          const after = applyInTest(base, plan);
          expect(listFlowChanges(base.connectivity, after.connectivity)).toEqual([]);
        }
      }
    };
    fc.assert(fc.property(scenario, check), propertyParameters(60));
    expect(plans).toBeGreaterThan(50);
  });
});
