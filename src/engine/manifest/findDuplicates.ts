import { createLineIndex, toLineColumn } from './createLineIndex.ts';
import type { LineIndex } from './createLineIndex.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import type { ManifestFile } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';
import type { FilePath } from './SourceFile.ts';
import { toApiGroup } from './toApiGroup.ts';

/**
 * All objects of the files, each once: of several definitions the last one counts, as after `kubectl apply`, and each
 * earlier one gets an OBJECT_DUPLICATE (info when the text is the same, else warning; args `kind`, `name`, `namespace`,
 * `otherFile` and `otherLine` of the one that counts).
 */
export const findDuplicates = (
  files: readonly ManifestFile[],
): { readonly objects: readonly KubernetesObject[]; readonly problems: readonly Problem[] } => {
  const all = files.flatMap(({ documents }) => documents.flatMap(({ objects }) => objects));
  const last = new Map<string, KubernetesObject>();
  for (const object of all) if (object.name !== '') last.set(identify(object), object);
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  const lines = new Map<FilePath, LineIndex>();
  const lineOf = ({ source: { file, range } }: KubernetesObject): number => {
    const index = lines.get(file) ?? createLineIndex(texts.get(file) ?? '');
    lines.set(file, index);
    return toLineColumn(index, range.start).line;
  };
  const textOf = ({ source: { file, range } }: KubernetesObject): string =>
    (texts.get(file) ?? '').slice(range.start, range.end);

  const problems: Problem[] = [];
  const objects = all.filter((object) => {
    const counting = last.get(identify(object)) ?? object;
    if (counting === object) return true;
    const { kind, name, namespace, source } = object;
    problems.push({
      code: 'OBJECT_DUPLICATE',
      severity: textOf(object) === textOf(counting) ? 'info' : 'warning',
      at: { file: source.file, start: source.range.start, end: source.range.start },
      args: { id: object.id, kind, name, namespace, otherFile: counting.source.file, otherLine: lineOf(counting) },
      excluded: object.id,
    });
    return false;
  });
  return { objects, problems };
};

/** Versions of one group are one object; so are the groups that a workload kind has moved through. */
const identify = ({ type, id, apiVersion }: KubernetesObject): string =>
  type === 'other' || type === 'policy' ? `${toApiGroup(apiVersion)} ${id}` : id;
