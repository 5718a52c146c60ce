import type { KubernetesObject } from './KubernetesObject.ts';
import type { ManifestFile } from './ManifestSet.ts';
import type { Problem } from './Problem.ts';

/** By API group: kinds whose objects stand for others that a controller makes or changes in the cluster. */
const renderers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['helm.toolkit.fluxcd.io', new Set(['HelmRelease'])],
  ['kustomize.toolkit.fluxcd.io', new Set(['Kustomization'])],
  ['helm.cattle.io', new Set(['HelmChart'])],
  ['argoproj.io', new Set(['Application', 'ApplicationSet'])],
]);

/** Whether the workloads and policies that such an object stands for are not in the import, unless somebody rendered them. */
export const isUnrendered = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean =>
  renderers.get(apiVersion.slice(0, apiVersion.indexOf('/')))?.has(kind) === true;

/** NOT_RENDERED once per kind, at the first: args `apiVersion`, `kind`, `count`. */
export function findUnrendered(files: readonly Pick<ManifestFile, 'unrendered'>[]): readonly Problem[] {
  const kinds = new Map<string, { readonly first: KubernetesObject; count: number }>();
  for (const object of files.flatMap(({ unrendered }) => unrendered)) {
    const key = `${object.apiVersion} ${object.kind}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { first: object, count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()].map(({ first, count }) => ({
    code: 'NOT_RENDERED',
    severity: 'warning',
    at: { file: first.source.file, start: first.source.range.start, end: first.source.range.start },
    args: { apiVersion: first.apiVersion, kind: first.kind, count },
  }));
}
