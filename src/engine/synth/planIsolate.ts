import type { Pod } from '../cluster/Cluster.ts';
import { listNameServers } from '../cluster/listNameServers.ts';
import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { PlanWarning, Refusal } from '../edits/EditPlan.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import type { Direction, Policy } from '../policy/PolicyRule.ts';
import { allowDns } from './allowDns.ts';
import { assemblePlan } from './assemblePlan.ts';
import { chooseLabels } from './chooseLabels.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import { refuse, type EndPlan } from './EndPlan.ts';
import { findPlace } from './listRuleAdditions.ts';
import { findPolicyText } from './findPolicyText.ts';
import { freezeFlows } from './freezeFlows.ts';
import type { IntentOf } from './Intent.ts';
import { listFlowChanges } from './listFlowChanges.ts';
import { equalPods, listIsolated, listPolicies, listSubjects, type PlanningBase } from './PlanningBase.ts';
import { findFreeName } from './policyName.ts';
import type { Candidate, Candidates, Way } from './Proposal.ts';
import { createTargetTest, resolveTarget, type PodsEnd } from './resolveTarget.ts';
import { toPeerItems, warnOfHostNetwork, warnOfSharedLabels } from './toPeerItems.ts';
import { hasPort, isEmptyPortSet, subtractPorts } from '../net/portAlgebra.ts';

type IsolateIntent = IntentOf<'isolate'>;

/**
 * The ways to isolate a workload or a namespace: a policy of its own, or the direction added to one that selects exactly
 * these pods. `dns` adds a rule to the name servers, `freeze` rules for all that flows today. Refusals: ALREADY_ISOLATED,
 * NO_LABELS, HOST_NETWORK, DOCUMENT_STALE.
 */
export function planIsolate(base: PlanningBase, intent: IsolateIntent): Candidates {
  const subject = resolveTarget(base, intent.target);
  if (subject === null) return refuse('DOCUMENT_STALE', { endpoint: nameOf(intent) });
  const pods = subject.type === 'pods' ? subject.pods.filter(({ hostNetwork }) => !hostNetwork) : [];
  if (subject.type !== 'pods') return refuse('NO_LABELS', { workload: subject.name });
  if (pods.length === 0 && subject.pods.length > 0) return refuse('HOST_NETWORK', { workload: subject.id });
  const open = intent.directions.filter(
    (direction) => pods.length === 0 || listIsolated(base, { direction, pods }).length < pods.length,
  );
  if (open.length === 0) return refuse('ALREADY_ISOLATED', { workload: subject.name });
  const label = `Isolate ${subject.name} for ${open.join(' and ')}`;
  const toCandidate = (policies: readonly WrittenPolicy[]): Candidate[] => {
    const warnings = [...policies.flatMap((policy) => policy.warnings), ...warnOfHostNetwork(subject)];
    const plan = assemblePlan(
      base,
      policies.flatMap(({ end }) => end),
      { label, warnings },
    );
    return plan.ok ? [{ ways: policies.flatMap(({ ways }) => ways), breadth: 0, plan: plan.plan }] : [];
  };
  const created = writePolicy(base, intent, subject, open);
  if ('reason' in created) return created;
  const written = open.map((direction) => writeDirection(base, intent, subject, pods, direction));
  const extended = listPolicies(base)
    .filter((policy) => policy.namespace === subject.namespace && equalPods(listSubjects(base, policy), pods))
    .filter((policy) => pods.length > 0 && open.every((direction) => !policy.isolates.includes(direction)))
    .flatMap((policy) => {
      const end = extendPolicy(base, policy, written);
      return end ? toCandidate([{ end, ...describePolicy(subject, policy.name, policy.origin.file, written) }]) : [];
    });
  // One policy for all would open those that are isolated already to what flows to the others.
  const isMixed = open.some((direction) => listIsolated(base, { direction, pods }).length > 0);
  const apart = intent.freeze && isMixed ? writeApart(base, intent, subject, open) : null;
  const candidates = [...extended.slice(0, 2), ...toCandidate(apart ?? [created])];
  return candidates.length > 0 ? { ok: true, candidates } : refuse('UNVERIFIED');
}

/** A policy to be, how it does it, and what should be known of it. */
interface WrittenPolicy {
  readonly end: EndPlan;
  readonly ways: readonly Way[];
  readonly warnings: readonly PlanWarning[];
}

/** One new policy for all the pods of the subject. */
function writePolicy(
  base: PlanningBase,
  intent: IsolateIntent,
  subject: PodsEnd,
  directions: readonly Direction[],
): WrittenPolicy | Refusal {
  const pods = subject.pods.filter(({ hostNetwork }) => !hostNetwork);
  const choice = chooseSubject(base, subject, pods);
  if (choice === null) return refuse('NO_LABELS', { workload: subject.id });
  const written = directions.map((direction) => writeDirection(base, intent, subject, pods, direction));
  const { file, path, style, statesNamespace } = choosePolicyFile(base, subject);
  const name = findFreeName(base, subject.namespace, proposeName(subject, intent, directions));
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace: subject.namespace }) },
    spec: {
      podSelector: Object.keys(choice.labels).length === 0 ? {} : { matchLabels: choice.labels },
      policyTypes: written.map(({ type }) => type),
      ...Object.fromEntries(written.flatMap(({ direction, rules }) => (rules.length > 0 ? [[direction, rules]] : []))),
    },
  };
  const { ways, warnings } = describePolicy(subject, name, path, written);
  const end: EndPlan = { type: 'append', file, path, value, style };
  return { end, ways, warnings: [...warnOfSharedLabels(subject.name, choice), ...warnings] };
}

/**
 * A default deny for the namespace, and what flows today in a policy for each workload: no rule of one speaks for another,
 * nor for those that are isolated already. Null when it makes no difference, or labels can not say it.
 */
function writeApart(
  base: PlanningBase,
  intent: IsolateIntent,
  subject: PodsEnd,
  directions: readonly Direction[],
): readonly WrittenPolicy[] | null {
  const policies = [writePolicy(base, { ...intent, freeze: false }, subject, directions)];
  for (const workload of base.connectivity.cluster.workloads) {
    if (subject.workload !== null || workload.namespace !== subject.namespace) continue;
    const end = resolveTarget(base, { type: 'node', id: workload.id });
    if (end?.type !== 'pods') continue;
    const pods = end.pods.filter(({ hostNetwork }) => !hostNetwork);
    const open = directions.filter((direction) => listIsolated(base, { direction, pods }).length < pods.length);
    if (pods.length > 0 && open.length > 0) policies.push(writePolicy(base, { ...intent, dns: false }, end, open));
  }
  const written = policies.flatMap((policy) => ('reason' in policy ? [] : [policy]));
  return written.length < policies.length || written.length === 1 ? null : written;
}

function describePolicy(
  subject: PodsEnd,
  policy: string,
  file: string,
  written: readonly WrittenDirection[],
): Pick<WrittenPolicy, 'ways' | 'warnings'> {
  const args: Way['args'] = { policy, namespace: subject.namespace, target: subject.name, file };
  const ways = written.flatMap(({ direction, ways: own }): Way[] => [
    { code: 'ISOLATE', args: { ...args, direction } },
    ...own.map((way) => ({ ...way, args: { ...args, ...way.args } })),
  ]);
  return { ways, warnings: written.flatMap((one) => one.warnings) };
}

const nameOf = ({ target }: IsolateIntent): string => (target.type === 'node' ? target.id : target.name);

/** `default-deny` for a namespace, `isolate-web` for a workload; the direction where it is one of both. */
function proposeName({ workload, name }: PodsEnd, { freeze }: IsolateIntent, open: readonly Direction[]): string {
  const word = workload === null ? (freeze ? 'isolate-namespace' : 'default-deny') : `isolate-${name}`;
  return (open.length === 2 ? word : `${word}-${open.join('-')}`).slice(0, 240);
}

function chooseSubject(base: PlanningBase, subject: PodsEnd, pods: readonly Pod[]) {
  if (subject.workload === null) return { labels: {}, shared: [] };
  const neighbours = base.connectivity.cluster.pods.filter(({ namespace }) => namespace === subject.namespace);
  return chooseLabels(pods, { neighbours, selector: subject.workload.selector });
}

interface WrittenDirection {
  readonly direction: Direction;
  readonly type: 'Ingress' | 'Egress';
  readonly rules: readonly YamlValue[];
  readonly ways: readonly Way[];
  readonly warnings: readonly PlanWarning[];
}

function writeDirection(
  base: PlanningBase,
  { dns, freeze }: IsolateIntent,
  { namespace }: PodsEnd,
  pods: readonly Pod[],
  direction: Direction,
): WrittenDirection {
  const isolated = new Set(listIsolated(base, { direction, pods }));
  // What others isolate already has its rules; new ones would open it.
  const frozen = freeze
    ? freezeFlows(
        base,
        pods.filter((pod) => !isolated.has(pod)),
        direction,
        namespace,
      )
    : null;
  const name = dns && direction === 'egress' ? allowDns(base, namespace) : null;
  const rules = [...(frozen?.rules ?? []), ...(name?.rules ?? [])];
  const ways: Way[] = [
    ...(frozen === null ? [] : [{ code: 'FREEZE', args: { rules: String(frozen.rules.length) } } as const]),
    ...(name === null ? [] : [{ code: 'ALLOW_DNS', args: { target: name.target } } as const]),
  ];
  const lost: PlanWarning[] = frozen?.nameless.length
    ? [{ code: 'NOT_FROZEN', args: { ends: frozen.nameless.join(', ') } }]
    : [];
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  return { direction, type, rules, ways, warnings: [...lost, ...(name?.warnings ?? [])] };
}

/** The directions added to a policy that selects exactly the pods; null when its text can not take them. */
function extendPolicy(base: PlanningBase, policy: Policy, written: readonly WrittenDirection[]): EndPlan | null {
  const text = findPolicyText(base, policy);
  if (text === null) return null;
  const { spec, file, document, object } = text;
  const types = findOwnEntry(spec, 'policyTypes');
  const isStated = types?.value.type === 'seq' && types.value.items.length > 0;
  // Rules that were written for a direction without effect would come alive.
  if (written.some(({ direction }) => policy.ignoredRules.some((rule) => rule.direction === direction))) return null;
  const known = policy.isolates.map((direction) => (direction === 'ingress' ? 'Ingress' : 'Egress'));
  const added = written.map(({ type }) => type);
  const changes: TreeChange[] = [
    {
      type: 'addItems',
      map: spec,
      key: 'policyTypes',
      items: isStated ? added : [...known, ...added],
      placeAfter: 'podSelector',
    },
    ...written
      .filter(({ rules }) => rules.length > 0)
      .map(({ direction, rules }): TreeChange => {
        const placeAfter = findPlace(spec, { direction });
        return {
          type: 'addItems',
          map: spec,
          key: direction,
          items: rules,
          ...(placeAfter !== null && { placeAfter }),
        };
      }),
  ];
  const style = detectTextStyle(file.source.text, [spec, object.source.node]);
  return { type: 'change', file, document, changes, style };
}

/** Whether the target is isolated in the directions; with name servers and all that flowed, if they were to stay. */
export function holdsIsolate(before: PlanningBase, after: PlanningBase, intent: IsolateIntent): boolean {
  const subject = resolveTarget(after, intent.target);
  if (subject?.type !== 'pods') return false;
  const { connectivity } = after;
  const pods = subject.pods.filter(({ hostNetwork }) => !hostNetwork);
  const isIsolated = intent.directions.every((direction) =>
    pods.every(({ index }) => connectivity.isolationOf(index, direction) === 'isolated'),
  );
  if (!isIsolated) return false;
  if (intent.dns && intent.directions.includes('egress') && !pods.every((pod) => reachesName(after, pod))) return false;
  if (!intent.freeze) return true;
  const isTarget = createTargetTest(before, intent.target);
  return listFlowChanges(before.connectivity, connectivity)
    .filter(({ from, to }) => isTarget(from) || isTarget(to))
    .filter((change) => !isEmptyPortSet(subtractPorts(change.before, change.after)))
    .every(({ from, to }) => [from, to].some((id) => isNameless(before, id)));
}

/** Whether no selector names an end, so that no rule can keep what flows to or from it. */
function isNameless(base: PlanningBase, id: string): boolean {
  const end = resolveTarget(base, { type: 'node', id });
  if (end?.type !== 'pods') return false;
  return end.pods.some(({ hostNetwork }) => hostNetwork) || toPeerItems(base, [end], '') === null;
}

/** Whether its own policies let a pod ask some name server of the import; true when it has none. */
function reachesName(base: PlanningBase, { index, workload }: Pod): boolean {
  const { connectivity } = base;
  const servers = listNameServers(connectivity.cluster).filter((server) => server.workload.id !== workload);
  if (servers.length === 0) return true;
  return servers.some((server) =>
    server.workload.pods.some((other) => {
      const { ports } = connectivity.admitted('egress', { type: 'pod', index }, { type: 'pod', index: other });
      return server.ports.some((port) => hasPort(ports, 'UDP', port));
    }),
  );
}
