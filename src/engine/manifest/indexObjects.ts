import { isUnrendered } from './findUnrendered.ts';
import type { KubernetesObject, PolicyObject } from './KubernetesObject.ts';
import type { ManifestDocument, ManifestFile } from './ManifestSet.ts';
import { keepEqual } from './sortProblems.ts';

type ObjectIndex = Pick<ManifestFile, 'objects' | 'policies' | 'unrendered' | 'byNamespace' | 'namespaces'>;

/** The objects of a file's documents, by namespace too; the lists of `previous` where they hold the same objects. */
export const indexObjects = (
  documents: readonly ManifestDocument[],
  previous: ManifestFile | undefined,
): ObjectIndex => {
  const objects: KubernetesObject[] = [];
  const policies: PolicyObject[] = [];
  const unrendered: KubernetesObject[] = [];
  const groups = new Map<string, KubernetesObject[]>();
  const namespaces = new Set<string>();
  for (const document of documents) {
    for (const object of document.objects) {
      objects.push(object);
      if (object.type === 'policy') policies.push(object);
      else if (object.type === 'other' && isUnrendered(object)) unrendered.push(object);
      const group = groups.get(object.namespace);
      if (group === undefined) groups.set(object.namespace, [object]);
      else group.push(object);
      const named = object.type === 'namespace' ? object.name : object.type === 'other' ? '' : object.namespace;
      if (named !== '') namespaces.add(named);
    }
  }
  const byNamespace = new Map<string, readonly KubernetesObject[]>();
  for (const [name, group] of groups) byNamespace.set(name, keepEqual(group, previous?.byNamespace.get(name)));
  return { objects, policies, unrendered, byNamespace, namespaces: [...namespaces] };
};
