import { createLineIndex, toLineColumn } from './createLineIndex.ts';
import type { KubernetesObject } from './KubernetesObject.ts';
import type { ManifestFile, NamespaceContent } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';
import { toApiGroup } from './toApiGroup.ts';

/**
 * The objects of one namespace, each once: of several definitions the last one counts, as after `kubectl apply`, and each
 * earlier one gets an OBJECT_DUPLICATE (info when the text is the same, else warning; args `kind`, `name`, `namespace`,
 * `otherFile` and `otherLine` of the one that counts).
 */
export const findDuplicates = (
  parts: NamespaceContent['parts'],
): Pick<NamespaceContent, 'objects' | 'duplicates' | 'problems'> => {
  const all = parts.length === 1 ? parts[0]!.objects : parts.flatMap(({ objects }) => objects);
  const last = new Map<string, KubernetesObject>();
  let named = 0;
  for (const object of all) {
    if (object.name === '') continue;
    named += 1;
    last.set(identify(object), object);
  }
  if (last.size === named) return { objects: all, duplicates: new Set(), problems: [] };
  const reader = createDuplicateReader(parts.map(({ file }) => file));
  const duplicates = new Set<KubernetesObject>();
  const problems: Problem[] = [];
  for (const object of all) {
    const counting = last.get(identify(object)) ?? object;
    if (counting === object) continue;
    duplicates.add(object);
    problems.push(reader.report(object, counting));
  }
  return { objects: all.filter((object) => !duplicates.has(object)), duplicates, problems };
};

/** Versions of one group are one object; so are the groups that a workload kind has moved through. */
const identify = ({ type, id, apiVersion }: KubernetesObject): string =>
  type === 'other' || type === 'policy' ? `${toApiGroup(apiVersion)} ${id}` : id;

/** Looks at the text of the files that have duplicates; their lines are counted when the first one is reported. */
const createDuplicateReader = (files: readonly ManifestFile[]) => {
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  const lines = new Map<string, ReturnType<typeof createLineIndex>>();
  const lineOf = ({ source: { file, range } }: KubernetesObject): number => {
    const index = lines.get(file) ?? createLineIndex(texts.get(file) ?? '');
    lines.set(file, index);
    return toLineColumn(index, range.start).line;
  };
  const textOf = ({ source: { file, range } }: KubernetesObject): string =>
    (texts.get(file) ?? '').slice(range.start, range.end);
  return {
    report: (object: KubernetesObject, counting: KubernetesObject): Problem => {
      const { kind, name, namespace, source } = object;
      return {
        code: 'OBJECT_DUPLICATE',
        severity: textOf(object) === textOf(counting) ? 'info' : 'warning',
        at: { file: source.file, start: source.range.start, end: source.range.start },
        args: { id: object.id, kind, name, namespace, otherFile: counting.source.file, otherLine: lineOf(counting) },
        excluded: object.id,
      };
    },
  };
};
