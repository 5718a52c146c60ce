import type { Pod } from '../cluster/Cluster.ts';
import { listUnknownLabels } from '../cluster/listUnknownLabels.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { AddressSetId } from './compilePolicies.ts';
import type { LabelKeys, LabelMention } from './createLabelKeys.ts';
import type { Knowledge } from './createKnowledge.ts';
import { nodeCategories } from './PodClass.ts';
import type { NodeCategory, PodClass } from './PodClass.ts';

/**
 * Sorts pods into classes, the same pods into the same ones for as long as the table lives. Only ever grows: classes
 * whose pods are gone stay, without pods.
 */
export interface ClassTable {
  readonly classes: readonly PodClass[];
  /** Classes by namespace, and by `key\0value` of a label that selectors look at; ascending. */
  readonly byNamespace: ReadonlyMap<string, readonly number[]>;
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
  /** Classes by `PROTOCOL name` of their ports, and by the address sets they are in; ascending. */
  readonly byPortName: ReadonlyMap<string, readonly number[]>;
  readonly byAddressSet: ReadonlyMap<AddressSetId, readonly number[]>;
  /** Labels that some pod of the table may have without the import saying so. */
  readonly unknownLabels: ReadonlySet<string>;
  /** How many classes have addresses that the import tells. */
  addressedCount(): number;
  /** Whether some pod has such a label, or may have it, that classes do not tell apart. */
  ignores(mention: LabelMention): boolean;
  classify(pod: Pod, addressSpace: AddressSpace): number;
}

export const labelEntryKey = (key: string, value: string): string => `${key}\0${value}`;

export const createClassTable = (labelKeys: LabelKeys, knowledge: Knowledge): ClassTable => {
  const classes: PodClass[] = [];
  const byKey = new Map<string, number>();
  const byNamespace = new Map<string, number[]>();
  const byLabel = new Map<string, number[]>();
  const byPortName = new Map<string, number[]>();
  const byAddressSet = new Map<AddressSetId, number[]>();
  const unknownLabels = new Set<string>();
  /** By label, the namespaces in which it is not looked at and some pod has it. */
  const ignored = new Map<string, Set<string>>();
  let addressed = 0;

  const ignore = (key: string, namespace: string): void => {
    const namespaces = ignored.get(key);
    if (namespaces === undefined) ignored.set(key, new Set([namespace]));
    else namespaces.add(namespace);
  };
  const createLabelNumbering = (namespace: string) => {
    const keys = labelKeys.in(namespace);
    return createIdentityNumbering((labels: LabelSet): string => {
      const parts: string[] = [];
      for (const key of Object.keys(labels)) {
        if (keys.has(key)) parts.push(labelEntryKey(key, labels[key]!));
        else ignore(key, namespace);
      }
      return parts.length > 1 ? parts.sort().join('\0') : (parts[0] ?? '');
    });
  };
  const numberings = new Map<string, (labels: LabelSet) => number>();
  const toLabelsId = ({ namespace, labels }: Pod): number => {
    const numbering = numberings.get(namespace) ?? createLabelNumbering(namespace);
    numberings.set(namespace, numbering);
    return numbering(labels);
  };
  const toNamesId = createIdentityNumbering((ports: readonly ContainerPort[]): string =>
    [
      ...new Set(
        ports.filter(({ name }) => name !== null).map(({ name, protocol, port }) => `${protocol} ${name} ${port}`),
      ),
    ]
      .sort()
      .join(),
  );
  toNamesId([]);
  const toUnknownKey = (pod: Pod): string => {
    const unknown = listUnknownLabels(pod);
    if (unknown.length === 0) return '';
    const keys = labelKeys.in(pod.namespace);
    return unknown.filter((key) => keys.has(key)).join('\0');
  };
  const namespaceIds = new Map<string, number>();

  const add = (pod: Pod, category: NodeCategory, namesId: number, addressSets: readonly AddressSetId[]): number => {
    const index = classes.length;
    const namedPorts = pod.ports.filter(({ name }) => name !== null);
    const { namespace, hostNetwork, labels } = pod;
    const namespaceId = namespaceIds.get(namespace) ?? namespaceIds.size;
    namespaceIds.set(namespace, namespaceId);
    const unknown = knowledge.assumesComplete ? nothing : listUnknownLabels(pod);
    classes.push({
      index,
      category,
      namespace,
      namespaceId,
      unknownLabels: unknown,
      sample: pod,
      hostNetwork,
      namedPorts,
      namesId,
      addressSets,
    });
    pushTo(byNamespace, namespace, index);
    const keys = labelKeys.in(namespace);
    for (const key of Object.keys(labels)) {
      if (keys.has(key)) pushTo(byLabel, labelEntryKey(key, labels[key]!), index);
    }
    for (const name of new Set(namedPorts.map((port) => `${port.protocol} ${port.name}`)))
      pushTo(byPortName, name, index);
    for (const set of addressSets) pushTo(byAddressSet, set, index);
    if (category === nodeCategories.pod || category === nodeCategories.hostPod) addressed += 1;
    unknown.forEach((key) => unknownLabels.add(key));
    return index;
  };

  return {
    classes,
    byNamespace,
    byLabel,
    byPortName,
    byAddressSet,
    unknownLabels,
    addressedCount: () => addressed,
    ignores: ({ namespace, key }) => {
      const namespaces = ignored.get(key);
      return (
        unknownLabels.has(key) || (namespace === null ? namespaces !== undefined : namespaces?.has(namespace) === true)
      );
    },
    classify: (pod, addressSpace) => {
      const addressSets = listAddressSets(pod, addressSpace);
      const category = toCategory(pod, knowledge);
      const namesId = toNamesId(pod.ports);
      const unknown = knowledge.assumesComplete ? '' : toUnknownKey(pod);
      // No selector reaches a pod on the host network then, so that its labels tell nothing.
      const isNameless = pod.hostNetwork && knowledge.assumesComplete;
      const identity = isNameless ? '' : `${pod.namespace} ${toLabelsId(pod)} ${unknown}`;
      const key = `${category} ${namesId} ${identity} ${addressSets.join()}`;
      let index = byKey.get(key);
      if (index === undefined) {
        index = add(pod, category, namesId, addressSets);
        byKey.set(key, index);
      }
      return index;
    },
  };
};

const toCategory = (pod: Pod, knowledge: Knowledge): NodeCategory => {
  const unknown = knowledge.hasUnknownAddress(pod);
  if (pod.hostNetwork) return unknown ? nodeCategories.hostPodWithoutAddress : nodeCategories.hostPod;
  return unknown ? nodeCategories.podWithoutAddress : nodeCategories.pod;
};

const nothing: readonly string[] = [];
const noSets: readonly AddressSetId[] = [];

const listAddressSets = (pod: Pod, { setsOf, findExternal }: AddressSpace): readonly AddressSetId[] => {
  if (setsOf.length === 1) return setsOf[0]!;
  const addresses = pod.addresses;
  if (addresses.length === 0) return noSets;
  if (addresses.length === 1) return setsOf[findExternal(addresses[0]!)]!;
  return [...new Set(addresses.flatMap((address) => setsOf[findExternal(address)]!))].sort((a, b) => a - b);
};

/** Numbers values by what they say, from 0; a value that was seen before is not looked at again. */
const createIdentityNumbering = <Value extends object>(toText: (value: Value) => string) => {
  const known = new Map<Value, number>();
  const numbers = new Map<string, number>();
  return (value: Value): number => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const text = toText(value);
    let number = numbers.get(text);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(text, number);
    }
    known.set(value, number);
    return number;
  };
};

const pushTo = <Key>(lists: Map<Key, number[]>, key: Key, value: number): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
