import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { readCluster } from '../cluster/readCluster.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { applyPlan } from '../edits/applyPlan.ts';
import type { EditPlan } from '../edits/EditPlan.ts';
import { parseManifests } from '../manifest/parseManifests.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { intersectIps, isEmptyIpSet } from '../net/ipAlgebra.ts';
import { emptyPortSet, intersectPorts, isEmptyPortSet, subtractPorts, unionPorts } from '../net/portAlgebra.ts';
import { readPolicies } from '../policy/readPolicies.ts';
import type { Intent, IntentTarget } from './Intent.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import type { PlanningBase } from './PlanningBase.ts';
import type { FlowChange, PortChoice } from './FlowChange.ts';
import type { Proposal } from './Proposal.ts';
import { proposeEdits } from './proposeEdits.ts';
import { toRequestedPorts } from './requestedPorts.ts';
import { resolveTarget } from './resolveTarget.ts';

type Files = readonly { readonly path: string; readonly text: string }[];
type FlowIntent = Extract<Intent, { type: 'allow' | 'deny' }>;

/** From scratch: nothing is taken over from an evaluation before. */
const read = (files: Files, assumeComplete = true): PlanningBase => {
  const manifests = parseManifests(files.map(({ path, text }) => ({ path: toFilePath(path), text })));
  const connectivity = computeConnectivity(readCluster(manifests), readPolicies(manifests).tiers, { assumeComplete });
  return { manifests, connectivity };
};

const textsOf = ({ manifests }: PlanningBase) =>
  new Map(manifests.files.map(({ source }) => [source.path, source.text]));

const apply = (base: PlanningBase, plan: EditPlan): PlanningBase => {
  const applied = applyPlan(textsOf(base), plan);
  if (!applied.ok) throw new Error('the plan fits');
  const back = applyPlan(applied.files, applied.inverse);
  expect(back.ok && back.files).toEqual(textsOf(base));
  const files = [...applied.files].map(([path, text]) => ({ path, text }));
  return read(files, base.connectivity.knowledge.assumesComplete);
};

const portChoice: fc.Arbitrary<PortChoice> = fc.oneof(
  fc.record({
    protocol: fc.constantFrom('TCP', 'UDP', 'SCTP'),
    port: fc.constantFrom(80, 443, 8080, 65535),
    endPort: fc.constant(null),
  }),
  fc.record({ protocol: fc.constantFrom('TCP', 'UDP'), port: fc.constant(79), endPort: fc.constantFrom(80, 81, 8081) }),
  fc.record({ protocol: fc.constantFrom('TCP', 'SCTP'), port: fc.constant(null), endPort: fc.constant(null) }),
);

/** Workloads mostly, since most other ends are refused or open. */
const end = fc.record({
  type: fc.constantFrom('workload', 'workload', 'workload', 'external', 'namespace', 'addresses'),
  position: fc.nat(),
});
type End = { readonly type: string; readonly position: number };

const intent = fc.record({
  type: fc.constantFrom('allow' as const, 'deny' as const),
  from: fc.array(end, { minLength: 1, maxLength: 2 }),
  to: fc.array(end, { minLength: 1, maxLength: 2 }),
  ports: fc.uniqueArray(portChoice, { maxLength: 2, selector: (choice) => JSON.stringify(choice) }),
});

/** Many intents for each cluster: most are refused, because generated workloads are often without labels of their own. */
const scenario = fc.record({
  cluster: clusterArbitrary,
  assumeComplete: fc.boolean(),
  intents: fc.array(intent, { minLength: 6, maxLength: 6 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

const blocks: readonly Extract<IntentTarget, { type: 'addresses' }>[] = [
  { type: 'addresses', cidr: '10.0.0.0/8', except: [] },
  { type: 'addresses', cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '192.168.0.0/16'] },
  { type: 'addresses', cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] },
];

const toTarget = ({ connectivity }: PlanningBase, { type, position }: End): IntentTarget[] => {
  const { cluster, externals } = connectivity;
  if (type === 'addresses') return [blocks[position % blocks.length]!];
  if (type === 'namespace') {
    const namespace = cluster.namespaces[position % cluster.namespaces.length];
    return namespace ? [{ type: 'namespace', name: namespace.name }] : [];
  }
  const nodes = type === 'external' ? externals : cluster.workloads;
  const node = nodes[position % nodes.length];
  return node ? [{ type: 'node', id: node.id }] : [];
};

/** Runs `check` for every intent of a scenario that names two ends. */
const forEachIntent =
  (check: (base: PlanningBase, intent: FlowIntent) => void) =>
  ({ cluster, intents, assumeComplete }: Scenario): void => {
    const base = read(cluster.files, assumeComplete);
    for (const { from, to, ...rest } of intents) {
      const [sources, targets] = [from, to].map((ends) => ends.flatMap((one) => toTarget(base, one)));
      if (sources!.length > 0 && targets!.length > 0) check(base, { ...rest, from: sources!, to: targets! });
    }
  };

const refusals = [
  'SAME_ENDPOINT',
  'EXTERNAL_TO_EXTERNAL',
  'HOST_NETWORK',
  'NO_LABELS',
  'ALREADY_ALLOWED',
  'NOT_ALLOWED',
  'OPEN_BY_DEFAULT',
  'NO_WAY',
];

/** The endpoints of a target in an evaluation that may cut externals differently; pods that selectors can name. */
const refsOf = (base: PlanningBase, target: IntentTarget, { cluster, externals }: Connectivity): EndpointRef[] => {
  const found = resolveTarget(base, target)!;
  if (found.type === 'addresses') {
    return externals
      .filter(({ addresses }) => !isEmptyIpSet(intersectIps(addresses, found.addresses)))
      .map(({ index }) => ({ type: 'external', index }));
  }
  const ids = new Set(found.pods.map(({ id }) => id));
  return cluster.pods
    .filter(({ id, hostNetwork }) => ids.has(id) && !hostNetwork)
    .map(({ index }) => ({ type: 'pod', index }));
};

/** What all pairs of the ends may do, after a plan, pair by pair and pod by pod. */
const flowsOf = (base: PlanningBase, { from, to }: FlowIntent, { connectivity }: PlanningBase) =>
  from
    .flatMap((target) => refsOf(base, target, connectivity))
    .flatMap((a) =>
      to
        .flatMap((target) => refsOf(base, target, connectivity))
        .filter((b) => a.type === 'pod' || b.type === 'pod')
        .filter((b) => a.type !== b.type || a.index !== b.index)
        .filter((b) => a.type !== b.type || connectivity.locality(a.index, b.index) === 'apart')
        .map((b) => connectivity.flow(a, b)),
    );

const sortChanges = (changes: readonly FlowChange[]): readonly string[] =>
  changes.map((change) => JSON.stringify(change)).sort();

/** What each proposal must be, whatever its intent. */
const expectKept = (base: PlanningBase, wanted: FlowIntent, { plan, effect }: Proposal): void => {
  const after = apply(base, plan);
  expect(after.manifests.problems.filter(({ code }) => code === 'YAML_SYNTAX')).toEqual([]);
  const changes = listFlowChanges(base.connectivity, after.connectivity);
  expect(sortChanges(effect.changes)).toEqual(sortChanges(changes));
  const requested = toRequestedPorts(wanted.ports);
  for (const { ports, uncertain } of flowsOf(base, wanted, after)) {
    if (wanted.type === 'allow') {
      const admitted = effect.isCertain ? ports : unionPorts(ports, uncertain);
      expect(subtractPorts(requested, admitted), 'still denied').toEqual(emptyPortSet);
    } else {
      expect(intersectPorts(requested, ports), 'still allowed').toEqual(emptyPortSet);
      if (effect.isCertain) expect(intersectPorts(requested, uncertain), 'perhaps allowed').toEqual(emptyPortSet);
    }
  }
  for (const change of changes) {
    const before = unionPorts(change.before, change.uncertainBefore);
    const now = unionPorts(change.after, change.uncertainAfter);
    const [less, more] = wanted.type === 'allow' ? [change.before, now] : [change.after, before];
    // An allow closes nothing, a deny opens nothing.
    expect(subtractPorts(less, more), JSON.stringify([plan, change])).toEqual(emptyPortSet);
  }
};

const limits = { timeout: 60_000 };

describe('planning over generated clusters', () => {
  it('does what each proposal says, exactly: the intent holds, and every change of a flow was shown', limits, () => {
    const counts = { allow: 0, deny: 0 };
    const check = forEachIntent((base, wanted) => {
      const { proposals } = proposeEdits(base, wanted);
      if (!proposals.ok) {
        expect(refusals).toContain(proposals.reason);
        return;
      }
      counts[wanted.type] += 1;
      for (const proposal of proposals.proposals) expectKept(base, wanted, proposal);
    });
    fc.assert(fc.property(scenario, check), propertyParameters(60));
    expect(counts.allow).toBeGreaterThan(15);
    expect(counts.deny).toBeGreaterThan(15);
  });

  it('denying right after allowing gives back the same bytes', limits, () => {
    let plans = 0;
    const check = forEachIntent((base, { from: sources, to: targets, ports }) => {
      const [from, to] = [sources.slice(0, 1), targets.slice(0, 1)];
      const isPlain = [...from, ...to].every(({ type }) => type === 'node');
      if (!isPlain || isAdmittedInPart(base, { type: 'allow', from, to, ports })) return;
      const { proposals } = proposeEdits(base, { type: 'allow', from, to, ports });
      const [first] = proposals.ok ? proposals.proposals : [];
      if (!first || first.plan.warnings?.length) return;
      const after = apply(base, first.plan);
      if (![...from, ...to].every((target) => isSameEnd(base, after, target))) return;
      const originals = base.manifests.files.map(({ source }) => source);
      const removed = proposeEdits(after, { type: 'deny', from, to, ports: [], originals }).proposals;
      if (!removed.ok) return;
      // A workload with isolated and with open pods: opening the former can not be taken back by closing the whole.
      const [best] = removed.proposals;
      if (best!.ways.some(({ code }) => code === 'ISOLATE')) return;
      plans += 1;
      const applied = applyPlan(textsOf(after), best!.plan);
      expect(applied.ok && applied.files).toEqual(textsOf(base));
    });
    fc.assert(fc.property(scenario.map(asComplete), check), propertyParameters(160));
    expect(plans).toBeGreaterThan(5);
  });
});

/**
 * A `null` that was written out comes back as another way to say that there are no rules; and a rule that perhaps allows the
 * flow goes with it, although nobody wrote it for that.
 */
const asComplete = ({ cluster, ...rest }: Scenario): Scenario => {
  const files = cluster.files.map(({ path, text }) => ({ path, text: text.replace(/(gress"?: ?)null/g, '$1[]') }));
  return { ...rest, assumeComplete: true, cluster: { ...cluster, files } };
};

/** The CIDRs of a plan may cut an external in two. */
const isSameEnd = (before: PlanningBase, after: PlanningBase, target: IntentTarget): boolean => {
  const [was, is] = [resolveTarget(before, target), resolveTarget(after, target)];
  return was?.type === is?.type && (was?.type !== 'addresses' || was.name === is?.name);
};

/** Whether one end lets some of the flow through already: removing it then takes more than allowing it gave. */
const isAdmittedInPart = (base: PlanningBase, { from, to }: FlowIntent): boolean => {
  const { connectivity } = base;
  const list = (targets: readonly IntentTarget[]) => targets.flatMap((target) => refsOf(base, target, connectivity));
  return list(from).some((a) =>
    list(to).some((b) =>
      (['ingress', 'egress'] as const).some((direction) => {
        const end = direction === 'egress' ? a : b;
        if (end.type === 'external' || connectivity.isolationOf(end.index, direction) === 'open') return false;
        return !isEmptyPortSet(connectivity.admitted(direction, a, b).ports);
      }),
    ),
  );
};
