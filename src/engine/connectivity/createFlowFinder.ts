import type { PortSetId } from '../net/PortSetTable.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import type { Admissions } from './computeAdmissions.ts';
import { fillFrom } from './fillFrom.ts';
import { categoryCount, nodeCategories } from './PodClass.ts';
import type { PodClass } from './PodClass.ts';

/**
 * The flows from one node of the evaluation (a class by index, or an external endpoint as `classes.length` + index) to
 * all others that have any, but for those that are open at both ends. Made once and filled many times.
 */
export interface NodeFlows {
  /** How many of `nodes` count; in no order, each once. */
  length: number;
  readonly nodes: Uint32Array;
  /** By node; they count where `filled` is `filling`. */
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  readonly filled: Uint32Array;
  filling: number;
}

export const createNodeFlows = (nodeCount: number): NodeFlows => ({
  length: 0,
  nodes: new Uint32Array(nodeCount),
  lower: new Uint32Array(nodeCount),
  upper: new Uint32Array(nodeCount),
  filled: new Uint32Array(nodeCount),
  filling: 0,
});

export interface FlowFinder {
  findFrom(node: number, into: NodeFlows): void;
}

/**
 * Goes only through pairs that a rule speaks of: what the source's egress admits, and, by a transposed table of all
 * ingress rows, who admits the source.
 */
export const createFlowFinder = (
  { ports, rowOf }: Admissions,
  classes: readonly PodClass[],
  { externalCount, isAlive }: { readonly externalCount: number; readonly isAlive: (classIndex: number) => boolean },
): FlowFinder => {
  const classCount = classes.length;
  const ingress = collectIngressRows(classes, rowOf, isAlive);
  const columns = transpose(ingress.rows, classCount, externalCount);
  const byCategory = groupByCategory(classes, isAlive);
  const common = listCommon(ingress.rows);
  const rowNumbers = fillFrom(new Uint32Array(ingress.rows.length), ingress.rows, (_, row) => row);
  const wide = common.map(({ upper }) => rowNumbers.filter((row) => upper[row] !== 0));

  let serial = 0;
  const rowSerial = new Uint32Array(ingress.rows.length);
  const rowLower = new Uint32Array(ingress.rows.length);
  const rowUpper = new Uint32Array(ingress.rows.length);
  const seen = new Uint32Array(classCount);
  const add = (into: NodeFlows, node: number, lower: PortSetId, upper: PortSetId): void => {
    if (upper === 0) return;
    into.nodes[into.length] = node;
    into.length += 1;
    into.lower[node] = lower;
    into.upper[node] = upper;
    into.filled[node] = into.filling;
  };

  /** Who admits an open source: everyone whose ingress is isolated and has something for it. */
  const findAdmitting = (node: number, category: number, into: NodeFlows): void => {
    const { members, start } = ingress;
    const addMembers = (row: number, lower: PortSetId, upper: PortSetId): void => {
      for (let at = start[row]!; at < start[row + 1]!; at += 1) add(into, members[at]!, lower, upper);
    };
    for (let at = columns.start[node]!; at < columns.start[node + 1]!; at += 1) {
      addMembers(columns.row[at]!, columns.lower[at]!, columns.upper[at]!);
    }
    const { lower, upper } = common[category]!;
    for (const row of wide[category]!) if (rowSerial[row] !== serial) addMembers(row, lower[row]!, upper[row]!);
  };

  /** Whom an isolated source may reach, as far as they admit it. */
  const findReachable = (egress: AdmissionRow, category: number, into: NodeFlows): void => {
    const { lower: commonLower, upper: commonUpper } = common[category]!;
    const reach = (target: number, lower: PortSetId, upper: PortSetId): void => {
      const row = ingress.rowOf[target]!;
      if (row < 0) {
        if (row === openRow) add(into, target, lower, upper);
        return;
      }
      const isSpecial = rowSerial[row] === serial;
      const admitted = isSpecial ? rowUpper[row]! : commonUpper[row]!;
      if (admitted === 0) return;
      const certain = isSpecial ? rowLower[row]! : commonLower[row]!;
      add(into, target, ports.intersect(lower, certain), ports.intersect(upper, admitted));
    };
    for (let at = 0; at < egress.classes.length; at += 1) {
      const target = egress.classes[at]!;
      seen[target] = serial;
      reach(target, egress.classLower[at]!, egress.classUpper[at]!);
    }
    for (let of = nodeCategories.pod; of < categoryCount; of += 1) {
      if (egress.upper[of] === 0) continue;
      const members = byCategory[of]!;
      for (let next = 0; next < members.length; next += 1) {
        const target = members[next]!;
        if (seen[target] !== serial) reach(target, egress.lower[of]!, egress.upper[of]!);
      }
    }
    let next = 0;
    for (let external = 0; external < externalCount; external += 1) {
      if (egress.externals[next] === external) {
        add(into, classCount + external, egress.externalLower[next]!, egress.externalUpper[next]!);
        next += 1;
      } else add(into, classCount + external, egress.lower[0]!, egress.upper[0]!);
    }
  };

  return {
    findFrom: (node, into) => {
      serial += 1;
      into.length = 0;
      into.filling += 1;
      for (let at = columns.start[node]!; at < columns.start[node + 1]!; at += 1) {
        const row = columns.row[at]!;
        rowSerial[row] = serial;
        rowLower[row] = columns.lower[at]!;
        rowUpper[row] = columns.upper[at]!;
      }
      const category = classes[node]?.category ?? nodeCategories.external;
      const egress = node < classCount ? rowOf('egress', node) : null;
      if (egress === null) findAdmitting(node, category, into);
      else findReachable(egress, category, into);
    },
  };
};

/** In place of a row: no policy isolates the class; no pod is of it. */
const openRow = -1;
const noRow = -2;

interface IngressRows {
  readonly rows: readonly AdmissionRow[];
  /** By class: its row's position, `openRow` or `noRow`. */
  readonly rowOf: Int32Array;
  /** The classes of a row: `members` from `start[row]` to before `start[row + 1]`. */
  readonly members: Uint32Array;
  readonly start: Uint32Array;
}

const collectIngressRows = (
  classes: readonly PodClass[],
  rowOf: Admissions['rowOf'],
  isAlive: (classIndex: number) => boolean,
): IngressRows => {
  const positions = new Map<AdmissionRow, number>();
  const ofClass = fillFrom(new Int32Array(classes.length), classes, ({ index }) => {
    if (!isAlive(index)) return noRow;
    const row = rowOf('ingress', index);
    if (row === null) return openRow;
    let position = positions.get(row);
    if (position === undefined) {
      position = positions.size;
      positions.set(row, position);
    }
    return position;
  });
  const start = new Uint32Array(positions.size + 1);
  for (const row of ofClass) if (row >= 0) start[row + 1]! += 1;
  for (let row = 0; row < positions.size; row += 1) start[row + 1]! += start[row]!;
  const next = start.slice();
  const members = new Uint32Array(start[positions.size]!);
  ofClass.forEach((row, index) => {
    if (row < 0) return;
    members[next[row]!] = index;
    next[row]! += 1;
  });
  return { rows: [...positions.keys()], rowOf: ofClass, members, start };
};

/** By category, what each row admits to everyone of it: side by side, since they are looked at by the million. */
const listCommon = (rows: readonly AdmissionRow[]) =>
  Array.from({ length: categoryCount }, (_, category) => ({
    lower: fillFrom(new Uint32Array(rows.length), rows, ({ lower }) => lower[category]!),
    upper: fillFrom(new Uint32Array(rows.length), rows, ({ upper }) => upper[category]!),
  }));

/** By source node: the rows that admit it more than its category, and what. */
const transpose = (rows: readonly AdmissionRow[], classCount: number, externalCount: number) => {
  const start = new Uint32Array(classCount + externalCount + 1);
  for (const { classes, externals } of rows) {
    for (let at = 0; at < classes.length; at += 1) start[classes[at]! + 1]! += 1;
    for (let at = 0; at < externals.length; at += 1) start[classCount + externals[at]! + 1]! += 1;
  }
  for (let node = 0; node < classCount + externalCount; node += 1) start[node + 1]! += start[node]!;
  const total = start[classCount + externalCount]!;
  const next = start.slice();
  const columns = { row: new Uint32Array(total), lower: new Uint32Array(total), upper: new Uint32Array(total) };
  const put = (nodes: Uint32Array, offset: number, row: number, lower: Uint32Array, upper: Uint32Array): void => {
    for (let from = 0; from < nodes.length; from += 1) {
      const node = nodes[from]! + offset;
      const at = next[node]!;
      next[node] = at + 1;
      columns.row[at] = row;
      columns.lower[at] = lower[from]!;
      columns.upper[at] = upper[from]!;
    }
  };
  rows.forEach((row, position) => {
    put(row.classes, 0, position, row.classLower, row.classUpper);
    put(row.externals, classCount, position, row.externalLower, row.externalUpper);
  });
  return { start, ...columns };
};

const groupByCategory = (classes: readonly PodClass[], isAlive: (classIndex: number) => boolean) => {
  const groups = Array.from({ length: categoryCount }, (): number[] => []);
  for (const { index, category } of classes) if (isAlive(index)) groups[category]!.push(index);
  return groups.map((members) => Uint32Array.from(members));
};
