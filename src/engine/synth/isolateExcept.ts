import type { Pod } from '../cluster/Cluster.ts';
import type { YamlValue } from '../edits/YamlValue.ts';
import { everyPort, isEmptyPortSet, subtractPorts } from '../net/portAlgebra.ts';
import { chooseLabels } from './chooseLabels.ts';
import { choosePolicyFile } from './choosePolicyFile.ts';
import type { DenyEnd } from './DenyEnd.ts';
import { everyoneBut, type Outside } from './everyoneBut.ts';
import type { NarrowedPolicy } from './planNarrowing.ts';
import type { PlanningBase } from './PlanningBase.ts';
import { findFreeName, wordOf } from './policyName.ts';
import { toPortItems } from './subtractPortItems.ts';
import { toPeerItems } from './toPeerItems.ts';

/**
 * A new policy that isolates the open pods of a subject and allows all that flowed, except this: everyone but the others
 * on every port, and the others on the ports that stay. Null when labels can not say so.
 */
export function isolateExcept(
  base: PlanningBase,
  { direction, subject, others, ports }: DenyEnd,
  pods: readonly Pod[],
  outside: Outside,
): NarrowedPolicy | null {
  const { namespace } = subject;
  const neighbours = base.connectivity.cluster.pods.filter((pod) => pod.namespace === namespace);
  const isWhole = neighbours.filter(({ hostNetwork }) => !hostNetwork).length === pods.length;
  const choice =
    subject.workload === null && isWhole
      ? { labels: {}, shared: [] }
      : chooseLabels(pods, { neighbours, selector: subject.workload?.selector ?? null });
  // A selector that takes in others would isolate them, or open them to everyone.
  if (choice === null || choice.shared.length > 0) return null;
  const everyone = everyoneBut(base, others, namespace, outside);
  const peers = toPeerItems(base, others, namespace);
  if (everyone === null || peers === null) return null;
  const key = direction === 'ingress' ? 'from' : 'to';
  const left = subtractPorts(everyPort, ports);
  const rules: readonly YamlValue[] = [
    { [key]: everyone },
    ...(isEmptyPortSet(left) ? [] : [{ [key]: peers.items, ports: toPortItems(left) }]),
  ];
  const { file, path, style, statesNamespace } = choosePolicyFile(base, subject);
  const [first] = others;
  const word = first && others.length === 1 ? wordOf(first) : 'others';
  const [from, to] = direction === 'ingress' ? [word, subject.name] : [subject.name, word];
  const name = findFreeName(base, namespace, `deny-${from}-to-${to}`.slice(0, 200));
  const value: YamlValue = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, ...(statesNamespace && { namespace }) },
    spec: {
      podSelector: Object.keys(choice.labels).length === 0 ? {} : { matchLabels: choice.labels },
      policyTypes: [direction === 'ingress' ? 'Ingress' : 'Egress'],
      [direction]: rules,
    },
  };
  const args = { policy: name, namespace, target: subject.name, direction, file: path };
  return {
    ends: [{ type: 'append', file, path, value, style }],
    ways: [
      { code: 'ISOLATE', args },
      { code: 'FREEZE', args: { ...args, rules: String(rules.length) } },
    ],
  };
}
