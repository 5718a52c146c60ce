import type { Cluster, Pod } from '../cluster/Cluster.ts';
import type { LabelSelector } from '../labels/LabelSelector.ts';
import { matchesSelector } from '../labels/matchesSelector.ts';
import { toSelectorKey } from '../labels/toSelectorKey.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { Direction, Policy, PodSelection } from '../policy/PolicyRule.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import { createNamespaceLabels } from './createNamespaceLabels.ts';
import { readPodAddresses } from './readPodAddresses.ts';

/** Pods that no policy can tell apart: every flow of one is a flow of each. */
export interface PodClass {
  readonly index: number;
  readonly hostNetwork: boolean;
  /** Positions in the list of policies: those that isolate it, ascending. */
  readonly isolatedBy: Readonly<Record<Direction, readonly number[]>>;
  /** Those of its container ports whose name and protocol some rule uses; of any one of its pods. */
  readonly namedPorts: readonly ContainerPort[];
  /** Equal for classes that resolve every name alike; 0 without named ports. */
  readonly namesId: number;
}

export interface PodClasses {
  readonly classes: readonly PodClass[];
  /** Per pod, by position: its class. */
  readonly classOf: Int32Array;
  /** The classes that a selection takes in; ascending. Only for selections of the policies the classes were made from. */
  selected(selection: PodSelection): readonly number[];
  /** The classes whose addresses are in the mentioned set of that number; ascending. */
  withAddressIn(set: number): readonly number[];
}

const toSelectionKey = ({ namespaces, pods }: PodSelection): string =>
  `${namespaces.type === 'named' ? `=${namespaces.name}` : toSelectorKey(namespaces.selector)} ${toSelectorKey(pods)}`;

interface Mentions {
  readonly selections: ReadonlyMap<string, PodSelection>;
  /** Label keys that pod selectors look at. */
  readonly labelKeys: ReadonlySet<string>;
  /** `TCP http`. */
  readonly portNames: ReadonlySet<string>;
}

const collectMentions = (policies: readonly Policy[]): Mentions => {
  const selections = new Map<string, PodSelection>();
  const labelKeys = new Set<string>();
  const portNames = new Set<string>();
  const mention = (selection: PodSelection): void => {
    selections.set(toSelectionKey(selection), selection);
    Object.keys(selection.pods.matchLabels).forEach((key) => labelKeys.add(key));
    selection.pods.matchExpressions.forEach(({ key }) => labelKeys.add(key));
  };
  for (const { subject, rules } of policies) {
    mention(subject);
    for (const { peers, ports } of rules) {
      for (const peer of peers ?? []) if (peer.type === 'pods') mention(peer.selection);
      for (const port of ports ?? []) if (port.type === 'name') portNames.add(`${port.protocol} ${port.name}`);
    }
  }
  return { selections, labelKeys, portNames };
};

/** Numbers texts from 0 in order of appearance. */
const createNumbering = () => {
  const numbers = new Map<string, number>();
  return (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
};

/** Pods of one namespace whose labels are the same as far as selectors look; hostNetwork pods are in none. */
interface LabelGroup {
  readonly sample: Pod;
  /** Numbers of the selections that take it in, ascending. */
  readonly selections: number[];
}

const groupByLabels = (pods: readonly Pod[], labelKeys: ReadonlySet<string>) => {
  const groups = new Map<string, LabelGroup>();
  const byNamespace = new Map<string, LabelGroup[]>();
  const groupOf = pods.map((pod): LabelGroup | null => {
    if (pod.hostNetwork) return null;
    const labels = Object.keys(pod.labels)
      .filter((key) => labelKeys.has(key))
      .sort()
      .map((key) => [key, pod.labels[key]]);
    const key = JSON.stringify([pod.namespace, labels]);
    let group = groups.get(key);
    if (group === undefined) {
      group = { sample: pod, selections: [] };
      groups.set(key, group);
      pushTo(byNamespace, pod.namespace, group);
    }
    return group;
  });
  return { groupOf, byNamespace };
};

/** Names of the namespaces with pods that a selector matches; each selector is looked at once. */
const createNamespaceFinder = (cluster: Cluster, namespaces: readonly string[]) => {
  const labels = createNamespaceLabels(cluster);
  const known = new Map<string, readonly string[]>();
  return (selector: LabelSelector): readonly string[] => {
    const key = toSelectorKey(selector);
    const found = known.get(key) ?? namespaces.filter((name) => matchesSelector(selector, labels(name)));
    known.set(key, found);
    return found;
  };
};

const selectGroups = (cluster: Cluster, { selections, labelKeys }: Mentions) => {
  const { groupOf, byNamespace } = groupByLabels(cluster.pods, labelKeys);
  const findNamespaces = createNamespaceFinder(cluster, [...byNamespace.keys()]);
  [...selections.values()].forEach(({ namespaces, pods }, number) => {
    const names = namespaces.type === 'named' ? [namespaces.name] : findNamespaces(namespaces.selector);
    for (const name of names) {
      for (const group of byNamespace.get(name) ?? []) {
        if (matchesSelector(pods, group.sample.labels)) group.selections.push(number);
      }
    }
  });
  return groupOf;
};

/** Sorts every pod of the cluster into the coarsest classes that the policies can tell apart. */
export const computePodClasses = (
  cluster: Cluster,
  policies: readonly Policy[],
  addressSpace: AddressSpace,
): PodClasses => {
  const mentions = collectMentions(policies);
  const groupOf = selectGroups(cluster, mentions);
  const selectionNumbers = new Map([...mentions.selections.keys()].map((key, number) => [key, number]));
  const isolating = new Map<number, { readonly policy: number; readonly isolates: readonly Direction[] }[]>();
  policies.forEach(({ subject, isolates }, policy) => {
    pushTo(isolating, selectionNumbers.get(toSelectionKey(subject))!, { policy, isolates });
  });
  const isolatedBy = (selections: readonly number[], direction: Direction): number[] =>
    selections
      .flatMap((number) => isolating.get(number) ?? [])
      .filter(({ isolates }) => isolates.includes(direction))
      .map(({ policy }) => policy)
      .sort((a, b) => a - b);

  const toNamesId = createNumbering();
  toNamesId('');
  const toClass = createNumbering();
  const classes: PodClass[] = [];
  const selectedClasses = new Map<number, number[]>();
  const addressedClasses = new Map<number, number[]>();
  const noSelections: readonly number[] = [];

  const classOf = Int32Array.from(cluster.pods, (pod, position) => {
    const selections = groupOf[position]?.selections ?? noSelections;
    const sets = [
      ...new Set(
        readPodAddresses(pod).flatMap((address) => addressSpace.setsOf[addressSpace.findExternal(address)] ?? []),
      ),
    ].sort((a, b) => a - b);
    const namedPorts = pod.ports.filter(
      ({ name, protocol }) => name !== null && mentions.portNames.has(`${protocol} ${name}`),
    );
    const names = [...new Set(namedPorts.map(({ name, protocol, port }) => `${protocol} ${name} ${port}`))].sort();
    const namesId = toNamesId(names.join());
    const index = toClass(`${pod.hostNetwork ? 'host' : 'pod'} ${selections.join()} ${sets.join()} ${namesId}`);
    if (index === classes.length) {
      classes.push({
        index,
        hostNetwork: pod.hostNetwork,
        isolatedBy: { ingress: isolatedBy(selections, 'ingress'), egress: isolatedBy(selections, 'egress') },
        namedPorts,
        namesId,
      });
      selections.forEach((number) => pushTo(selectedClasses, number, index));
      sets.forEach((set) => pushTo(addressedClasses, set, index));
    }
    return index;
  });

  return {
    classes,
    classOf,
    selected: (selection) => selectedClasses.get(selectionNumbers.get(toSelectionKey(selection)) ?? -1) ?? [],
    withAddressIn: (set) => addressedClasses.get(set) ?? [],
  };
};

const pushTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
