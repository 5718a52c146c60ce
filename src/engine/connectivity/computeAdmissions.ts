import { createPortSetTable, emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction, Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { AddressSpace } from './computeAddressSpace.ts';
import type { PodClass, PodClasses } from './computePodClasses.ts';
import { resolvePorts } from './resolvePorts.ts';

/**
 * What each end admits, between nodes of the evaluation: the classes of pods (by index), then the external endpoints
 * (`classes.length` + index).
 */
export interface Admissions {
  readonly table: PortSetTable;
  /** The ports that `node` alone admits to (egress) or from (ingress) `other`; everything when it is not isolated. */
  admitted(direction: Direction, node: number, other: number): PortSetId;
  /** What both ends admit; between two different pods, even of one class. Nothing between two externals. */
  flow(from: number, to: number): PortSetId;
  /** Whether some policy isolates the node. */
  isIsolated(direction: Direction, node: number): boolean;
}

/** One row of the matrix: by node, what a subject admits to or from it. */
type Row = Int32Array;

const externalDestination = { namesId: 0, namedPorts: [] };

/** Rows are made when first asked for, one per distinct set of isolating policies (and of resolved port names). */
export const computeAdmissions = (
  policies: readonly Policy[],
  { classes, selected, withAddressIn }: PodClasses,
  addressSpace: AddressSpace,
): Admissions => {
  const table = createPortSetTable();
  const nodeCount = classes.length + addressSpace.externals.length;

  const portsAt = createPortResolver(table);
  const destinationAt = (node: number): Pick<PodClass, 'namesId' | 'namedPorts'> =>
    classes[node] ?? externalDestination;

  const membersKnown = new Map<PolicyRule, readonly number[] | null>();
  /** The nodes that a rule's peers take in; null: all of them. */
  const membersOf = (rule: PolicyRule): readonly number[] | null => {
    const known = membersKnown.get(rule);
    if (known !== undefined) return known;
    const members = rule.peers === null ? null : [...new Set(rule.peers.flatMap(nodesOfPeer))];
    membersKnown.set(rule, members);
    return members;
  };
  const externalsIn = collectExternals(addressSpace, classes.length);
  const nodesOfPeer = (peer: NonNullable<PolicyRule['peers']>[number]): readonly number[] => {
    if (peer.type === 'pods') return selected(peer.selection);
    const set = addressSpace.findSet(peer.addresses);
    return set === undefined ? [] : [...withAddressIn(set), ...(externalsIn.get(set) ?? [])];
  };

  const computeRow = (direction: Direction, subject: PodClass): Row => {
    const row = new Int32Array(nodeCount).fill(emptyPortSetId);
    let anywhere: PortSetId = emptyPortSetId;
    const admit = (node: number, ports: PortSetId): void => {
      row[node] = table.union(row[node]!, ports);
    };
    for (const rule of subject.isolatedBy[direction].flatMap((policy) => policies[policy]!.rules)) {
      if (rule.direction !== direction) continue;
      const members = membersOf(rule);
      const namesMatter = direction === 'egress' && hasNames(rule);
      // Ingress names are the subject's own; without names every destination gives the same ports.
      const ports = portsAt(rule, direction === 'ingress' ? subject : externalDestination);
      if (members === null && !namesMatter) {
        anywhere = table.union(anywhere, ports);
      } else if (members === null) {
        for (let node = 0; node < nodeCount; node += 1) admit(node, portsAt(rule, destinationAt(node)));
      } else {
        for (const node of members) admit(node, namesMatter ? portsAt(rule, destinationAt(node)) : ports);
      }
    }
    if (anywhere !== emptyPortSetId) for (let node = 0; node < nodeCount; node += 1) admit(node, anywhere);
    return row;
  };

  const rows = {
    ingress: createRowCache(classes, 'ingress', computeRow),
    egress: createRowCache(classes, 'egress', computeRow),
  };

  const admitted = (direction: Direction, node: number, other: number): PortSetId => {
    const subject = classes[node];
    if (subject === undefined || subject.isolatedBy[direction].length === 0) return everyPortId;
    return rows[direction](subject)[other]!;
  };

  return {
    table,
    admitted,
    flow: (from, to) => {
      if (from >= classes.length && to >= classes.length) return emptyPortSetId;
      return table.intersect(admitted('egress', from, to), admitted('ingress', to, from));
    },
    isIsolated: (direction, node) => (classes[node]?.isolatedBy[direction].length ?? 0) > 0,
  };
};

const hasNames = (rule: PolicyRule): boolean => rule.ports?.some(({ type }) => type === 'name') ?? false;

const createPortResolver = (table: PortSetTable) => {
  const known = new Map<PolicyRule, Map<number, PortSetId>>();
  return (rule: PolicyRule, destination: Pick<PodClass, 'namesId' | 'namedPorts'>): PortSetId => {
    const byNames = known.get(rule) ?? new Map<number, PortSetId>();
    known.set(rule, byNames);
    let ports = byNames.get(destination.namesId);
    if (ports === undefined) {
      ports = table.intern(resolvePorts(rule.ports, destination.namedPorts));
      byNames.set(destination.namesId, ports);
    }
    return ports;
  };
};

/** By number of a mentioned set: the nodes of the externals in it. */
const collectExternals = ({ setsOf }: AddressSpace, firstNode: number): ReadonlyMap<number, readonly number[]> => {
  const nodes = new Map<number, number[]>();
  setsOf.forEach((sets, external) => {
    for (const set of sets) {
      const list = nodes.get(set) ?? [];
      list.push(firstNode + external);
      nodes.set(set, list);
    }
  });
  return nodes;
};

const createRowCache = (
  classes: readonly PodClass[],
  direction: Direction,
  computeRow: (direction: Direction, subject: PodClass) => Row,
) => {
  const bySubject = new Map<string, Row>();
  const byClass: (Row | undefined)[] = Array.from(classes, () => undefined);
  return (subject: PodClass): Row => {
    let row = byClass[subject.index];
    if (row === undefined) {
      const names = direction === 'ingress' ? subject.namesId : 0;
      const key = `${subject.isolatedBy[direction].join()} ${names}`;
      row = bySubject.get(key) ?? computeRow(direction, subject);
      bySubject.set(key, row);
      byClass[subject.index] = row;
    }
    return row;
  };
};
