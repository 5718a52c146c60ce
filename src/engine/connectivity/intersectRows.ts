import type { PortSetTable } from '../net/PortSetTable.ts';
import { findPosition } from './AdmissionRow.ts';
import type { AdmissionRow } from './AdmissionRow.ts';
import { categoryCount } from './PodClass.ts';
import type { NodeCategory } from './PodClass.ts';

/** Only what both rows admit for certain; whatever either admits perhaps is left as the first row has it. */
export const intersectRows = (
  a: AdmissionRow,
  b: AdmissionRow,
  table: PortSetTable,
  categoryOf: (classIndex: number) => NodeCategory,
): AdmissionRow => {
  const lower = Int32Array.from({ length: categoryCount }, (_, category) =>
    table.intersect(a.lower[category]!, b.lower[category]!),
  );
  const classes = mergeAscending(a.classes, b.classes);
  const externals = mergeAscending(a.externals, b.externals);
  const classAt = (row: AdmissionRow, index: number): number => {
    const at = findPosition(row.classes, index);
    return at < 0 ? row.lower[categoryOf(index)]! : row.classLower[at]!;
  };
  const externalAt = (row: AdmissionRow, index: number): number => {
    const at = findPosition(row.externals, index);
    return at < 0 ? row.lower[0]! : row.externalLower[at]!;
  };
  return {
    lower,
    upper: a.upper,
    classes,
    classLower: classes.map((index) => table.intersect(classAt(a, index), classAt(b, index))),
    classUpper: new Uint32Array(classes.length),
    externals,
    externalLower: externals.map((index) => table.intersect(externalAt(a, index), externalAt(b, index))),
    externalUpper: new Uint32Array(externals.length),
  };
};

const mergeAscending = (a: Uint32Array, b: Uint32Array): Uint32Array =>
  Uint32Array.from(new Set([...a, ...b])).sort((x, y) => x - y);
