import type { ObjectSource } from '../../manifest/KubernetesObject.ts';
import type { FileRange } from '../../manifest/SourceFile.ts';

export const toPlace = (source: ObjectSource | null): FileRange | null =>
  source && { file: source.file, start: source.range.start, end: source.range.end };
