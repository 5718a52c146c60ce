import type { Pod } from '../cluster/Cluster.ts';
import { listUnknownLabels } from '../cluster/listUnknownLabels.ts';
import type { LabelSet } from '../labels/LabelSelector.ts';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { AddressSetId } from './compilePolicies.ts';
import { otherValue } from './createLabelMentions.ts';
import type { LabelMentions } from './createLabelMentions.ts';
import type { Knowledge } from './createKnowledge.ts';
import { nodeCategories } from './PodClass.ts';
import type { NodeCategory, PodClass } from './PodClass.ts';

/**
 * Sorts pods into classes, the same pods into the same ones until selectors look at more of their labels. Only ever grows:
 * classes whose pods are gone stay, without pods.
 */
export interface ClassTable {
  readonly classes: readonly PodClass[];
  /** Classes by namespace, and by `key\0value` of a label that selectors ask for; ascending. */
  readonly byNamespace: ReadonlyMap<string, readonly number[]>;
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
  /** Classes by `PROTOCOL name` of their ports, and by the address sets they are in; ascending. */
  readonly byPortName: ReadonlyMap<string, readonly number[]>;
  readonly byAddressSet: ReadonlyMap<AddressSetId, readonly number[]>;
  /** Labels that some pod of the table may have without the import saying so. */
  readonly unknownLabels: ReadonlySet<string>;
  /** How many classes have addresses that the import tells. */
  addressedCount(): number;
  classify(pod: Pod, addressSpace: AddressSpace): number;
}

/** What a class has beside the labels and the namespace of its pods. */
interface Traits {
  readonly category: NodeCategory;
  readonly namesId: number;
  readonly addressSets: readonly AddressSetId[];
  readonly unknown: readonly string[];
}

export const labelEntryKey = (key: string, value: string): string => `${key}\0${value}`;

export const createClassTable = (mentions: LabelMentions, knowledge: Knowledge): ClassTable => {
  const classes: PodClass[] = [];
  const byKey = new Map<string, number>();
  const byNamespace = new Map<string, number[]>();
  const byLabel = new Map<string, number[]>();
  const byPortName = new Map<string, number[]>();
  const byAddressSet = new Map<AddressSetId, number[]>();
  const unknownLabels = new Set<string>();
  let addressed = 0;

  const labelNumbers = new Map<string, IdentityNumbering<LabelSet>>();
  const toText = (namespace: string, labels: LabelSet): string => {
    const parts: string[] = [];
    for (const key of Object.keys(labels)) {
      const seen = mentions.see(namespace, key, labels[key]!);
      if (seen !== null) parts.push(labelEntryKey(key, seen));
    }
    return sortTexts(parts).join('\0');
  };
  const toLabelsId = ({ namespace, labels }: Pod): number => {
    let numbering = labelNumbers.get(namespace);
    if (numbering === undefined) {
      numbering = createIdentityNumbering((one) => toText(namespace, one));
      labelNumbers.set(namespace, numbering);
    }
    return numbering.toNumber(labels);
  };
  let mentionsSeen = 0;
  /** The pod before, and its class: pods of one workload are alike and come one after another. */
  let last: LastPod | null = null;
  const noticeMentions = (): void => {
    if (mentions.size() === mentionsSeen) return;
    mentionsSeen = mentions.size();
    last = null;
    for (const numbering of labelNumbers.values()) numbering.forget();
  };
  const nameNumbers = createIdentityNumbering((ports: readonly ContainerPort[]): string =>
    [
      ...new Set(
        ports.filter(({ name }) => name !== null).map(({ name, protocol, port }) => `${protocol} ${name} ${port}`),
      ),
    ]
      .sort()
      .join(),
  );
  nameNumbers.toNumber([]);
  /** Those that some selector looks at. */
  const listUnknown = (pod: Pod): readonly string[] => {
    const unknown = knowledge.assumesComplete ? nothing : listUnknownLabels(pod);
    return unknown.length === 0 ? nothing : unknown.filter((key) => mentions.has(pod.namespace, key));
  };
  const namespaceIds = new Map<string, number>();

  const seeLabels = ({ namespace, labels }: Pod): LabelSet => {
    const entries: [string, string][] = [];
    for (const key of Object.keys(labels)) {
      const value = mentions.see(namespace, key, labels[key]!);
      if (value !== null) entries.push([key, value]);
    }
    return Object.fromEntries(entries);
  };
  const add = (pod: Pod, { category, namesId, addressSets, unknown }: Traits): number => {
    const index = classes.length;
    const namedPorts = pod.ports.filter(({ name }) => name !== null);
    const { namespace, hostNetwork } = pod;
    const namespaceId = namespaceIds.get(namespace) ?? namespaceIds.size;
    namespaceIds.set(namespace, namespaceId);
    const labels = seeLabels(pod);
    classes.push({
      index,
      category,
      namespace,
      namespaceId,
      labels,
      unknownLabels: unknown,
      hostNetwork,
      namedPorts,
      namesId,
      addressSets,
    });
    pushTo(byNamespace, namespace, index);
    for (const key of Object.keys(labels)) {
      if (labels[key] !== otherValue) pushTo(byLabel, labelEntryKey(key, labels[key]!), index);
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
    classify: (pod, addressSpace) => {
      noticeMentions();
      const addressSets = listAddressSets(pod, addressSpace);
      const category = toCategory(pod, knowledge);
      if (last !== null && last.category === category && last.addressSets === addressSets && isLike(pod, last.pod)) {
        return last.index;
      }
      const namesId = nameNumbers.toNumber(pod.ports);
      const unknown = listUnknown(pod);
      // No selector reaches a pod on the host network then, so that its labels tell nothing.
      const isNameless = pod.hostNetwork && knowledge.assumesComplete;
      const identity = isNameless ? '' : `${pod.namespace} ${toLabelsId(pod)} ${unknown.join('\0')}`;
      const key = `${category} ${namesId} ${identity} ${addressSets.join()}`;
      let index = byKey.get(key);
      if (index === undefined) {
        index = add(pod, { category, namesId, addressSets, unknown });
        byKey.set(key, index);
      }
      last = { pod, category, addressSets, index };
      return index;
    },
  };
};

interface LastPod extends Pick<Traits, 'category' | 'addressSets'> {
  readonly pod: Pod;
  readonly index: number;
}

/** Whether two pods are of one class if their addresses are alike: equal values are shared when manifests are read. */
const isLike = (a: Pod, b: Pod): boolean =>
  a.labels === b.labels &&
  a.ports === b.ports &&
  a.workload === b.workload &&
  a.namespace === b.namespace &&
  a.representative === b.representative;

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

interface IdentityNumbering<Value> {
  toNumber(value: Value): number;
  /** What values say may have changed: all are looked at anew. */
  forget(): void;
}

/** Numbers values by what they say, from 0; a value that was seen before is not looked at again. */
const createIdentityNumbering = <Value extends object>(toText: (value: Value) => string): IdentityNumbering<Value> => {
  const known = new Map<Value, number>();
  const numbers = new Map<string, number>();
  return {
    toNumber: (value) => {
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
    },
    forget: () => {
      known.clear();
    },
  };
};

/** In place and ascending. The few labels of a pod need no buffers, which `sort` takes for each of its calls. */
const sortTexts = (texts: string[]): string[] => {
  if (texts.length > 16) return texts.sort();
  for (let end = 1; end < texts.length; end += 1) {
    const text = texts[end]!;
    let at = end;
    for (; at > 0 && texts[at - 1]! > text; at -= 1) texts[at] = texts[at - 1]!;
    texts[at] = text;
  }
  return texts;
};

const pushTo = <Key>(lists: Map<Key, number[]>, key: Key, value: number): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
