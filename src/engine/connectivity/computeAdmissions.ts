import { emptyPortSetId, everyPortId } from '../net/PortSetTable.ts';
import type { PortSetId, PortSetTable } from '../net/PortSetTable.ts';
import type { Direction } from '../policy/PolicyRule.ts';
import { findPosition } from './AdmissionRow.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import type { Isolation } from './Connectivity.ts';
import type { RowState, RowTable } from './createRowTable.ts';
import type { Isolating } from './createIsolatingSets.ts';
import { findIsolating } from './findIsolating.ts';
import type { IsolatingSources } from './findIsolating.ts';
import { nodeCategories } from './PodClass.ts';
import type { PodClass } from './PodClass.ts';

/** A class of pods by index, or an external endpoint by its index. */
export type AdmissionNode =
  { readonly type: 'class'; readonly index: number } | { readonly type: 'external'; readonly index: number };

/** `lower`: ports for certain; `upper`: those and the uncertain ones. */
export interface AdmittedIds {
  readonly lower: PortSetId;
  readonly upper: PortSetId;
}

/** What each end admits, between classes of pods and external endpoints. */
export interface Admissions {
  readonly ports: PortSetTable;
  /** The ports that a node alone admits to (egress) or from (ingress) another; everything when it is open. */
  admitted(direction: Direction, node: AdmissionNode, other: AdmissionNode): AdmittedIds;
  /** What both ends admit; between two different pods, even of one class. Nothing between two externals. */
  flow(from: AdmissionNode, to: AdmissionNode): AdmittedIds;
  isolationOf(direction: Direction, classIndex: number): Isolation;
  /** What a class admits; null when it is open. */
  rowOf(direction: Direction, classIndex: number): AdmissionRow | null;
  /** Whether a class surely has the row that it has in another evaluation with the same table; cheaper than both rows. */
  hasSameRow(direction: Direction, classIndex: number, other: Admissions): boolean;
  /** The policies that isolate a class; null when it is open. */
  isolatingOf(direction: Direction, classIndex: number): Isolating | null;
  readonly rowState: RowState;
}

const everything: AdmittedIds = { lower: everyPortId, upper: everyPortId };
const nothing: AdmittedIds = { lower: emptyPortSetId, upper: emptyPortSetId };

export interface AdmissionSources extends IsolatingSources {
  readonly ports: PortSetTable;
  readonly rows: RowTable;
}

export const computeAdmissions = (sources: AdmissionSources): Admissions => {
  const { ports, classes, rows } = sources;
  const isolatingOf = { ingress: findIsolating(sources, 'ingress'), egress: findIsolating(sources, 'egress') };
  const known = { ingress: createRowList(classes.length), egress: createRowList(classes.length) };

  const rowOf = (direction: Direction, index: number): AdmissionRow | null => {
    const list = known[direction];
    let row = list[index];
    if (row === undefined) {
      const by = isolatingOf[direction](index);
      row = by === null ? null : rows.rowOf(classes[index]!, by);
      list[index] = row;
    }
    return row;
  };

  const admitted = (direction: Direction, node: AdmissionNode, other: AdmissionNode): AdmittedIds => {
    const row = node.type === 'class' ? rowOf(direction, node.index) : null;
    return row === null ? everything : admittedBy(row, other, classes);
  };

  return {
    ports,
    admitted,
    flow: (from, to) => {
      if (from.type === 'external' && to.type === 'external') return nothing;
      const out = admitted('egress', from, to);
      const into = admitted('ingress', to, from);
      return { lower: ports.intersect(out.lower, into.lower), upper: ports.intersect(out.upper, into.upper) };
    },
    isolationOf: (direction, index) => {
      const by = isolatingOf[direction](index);
      if (by === null) return 'open';
      return by.yes.length > 0 && !classes[index]!.hostNetwork ? 'isolated' : 'uncertain';
    },
    rowOf,
    hasSameRow: (direction, index, other) => {
      const by = isolatingOf[direction](index);
      return other.isolatingOf(direction, index) === by && (by === null || rows.isUnchanged(by, other.rowState));
    },
    isolatingOf: (direction, index) => isolatingOf[direction](index),
    rowState: rows.state,
  };
};

const admittedBy = (row: AdmissionRow, other: AdmissionNode, classes: readonly PodClass[]): AdmittedIds => {
  if (other.type === 'external') {
    const at = findPosition(row.externals, other.index);
    return at < 0
      ? { lower: row.lower[nodeCategories.external]!, upper: row.upper[nodeCategories.external]! }
      : { lower: row.externalLower[at]!, upper: row.externalUpper[at]! };
  }
  const at = findPosition(row.classes, other.index);
  const { category } = classes[other.index]!;
  return at < 0
    ? { lower: row.lower[category]!, upper: row.upper[category]! }
    : { lower: row.classLower[at]!, upper: row.classUpper[at]! };
};

const createRowList = (length: number): (AdmissionRow | null | undefined)[] => Array.from({ length }, () => undefined);
