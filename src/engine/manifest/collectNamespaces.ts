import { findDuplicates } from './findDuplicates.ts';
import type { KubernetesObject, NamespaceObject } from './KubernetesObject.ts';
import type { ManifestFile, ManifestSet, NamespaceContent } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';

type Parts = NamespaceContent['parts'];
type Contents = ManifestSet['namespaces'];

/**
 * What all files say of each namespace, those of the evaluation first and in the order in which their names appear. Only
 * namespaces whose objects are not the very same as in `previous` are looked at.
 */
export const collectNamespaces = (files: readonly ManifestFile[], previous?: Contents): Contents => {
  const parts = new Map<string, Parts[number][]>();
  for (const file of files) for (const name of file.namespaces) if (!parts.has(name)) parts.set(name, []);
  for (const file of files) {
    for (const [name, objects] of file.byNamespace) {
      const known = parts.get(name);
      if (known === undefined) parts.set(name, [{ file, objects }]);
      else known.push({ file, objects });
    }
  }
  const wide = toContent('', parts.get('') ?? [], { described: null, previous: previous?.get('') });
  const described = new Map<string, NamespaceObject>();
  for (const object of wide.objects) if (object.type === 'namespace') described.set(object.name, object);
  const contents = new Map<string, NamespaceContent>();
  for (const [name, own] of parts) {
    const known = { described: described.get(name) ?? null, previous: previous?.get(name) };
    contents.set(name, name === '' ? wide : toContent(name, own, known));
  }
  return contents;
};

interface KnownContent {
  readonly described: NamespaceObject | null;
  readonly previous: NamespaceContent | undefined;
}

const toContent = (name: string, parts: Parts, { described, previous }: KnownContent): NamespaceContent => {
  if (previous?.described === described && isSame(parts, previous)) return previous;
  const { objects, duplicates, problems } = findDuplicates(parts);
  const notice = described === null && name !== '' ? reportNamespace(objects, name) : [];
  return { name, objects, described, duplicates, problems: [...problems, ...notice], parts };
};

/** A problem of a duplicate tells of the other's line, which any change of that file can move. */
const isSame = (parts: Parts, { parts: former, duplicates }: NamespaceContent): boolean =>
  parts.length === former.length &&
  parts.every(
    ({ file, objects }, index) =>
      objects === former[index]?.objects && (duplicates.size === 0 || file === former[index].file),
  );

/**
 * NAMESPACE_NOT_DESCRIBED, info, at the first object of the evaluation in a namespace that no Namespace object describes;
 * args `namespace`. Of its labels only `kubernetes.io/metadata.name` is known.
 */
const reportNamespace = (objects: readonly KubernetesObject[], namespace: string): readonly Problem[] => {
  const first = objects.find(({ type }) => type !== 'other');
  if (first === undefined) return [];
  const { file, range } = first.source;
  const at = { file, start: range.start, end: range.start };
  return [{ code: 'NAMESPACE_NOT_DESCRIBED', severity: 'info', at, args: { namespace } }];
};
