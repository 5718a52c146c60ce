import type { PortSetId } from '../net/PortSetTable.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import type { Admissions } from './computeAdmissions.ts';
import { categoryCount, nodeCategories } from './PodClass.ts';
import type { PodClass } from './PodClass.ts';

/**
 * The flows from one node of the evaluation (a class by index, or an external endpoint as `classes.length` + index) to
 * all others that have any, but for those that are open at both ends. Only the first `length` entries count.
 */
export interface NodeFlows {
  readonly length: number;
  readonly nodes: Uint32Array;
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
}

export interface FlowFinder {
  /** The answer holds until the next question. */
  flowsFrom(node: number): NodeFlows;
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
  const wide = Array.from({ length: categoryCount }, (_, category) =>
    ingress.rows.flatMap(({ upper }, row) => (upper[category] === 0 ? [] : row)),
  );

  let serial = 0;
  const rowSerial = new Uint32Array(ingress.rows.length);
  const rowLower = new Uint32Array(ingress.rows.length);
  const rowUpper = new Uint32Array(ingress.rows.length);
  const seen = new Uint32Array(classCount);
  const found = {
    nodes: new Uint32Array(classCount + externalCount),
    lower: new Uint32Array(classCount + externalCount),
    upper: new Uint32Array(classCount + externalCount),
  };
  let length = 0;
  const add = (node: number, lower: PortSetId, upper: PortSetId): void => {
    if (upper === 0) return;
    found.nodes[length] = node;
    found.lower[length] = lower;
    found.upper[length] = upper;
    length += 1;
  };

  /** Who admits an open source: everyone whose ingress is isolated and has something for it. */
  const findAdmitting = (node: number, category: number): void => {
    for (let at = columns.start[node]!; at < columns.start[node + 1]!; at += 1) {
      const row = columns.row[at]!;
      const members = ingress.classesOf[row]!;
      for (let next = 0; next < members.length; next += 1) add(members[next]!, columns.lower[at]!, columns.upper[at]!);
    }
    for (const row of wide[category]!) {
      if (rowSerial[row] === serial) continue;
      const { lower, upper } = ingress.rows[row]!;
      const members = ingress.classesOf[row]!;
      for (let next = 0; next < members.length; next += 1) add(members[next]!, lower[category]!, upper[category]!);
    }
  };

  /** Whom an isolated source may reach, as far as they admit it. */
  const findReachable = (egress: AdmissionRow, category: number): void => {
    const reach = (target: number, lower: PortSetId, upper: PortSetId): void => {
      const row = ingress.rowOf[target]!;
      if (row < 0) {
        add(target, lower, upper);
        return;
      }
      const special = rowSerial[row] === serial;
      const admitted = ingress.rows[row]!;
      add(
        target,
        ports.intersect(lower, special ? rowLower[row]! : admitted.lower[category]!),
        ports.intersect(upper, special ? rowUpper[row]! : admitted.upper[category]!),
      );
    };
    for (let at = 0; at < egress.classes.length; at += 1) {
      const target = egress.classes[at]!;
      seen[target] = serial;
      if (isAlive(target)) reach(target, egress.classLower[at]!, egress.classUpper[at]!);
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
        add(classCount + external, egress.externalLower[next]!, egress.externalUpper[next]!);
        next += 1;
      } else add(classCount + external, egress.lower[0]!, egress.upper[0]!);
    }
  };

  return {
    flowsFrom: (node) => {
      serial += 1;
      length = 0;
      for (let at = columns.start[node]!; at < columns.start[node + 1]!; at += 1) {
        const row = columns.row[at]!;
        rowSerial[row] = serial;
        rowLower[row] = columns.lower[at]!;
        rowUpper[row] = columns.upper[at]!;
      }
      const category = classes[node]?.category ?? nodeCategories.external;
      const egress = node < classCount ? rowOf('egress', node) : null;
      if (egress === null) findAdmitting(node, category);
      else findReachable(egress, category);
      return { length, ...found };
    },
  };
};

interface IngressRows {
  readonly rows: readonly AdmissionRow[];
  /** By class: its row's position; -1 where it is open. */
  readonly rowOf: Int32Array;
  readonly classesOf: readonly (readonly number[])[];
}

const collectIngressRows = (
  classes: readonly PodClass[],
  rowOf: Admissions['rowOf'],
  isAlive: (classIndex: number) => boolean,
): IngressRows => {
  const positions = new Map<AdmissionRow, number>();
  const classesOf: number[][] = [];
  const ofClass = Int32Array.from(classes, ({ index }) => {
    const row = isAlive(index) ? rowOf('ingress', index) : null;
    if (row === null) return -1;
    const known = positions.get(row);
    if (known !== undefined) {
      classesOf[known]!.push(index);
      return known;
    }
    positions.set(row, classesOf.length);
    return classesOf.push([index]) - 1;
  });
  return { rows: [...positions.keys()], rowOf: ofClass, classesOf };
};

/** By source node: the rows that admit it more than its category, and what. */
const transpose = (rows: readonly AdmissionRow[], classCount: number, externalCount: number) => {
  const start = new Uint32Array(classCount + externalCount + 1);
  for (const { classes, externals } of rows) {
    for (const index of classes) start[index + 1]! += 1;
    for (const external of externals) start[classCount + external + 1]! += 1;
  }
  for (let node = 0; node < classCount + externalCount; node += 1) start[node + 1]! += start[node]!;
  const total = start[classCount + externalCount]!;
  const next = start.slice();
  const columns = { row: new Uint32Array(total), lower: new Uint32Array(total), upper: new Uint32Array(total) };
  const put = (node: number, row: number, lower: PortSetId, upper: PortSetId): void => {
    const at = next[node]!;
    next[node] = at + 1;
    columns.row[at] = row;
    columns.lower[at] = lower;
    columns.upper[at] = upper;
  };
  rows.forEach((row, position) => {
    row.classes.forEach((index, at) => put(index, position, row.classLower[at]!, row.classUpper[at]!));
    row.externals.forEach((external, at) =>
      put(classCount + external, position, row.externalLower[at]!, row.externalUpper[at]!),
    );
  });
  return { start, ...columns };
};

const groupByCategory = (classes: readonly PodClass[], isAlive: (classIndex: number) => boolean) => {
  const groups = Array.from({ length: categoryCount }, (): number[] => []);
  for (const { index, category } of classes) if (isAlive(index)) groups[category]!.push(index);
  return groups;
};
