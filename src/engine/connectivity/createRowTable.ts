import { emptyPortSetId } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { createRowBuilder, withEveryUpper } from './AdmissionRow.ts';
import type { AdmissionRow, RowBuilder } from './AdmissionRow.ts';
import type { CompiledPolicy, CompiledRule } from './compilePolicies.ts';
import { isEveryPod } from './compilePolicies.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { ClassTable } from './createClassTable.ts';
import type { SelectionResolver } from './createSelectionResolver.ts';
import type { PodSelection } from '../policy/PolicyRule.ts';
import { intersectRows } from './intersectRows.ts';
import { nodeCategories } from './PodClass.ts';
import type { NodeCategory, PodClass } from './PodClass.ts';
import { resolvePorts } from './resolvePorts.ts';

/** Which policies isolate a class in one direction. */
export interface Isolating {
  readonly yes: readonly CompiledPolicy[];
  /** They may: whether they select it hangs on labels that the import does not tell. */
  readonly maybe: readonly CompiledPolicy[];
}

interface KnownRow {
  readonly row: AdmissionRow;
  readonly rules: readonly CompiledRule[];
  readonly classCount: number;
  readonly addressSpace: AddressSpace;
}

/** Rows that were computed before, by what they were computed from. */
export type RowMemory = Map<string, KnownRow>;

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
  /** What a class admits in one direction, given the policies that isolate it. At least one must. */
  rowOf(direction: Direction, subject: PodClass, isolating: Isolating): AdmissionRow;
  /** The rows that were asked for, for the next evaluation. */
  readonly used: RowMemory;
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
        if (categories.includes(categoryOf(index))) into.admit(index, portsAt(rule, index), sure);
      }
    };
    const toClass = (index: number, sure: 1 | 0): void =>
      into.admit(index, namesMatter ? portsAt(rule, index) : fixed, sure);

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

  const computeRow = (direction: Direction, subject: PodClass, { yes, maybe }: Isolating): AdmissionRow => {
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

  const isCurrent = (known: KnownRow): boolean => {
    const usesAddresses = known.rules.some((rule) => rule.addressSets.length > 0);
    if (usesAddresses && known.addressSpace !== addressSpace) return false;
    if (known.classCount === classCount) return true;
    if (usesAddresses || known.rules.some((rule) => rule.names.length > 0)) return false;
    return known.rules.every((rule) =>
      rule.selections.every((selection) => {
        const { yes, maybe } = resolver.members(selection);
        return (yes.at(-1) ?? -1) < known.classCount && (maybe.at(-1) ?? -1) < known.classCount;
      }),
    );
  };

  const used: RowMemory = new Map();
  return {
    used,
    rowOf: (direction, subject, isolating) => {
      const key = toRowKey(direction, subject, isolating);
      const known = used.get(key) ?? memory.get(key);
      if (known !== undefined && isCurrent(known)) {
        used.set(key, known);
        return known.row;
      }
      const rules = [...isolating.yes, ...isolating.maybe].flatMap((policy) => policy.rules[direction]);
      const row = computeRow(direction, subject, isolating);
      used.set(key, { row, rules, classCount, addressSpace });
      return row;
    },
  };
};

const toRowKey = (direction: Direction, { namesId, hostNetwork }: PodClass, { yes, maybe }: Isolating): string => {
  const numbers = (policies: readonly CompiledPolicy[]): string => policies.map(({ number }) => number).join();
  const names = direction === 'ingress' ? namesId : 0;
  return `${direction}${hostNetwork ? ' host' : ''} ${names} ${numbers(yes)} ${numbers(maybe)}`;
};

/** The classes with a port that some name of the rule means. */
const listNamed = ({ names }: CompiledRule, { byPortName }: ClassTable): readonly number[] => [
  ...new Set(names.flatMap(({ protocol, name }) => byPortName.get(`${protocol} ${name}`) ?? [])),
];

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
