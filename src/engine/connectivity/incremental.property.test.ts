import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { emitYaml } from '../../testing/emitYaml.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { EndpointRef } from './Connectivity.ts';

type Analysis = ReturnType<typeof analyseFiles>;

/** Everything that an evaluation says, by names instead of numbers of its own. */
const describeAnalysis = ({ connectivity, problems }: Analysis) => {
  const { cluster, externals, flow, isolationOf, workloadFlows, flowColumns } = connectivity;
  const columns = flowColumns();
  const endpoints = [
    ...cluster.pods.map(({ id, index }) => ({ id, ref: { type: 'pod', index } satisfies EndpointRef })),
    ...externals.map(({ id, index }) => ({ id, ref: { type: 'external', index } satisfies EndpointRef })),
  ];
  return {
    externals,
    problems,
    isolation: cluster.pods.map(({ id, index }) => [id, isolationOf(index, 'ingress'), isolationOf(index, 'egress')]),
    pairs: endpoints.flatMap((from) => endpoints.map((to) => [from.id, to.id, flow(from.ref, to.ref)])),
    flows: workloadFlows(),
    rows: [columns.length, columns.openCount, columns.omitted],
  };
};

/** One version of a workspace after another: files that come, go and change, between two clusters of one vocabulary. */
const versions = fc
  .tuple(
    clusterArbitrary,
    clusterArbitrary,
    fc.array(fc.array(fc.nat({ max: 2 }), { maxLength: 24 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([a, b, choices]) => {
    const toFile = (object: object, index: number) => ({ path: `${index}.yaml`, text: emitYaml(object) });
    const [first, second] = [a.objects.map(toFile), b.objects.map(toFile)];
    const count = Math.max(first.length, second.length);
    const changed = choices.map((choice) =>
      Array.from({ length: count }, (_, index) => [first[index], second[index], undefined][choice[index] ?? 0]),
    );
    return [first, ...changed].map((files) => files.filter((file) => file !== undefined));
  });

const isPolicy = (object: object): boolean => 'kind' in object && object.kind === 'NetworkPolicy';

/** The same workloads under other policies each time, or the same ones with other ports: what editing policies is like. */
const policyVersionsOf = (counts: (policy: object) => boolean) =>
  fc
    .tuple(
      clusterArbitrary,
      clusterArbitrary,
      fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
    )
    .map(([a, b, choices]) => {
      const toFile = (object: object, index: number) => ({ path: `${index}.yaml`, text: emitYaml(object) });
      const workloads = a.objects.filter((object) => !isPolicy(object)).map(toFile);
      const policies = [...a.objects, ...b.objects]
        .filter((object) => isPolicy(object) && counts(object))
        .map((object, index) => ({
          path: `policy-${index}.yaml`,
          text: emitYaml(object).replace(/^( *name: "?policy-)/m, `$1${index}-`),
        }));
      const changed = choices.map((choice) =>
        policies.flatMap(({ path, text }, index) => {
          const kind = choice[index] ?? 0;
          if (kind === 1) return [];
          return [{ path, text: kind === 2 ? text.replace(/port: \d+/g, 'port: 4242') : text }];
        }),
      );
      return [policies, ...changed].map((files) => [...workloads, ...files]);
    });

const policyVersions = policyVersionsOf(() => true);
/**
 * From few policies to all of them, with the same addresses: pods are classified again only where selectors look at more of
 * their labels.
 */
const selectorVersions = policyVersionsOf((policy) => !JSON.stringify(policy).includes('ipBlock')).map((steps) =>
  steps.toReversed(),
);

describe('an evaluation that builds on the one before', () => {
  it.each([
    ['whatever changes', true, versions],
    ['whatever changes', false, versions],
    ['policies change', true, policyVersions],
    ['policies change', false, policyVersions],
    ['selectors change', true, selectorVersions],
    ['selectors change', false, selectorVersions],
  ])('says what a fresh one says when %s (complete: %s)', { timeout: 600_000 }, (_, assumeComplete, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (steps) => {
        let previous: Analysis | undefined;
        for (const files of steps) {
          const incremental = analyseFiles(files, { assumeComplete, ...(previous && { previous }) });
          expect(describeAnalysis(incremental)).toEqual(describeAnalysis(analyseFiles(files, { assumeComplete })));
          previous = incremental;
        }
      }),
      propertyParameters(60),
    );
  });
});
