import { emptyPortSetId } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { createRowBuilder, withEveryUpper } from './AdmissionRow.ts';
import type { AdmissionRow, RowBuilder } from './AdmissionRow.ts';
import type { AddressSetId, CompiledPolicy, CompiledRule } from './compilePolicies.ts';
import { isEveryPod } from './compilePolicies.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { ClassTable } from './createClassTable.ts';
import type { SelectionResolver } from './createSelectionResolver.ts';
import type { PodSelection } from '../policy/PolicyRule.ts';
import type { Isolating } from './createIsolatingSets.ts';
import { intersectRows } from './intersectRows.ts';
import { nodeCategories } from './PodClass.ts';
import type { NodeCategory, PodClass } from './PodClass.ts';
import { resolvePorts } from './resolvePorts.ts';

/** What rows are computed from beside policies. */
export interface RowState {
  readonly classCount: number;
  /** How many of the classes have addresses that the import tells. */
  readonly addressedCount: number;
  readonly addressSpace: AddressSpace;
}

interface KnownRow {
  readonly row: AdmissionRow;
  readonly from: RowState;
}

/** The rows of the same policies. */
interface IsolatingRows {
  /** By what `toVariant` says, and by what that hangs on: the number of the port names, twice, and whether on the host network. */
  readonly byVariant: Map<string, KnownRow>;
  readonly byNames: KnownRow[];
}

/** Rows that were computed; every evaluation with the same table of classes adds to them. */
export type RowMemory = Map<Isolating, IsolatingRows>;

/** What decides whether rows that were made before still hold. */
interface RowFacts {
  /** The last class that matters to any of the rules beyond its category. */
  readonly newest: number;
  readonly addressSets: readonly AddressSetId[];
}

export interface RowSources {
  readonly ports: PortSetTable;
  readonly selections: readonly PodSelection[];
  readonly resolver: SelectionResolver;
  readonly table: ClassTable;
  readonly addressSpace: AddressSpace;
  readonly assumesComplete: boolean;
  readonly memory: RowMemory;
}

export interface RowTable {
  /** What a class admits in one direction, given the policies that isolate it. */
  rowOf(subject: PodClass, isolating: Isolating): AdmissionRow;
  /** Whether the rows of these policies are what they were in another evaluation with the same table. */
  isUnchanged(isolating: Isolating, since: RowState): boolean;
  readonly state: RowState;
}

const podCategories: readonly NodeCategory[] = [nodeCategories.pod, nodeCategories.podWithoutAddress];
const hostCategories: readonly NodeCategory[] = [nodeCategories.hostPod, nodeCategories.hostPodWithoutAddress];
const everyCategory: readonly NodeCategory[] = [nodeCategories.external, ...podCategories, ...hostCategories];
const addressed: readonly NodeCategory[] = [nodeCategories.pod, nodeCategories.hostPod];
const unaddressed: readonly NodeCategory[] = [nodeCategories.podWithoutAddress, nodeCategories.hostPodWithoutAddress];

/** Rows are made when first asked for, one per distinct set of isolating policies (and of resolved port names). */
export const createRowTable = (sources: RowSources): RowTable => {
  const { ports: portTable, selections, resolver, table, addressSpace, assumesComplete, memory } = sources;
  const { classes } = table;
  const classCount = classes.length;
  const state: RowState = { classCount, addressedCount: table.addressedCount(), addressSpace };
  const categoryOf = (index: number): NodeCategory => classes[index]!.category;
  const externalsIn = collectExternals(addressSpace);
  let shared: RowBuilder | undefined;
  const builder = (): RowBuilder =>
    (shared ??= createRowBuilder(portTable, { classCount, externalCount: addressSpace.externals.length }, categoryOf));
  const portsAt = createPortResolver(portTable, classes);

  /** What one rule admits; `certain` is 0 when it may not count. */
  const addRule = (rule: CompiledRule, direction: Direction, subject: PodClass, certain: 1 | 0): void => {
    const into = builder();
    // Ingress names are the subject's own; egress names each destination's.
    const fixed = direction === 'ingress' ? portsAt(rule, subject.index) : rule.ports;
    const namesMatter = direction === 'egress' && rule.names.length > 0;
    const toCategories = (categories: readonly NodeCategory[], sure: 1 | 0): void => {
      for (const category of categories) into.admitCategory(category, fixed, sure);
      if (!namesMatter) return;
      for (const index of listNamed(rule, table)) {
        if (index < classCount && categories.includes(categoryOf(index))) into.admit(index, portsAt(rule, index), sure);
      }
    };
    const toClass = (index: number, sure: 1 | 0): void => {
      // The table may have grown since: what came later is no part of this evaluation.
      if (index < classCount) into.admit(index, namesMatter ? portsAt(rule, index) : fixed, sure);
    };

    if (rule.anyPeer) toCategories(everyCategory, certain);
    for (const selection of rule.selections) {
      if (isEveryPod(selections[selection]!)) {
        toCategories(podCategories, certain);
        if (!assumesComplete) toCategories(hostCategories, 0);
        continue;
      }
      const { yes, maybe } = resolver.members(selection);
      for (const index of yes) {
        if (!classes[index]!.hostNetwork) toClass(index, certain);
        else if (!assumesComplete) toClass(index, 0);
      }
      if (!assumesComplete) for (const index of maybe) toClass(index, 0);
    }
    for (const set of rule.addressSets) {
      const members = table.byAddressSet.get(set) ?? [];
      if (members.length > 0 && members.length === table.addressedCount()) toCategories(addressed, certain);
      else for (const index of members) toClass(index, certain);
      for (const external of externalsIn.get(set) ?? []) into.admit(classCount + external, fixed, certain);
      if (!assumesComplete) toCategories(unaddressed, 0);
    }
  };

  const addPolicy = (policy: CompiledPolicy, direction: Direction, subject: PodClass, certain: 1 | 0): void => {
    for (const rule of policy.rules[direction]) addRule(rule, direction, subject, certain);
  };

  const computeRow = (subject: PodClass, { direction, yes, maybe }: Isolating): AdmissionRow => {
    if (yes.length === 0) {
      // None of them may count, or any one alone: only what each of them admits is certain.
      const rows = maybe.map((policy) => {
        addPolicy(policy, direction, subject, 1);
        return builder().finish();
      });
      return withEveryUpper(rows.reduce((a, b) => intersectRows(a, b, portTable, categoryOf)));
    }
    for (const policy of yes) addPolicy(policy, direction, subject, 1);
    for (const policy of maybe) addPolicy(policy, direction, subject, 0);
    const row = builder().finish();
    // A plugin may as well leave pods on the host network alone.
    return subject.hostNetwork ? withEveryUpper(row) : row;
  };

  const facts = new Map<Isolating, RowFacts>();
  const factsOf = (isolating: Isolating): RowFacts => {
    let known = facts.get(isolating);
    if (known === undefined) {
      const { rules } = isolating;
      known = {
        newest: rules.reduce((last, rule) => Math.max(last, newestOf(rule)), -1),
        addressSets: [...new Set(rules.flatMap((rule) => rule.addressSets))],
      };
      facts.set(isolating, known);
    }
    return known;
  };
  /** Whether none of the classes that came after rows were made belongs into them. */
  const isCurrent = (isolating: Isolating, from: RowState): boolean => {
    const isSameSpace = from.addressSpace === addressSpace;
    if (isSameSpace && from.classCount === classCount) return true;
    const { newest, addressSets } = factsOf(isolating);
    if (!isSameSpace && addressSets.length > 0) return false;
    if (from.classCount === classCount) return true;
    return newest < from.classCount && !addressSets.some((set) => coversAll(set, from.addressedCount));
  };
  const newestByRule = new Map<CompiledRule, number>();
  /** The last class that matters to a rule beyond its category; -1: none does. */
  const newestOf = (rule: CompiledRule): number => {
    let last = newestByRule.get(rule);
    if (last === undefined) {
      last = -1;
      const note = (members: readonly number[] | undefined): void => {
        last = Math.max(last!, members?.at(-1) ?? -1);
      };
      for (const selection of rule.selections) {
        const { yes, maybe } = resolver.members(selection);
        note(yes);
        note(maybe);
      }
      for (const set of rule.addressSets) note(table.byAddressSet.get(set));
      if (namesEveryone(rule)) note(listNamed(rule, table));
      newestByRule.set(rule, last);
    }
    return last;
  };
  /** Some peer is a whole category, in which each class with such a port is special. */
  const namesEveryone = ({ names, anyPeer, selections: asked, addressSets }: CompiledRule): boolean =>
    names.length > 0 && (anyPeer || addressSets.length > 0 || asked.some((one) => isEveryPod(selections[one]!)));
  /** Whether all pods with known addresses were in a set, which may no longer hold. */
  const coversAll = (set: AddressSetId, addressedCount: number): boolean =>
    (table.byAddressSet.get(set)?.length ?? 0) === addressedCount && addressedCount !== table.addressedCount();

  /** What tells rows of the same policies apart. Ingress names are the subject's own, so it matters what they mean. */
  const toVariant = (subject: PodClass, { direction, named }: Isolating): string => {
    const host = subject.hostNetwork ? ' host' : '';
    return direction === 'egress' || named.length === 0
      ? host
      : `${host} ${named.map((rule) => portsAt(rule, subject.index)).join()}`;
  };

  const findRow = (subject: PodClass, isolating: Isolating, known: IsolatingRows): KnownRow => {
    const variant = toVariant(subject, isolating);
    let found = known.byVariant.get(variant);
    if (found === undefined || !isCurrent(isolating, found.from)) {
      found = { row: computeRow(subject, isolating), from: state };
      known.byVariant.set(variant, found);
    }
    return found;
  };

  return {
    state,
    rowOf: (subject, isolating) => {
      let known = memory.get(isolating);
      if (known === undefined) {
        known = { byVariant: new Map(), byNames: [] };
        memory.set(isolating, known);
      }
      const position = 2 * subject.namesId + (subject.hostNetwork ? 1 : 0);
      let found = known.byNames[position];
      if (found === undefined || !isCurrent(isolating, found.from)) found = findRow(subject, isolating, known);
      if (found.from.classCount < classCount) found = { row: found.row, from: state };
      known.byNames[position] = found;
      return found.row;
    },
    isUnchanged: isCurrent,
  };
};

/** The classes with a port that some name of the rule means. */
const listNamed = ({ names }: CompiledRule, { byPortName }: ClassTable): readonly number[] => {
  const lists = names.map(({ protocol, name }) => byPortName.get(`${protocol} ${name}`) ?? []);
  return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())].sort((a, b) => a - b);
};

/** A rule's ports at a class of destinations; the same for all classes that resolve names alike. */
const createPortResolver = (table: PortSetTable, classes: readonly PodClass[]) => {
  const known = new Map<CompiledRule, Map<number, PortSetId>>();
  return (rule: CompiledRule, index: number): PortSetId => {
    if (rule.names.length === 0) return rule.ports;
    const { namesId, namedPorts } = classes[index]!;
    const byNames = known.get(rule) ?? new Map<number, PortSetId>();
    known.set(rule, byNames);
    let ports = byNames.get(namesId);
    if (ports === undefined) {
      const named = namedPorts.length === 0 ? emptyPortSetId : table.intern(resolvePorts(rule.names, namedPorts));
      ports = table.union(rule.ports, named);
      byNames.set(namesId, ports);
    }
    return ports;
  };
};

/** By mentioned set: the externals in it. */
const collectExternals = ({ setsOf }: AddressSpace): ReadonlyMap<number, readonly number[]> => {
  const externals = new Map<number, number[]>();
  setsOf.forEach((sets, external) => {
    for (const set of sets) {
      const list = externals.get(set) ?? [];
      list.push(external);
      externals.set(set, list);
    }
  });
  return externals;
};
