import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { PlanResult } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { equalIpSets, intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { isEmptyPortSet, subtractPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import { planAllowFlow } from './planAllowFlow.ts';
import { planRemoveFlow } from './planRemoveFlow.ts';
import { findIntentEnd, type IntentEnd, type PlanningBase } from './PlanningBase.ts';
import type { AllowFlowArgs, PortChoice } from './PlanPreview.ts';
import { evaluatePlan, previewPlan } from './previewPlan.ts';
import { toRequestedPorts } from './requestedPorts.ts';

type Files = readonly { readonly path: string; readonly text: string }[];
type Plan = Extract<PlanResult, { ok: true }>;

const read = (files: Files): PlanningBase => {
  const manifests = parseManifests(files.map(({ path, text }) => ({ path: toFilePath(path), text })));
  const connectivity = computeConnectivity(readCluster(manifests), readPolicies(manifests).tiers, {
    assumeComplete: true,
  });
  return { manifests, connectivity };
};

const textsOf = ({ manifests }: PlanningBase) =>
  new Map(manifests.files.map(({ source }) => [source.path, source.text]));

const portChoice: fc.Arbitrary<PortChoice> = fc.oneof(
  fc.record({
    protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
    port: fc.constantFrom(80, 443, 8080, 65535),
    endPort: fc.constant(null),
  }),
  fc.record({ protocol: fc.constantFrom('TCP', 'UDP'), port: fc.constant(79), endPort: fc.constantFrom(80, 81, 8081) }),
  fc.record({ protocol: fc.constantFrom('TCP', 'SCTP'), port: fc.constant(null), endPort: fc.constant(null) }),
);

/** Which end: workloads mostly, since there are many more externals. */
const end = fc.record({ isExternal: fc.constantFrom(true, false, false, false), position: fc.nat() });
type End = { readonly isExternal: boolean; readonly position: number };

const intent = fc.record({
  from: end,
  to: end,
  ports: fc.uniqueArray(portChoice, { maxLength: 2, selector: (choice) => JSON.stringify(choice) }),
});

/** Many intents for each cluster: most are refused, because generated workloads are often open or without labels. */
const scenario = fc.record({ cluster: clusterArbitrary, intents: fc.array(intent, { minLength: 8, maxLength: 8 }) });

const idOf = ({ connectivity }: PlanningBase, { isExternal, position }: End): string | undefined => {
  const nodes = isExternal ? connectivity.externals : connectivity.cluster.workloads;
  return nodes[position % nodes.length]?.id;
};

const intentOf = (base: PlanningBase, from: End, to: End): Pick<AllowFlowArgs, 'from' | 'to'> | null => {
  const [a, b] = [idOf(base, from), idOf(base, to)];
  return a === undefined || b === undefined ? null : { from: a, to: b };
};

/** The endpoints of an end in an evaluation that may cut externals differently. */
const refsOf = (end: IntentEnd, connectivity: Connectivity): readonly EndpointRef[] =>
  end.type === 'workload'
    ? end.pods.map(({ index }) => ({ type: 'pod', index }))
    : connectivity.externals
        .filter(({ addresses }) => !isEmptyIpSet(intersectIps(addresses, end.external.addresses)))
        .map(({ index }) => ({ type: 'external', index }));

const isOnHostNetwork = (end: IntentEnd, ref: EndpointRef): boolean =>
  end.type === 'workload' && end.pods.some(({ index, hostNetwork }) => index === ref.index && hostNetwork);

/** The flows of all pairs of two ends that selectors can name. */
const flowsOf = (base: PlanningBase, from: IntentEnd, to: IntentEnd, { connectivity } = base): readonly PortSet[] =>
  refsOf(from, connectivity).flatMap((a) =>
    refsOf(to, connectivity).flatMap((b) => {
      if (isOnHostNetwork(from, a) || isOnHostNetwork(to, b)) return [];
      if (a.type === 'external' || b.type === 'external') return [connectivity.flow(a, b).ports];
      if (a.index === b.index)
        return from.id === to.id && refsOf(to, connectivity).length === 1
          ? [connectivity.flowToReplica(a.index).ports]
          : [];
      return connectivity.locality(a.index, b.index) === 'local' ? [] : [connectivity.flow(a, b).ports];
    }),
  );

const expectUndone = (base: PlanningBase, { plan }: Plan): void => {
  const applied = applyPlan(textsOf(base), plan);
  if (!applied.ok) throw new Error('the plan fits');
  const back = applyPlan(applied.files, applied.inverse);
  expect(back.ok && back.files).toEqual(textsOf(base));
};

const refusals = ['SAME_ENDPOINT', 'EXTERNAL_TO_EXTERNAL', 'HOST_NETWORK', 'NO_LABELS', 'ALREADY_ALLOWED'];

type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

/** Runs `check` for every intent of a scenario that names two ends. */
const forEachIntent =
  (check: (base: PlanningBase, args: AllowFlowArgs, ends: readonly [IntentEnd, IntentEnd]) => void) =>
  ({ cluster, intents }: Scenario): void => {
    const base = read(cluster.files);
    for (const { from, to, ports } of intents) {
      const named = intentOf(base, from, to);
      if (named === null) continue;
      check(base, { ...named, ports }, [findIntentEnd(base, named.from)!, findIntentEnd(base, named.to)!]);
    }
  };

/** The CIDRs of a plan may cut an external in two. */
const isSameEnd = (before: IntentEnd, after: IntentEnd | null): boolean =>
  before.type === 'workload' ||
  (after?.type === 'external' && equalIpSets(before.external.addresses, after.external.addresses));

/** A `null` that was written out comes back as another way to say that there are no rules. */
const withoutWrittenNulls = ({ cluster, ...rest }: Scenario): Scenario => {
  const files = cluster.files.map(({ path, text }) => ({ path, text: text.replace(/(gress"?: ?)null/g, '$1[]') }));
  return { ...rest, cluster: { ...cluster, files } };
};

const limits = { timeout: 60_000 };

describe('planning over generated clusters', () => {
  it('an allow plan opens the intended flow on the intended ports and closes nothing', limits, () => {
    let plans = 0;
    const check = forEachIntent((base, args, ends) => {
      const result = planAllowFlow(base, args);
      const requested = toRequestedPorts(args.ports);
      if (!result.ok) {
        expect(refusals).toContain(result.reason);
        if (result.reason !== 'ALREADY_ALLOWED') return;
        for (const flow of flowsOf(base, ...ends)) expect(isEmptyPortSet(subtractPorts(requested, flow))).toBe(true);
        return;
      }
      plans += 1;
      const after = evaluatePlan(base, result)!;
      expect(after.manifests.problems.filter(({ code }) => code === 'YAML_SYNTAX')).toEqual([]);
      for (const flow of flowsOf(after, ...ends)) expect(isEmptyPortSet(subtractPorts(requested, flow))).toBe(true);
      for (const change of previewPlan(base, result, args).changes) {
        expect(isEmptyPortSet(subtractPorts(change.before, change.after))).toBe(true);
      }
      expectUndone(base, result);
    });
    fc.assert(fc.property(scenario, check), propertyParameters(40));
    expect(plans).toBeGreaterThan(15);
  });

  it('a remove plan closes the flow and opens nothing', limits, () => {
    let plans = 0;
    const check = forEachIntent((base, args, ends) => {
      const result = planRemoveFlow(base, args);
      if (!result.ok) {
        expect(['OPEN_BY_DEFAULT', 'NOT_ALLOWED']).toContain(result.reason);
        if (result.reason === 'OPEN_BY_DEFAULT') return;
        for (const flow of flowsOf(base, ...ends)) expect(isEmptyPortSet(flow)).toBe(true);
        return;
      }
      plans += 1;
      const after = evaluatePlan(base, result)!;
      for (const flow of flowsOf(after, ...ends)) expect(isEmptyPortSet(flow)).toBe(true);
      for (const change of previewPlan(base, result, args).changes) {
        expect(isEmptyPortSet(subtractPorts(change.after, change.before))).toBe(true);
      }
      expectUndone(base, result);
    });
    fc.assert(fc.property(scenario, check), propertyParameters(40));
    expect(plans).toBeGreaterThan(15);
  });

  it('removing a flow right after allowing it gives back the same bytes', limits, () => {
    let plans = 0;
    const check = forEachIntent((base, args, ends) => {
      if (isAdmittedInPart(base, args)) return;
      const result = planAllowFlow(base, args);
      if (!result.ok || result.plan.warnings?.length) return;
      const after = evaluatePlan(base, result)!;
      if (!isSameEnd(ends[0], findIntentEnd(after, args.from)) || !isSameEnd(ends[1], findIntentEnd(after, args.to)))
        return;
      const removed = planRemoveFlow(after, { ...args, originals: base.manifests.files.map(({ source }) => source) });
      // A workload with isolated and with open pods: opening the former can not be taken back by closing the whole.
      if (!removed.ok && removed.reason === 'OPEN_BY_DEFAULT') return;
      if (!removed.ok) throw new Error(removed.reason);
      plans += 1;
      const applied = applyPlan(textsOf(after), removed.plan);
      expect(applied.ok && applied.files).toEqual(textsOf(base));
    });
    fc.assert(fc.property(scenario.map(withoutWrittenNulls), check), propertyParameters(80));
    expect(plans).toBeGreaterThan(5);
  });
});

/** Whether one end lets some of the flow through already: removing it then takes more than allowing it gave. */
const isAdmittedInPart = (base: PlanningBase, intent: Pick<AllowFlowArgs, 'from' | 'to'>): boolean => {
  const [from, to] = [findIntentEnd(base, intent.from)!, findIntentEnd(base, intent.to)!];
  const { connectivity } = base;
  return refsOf(from, connectivity).some((a) =>
    refsOf(to, connectivity).some((b) =>
      (['ingress', 'egress'] as const).some((direction) => {
        const end = direction === 'egress' ? a : b;
        if (end.type === 'external' || connectivity.isolationOf(end.index, direction) === 'open') return false;
        return !isEmptyPortSet(connectivity.admitted(direction, a, b).ports);
      }),
    ),
  );
};
