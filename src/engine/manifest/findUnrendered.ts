import { countKinds } from './countKinds.ts';
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
export const findUnrendered = (files: readonly Pick<ManifestFile, 'unrendered'>[]): readonly Problem[] =>
  countKinds(files.flatMap(({ unrendered }) => unrendered)).map(({ apiVersion, kind, count, first }) => ({
    code: 'NOT_RENDERED',
    severity: 'warning',
    at: { ...first, end: first.start },
    args: { apiVersion, kind, count },
  }));
