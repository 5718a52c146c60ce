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

/** Rows that were computed, by the policies and by `toVariant`; every evaluation with the same table adds to it. */
export type RowMemory = Map<Isolating, Map<string, KnownRow>>;

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

  /** Whether none of the classes that came after a row was made belongs into it. */
  const isCurrent = (rules: readonly CompiledRule[], known: RowState): boolean => {
    if (known.addressSpace !== addressSpace && rules.some((rule) => rule.addressSets.length > 0)) return false;
    if (known.classCount === classCount) return true;
    return rules.every(
      (rule) =>
        newestOf(rule) < known.classCount && !rule.addressSets.some((set) => coversAll(set, known.addressedCount)),
    );
  };
  const newest = new Map<CompiledRule, number>();
  /** The last class that matters to a rule beyond its category; -1: none does. */
  const newestOf = (rule: CompiledRule): number => {
    let last = newest.get(rule);
    if (last === undefined) {
      const lists = [
        ...rule.selections.flatMap((selection) => {
          const { yes, maybe } = resolver.members(selection);
          return [yes, maybe];
        }),
        ...rule.addressSets.map((set) => table.byAddressSet.get(set) ?? []),
        ...(namesEveryone(rule) ? [listNamed(rule, table)] : []),
      ];
      last = Math.max(-1, ...lists.map((members) => members.at(-1) ?? -1));
      newest.set(rule, last);
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

  const state: RowState = { classCount, addressedCount: table.addressedCount(), addressSpace };
  const findRow = (subject: PodClass, isolating: Isolating): AdmissionRow => {
    const variant = toVariant(subject, isolating);
    const own = memory.get(isolating) ?? new Map<string, KnownRow>();
    memory.set(isolating, own);
    let known = own.get(variant);
    if (known === undefined || !isCurrent(isolating.rules, known.from)) {
      known = { row: computeRow(subject, isolating), from: state };
    } else if (known.from.classCount < classCount) known = { row: known.row, from: state };
    own.set(variant, known);
    return known.row;
  };

  /** Rows of this evaluation, by what a variant hangs on. */
  const current = new Map<Isolating, AdmissionRow[]>();
  const unchanged = new Map<Isolating, boolean>();
  let comparedWith: RowState | null = null;
  return {
    state,
    rowOf: (subject, isolating) => {
      let rows = current.get(isolating);
      if (rows === undefined) {
        rows = [];
        current.set(isolating, rows);
      }
      const position = 2 * subject.namesId + (subject.hostNetwork ? 1 : 0);
      return (rows[position] ??= findRow(subject, isolating));
    },
    isUnchanged: (isolating, since) => {
      if (comparedWith !== since) unchanged.clear();
      comparedWith = since;
      let known = unchanged.get(isolating);
      if (known === undefined) {
        known = isCurrent(isolating.rules, since);
        unchanged.set(isolating, known);
      }
      return known;
    },
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
