import type { KubernetesObject } from './KubernetesObject.ts';
import type { Problem } from './Problem.ts';

/**
 * NAMESPACE_NOT_DESCRIBED, info, one for each namespace that objects of the evaluation are in and no Namespace object
 * describes, at the first such object; args `namespace`. Of its labels only `kubernetes.io/metadata.name` is known.
 */
export const reportNamespaces = (objects: readonly KubernetesObject[]): readonly Problem[] => {
  const known = new Set(objects.filter(({ type }) => type === 'namespace').map(({ name }) => name));
  const problems: Problem[] = [];
  for (const { type, namespace, source } of objects) {
    if (type === 'other' || namespace === '' || known.has(namespace)) continue;
    known.add(namespace);
    problems.push({
      code: 'NAMESPACE_NOT_DESCRIBED',
      severity: 'info',
      at: { file: source.file, start: source.range.start, end: source.range.start },
      args: { namespace },
    });
  }
  return problems;
};
