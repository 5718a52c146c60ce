import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { TextStyle } from '../edits/TextStyle.ts';
import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import type { ManifestFile } from '../manifest/ManifestSet.ts';
import { toFilePath, type FilePath } from '../manifest/SourceFile.ts';
import { containsPods, listPolicies, listSubjects, type PlanningBase } from './PlanningBase.ts';
import { refuseFile } from './refuseFile.ts';
import type { PodsEnd } from './resolveTarget.ts';

/** Where a new policy goes and how it is written there. */
export interface PolicyPlace {
  /** null: the file is to be made. */
  readonly file: ManifestFile | null;
  readonly path: FilePath;
  readonly style: TextStyle;
  /** Whether to write `metadata.namespace`. */
  readonly statesNamespace: boolean;
}

/**
 * The file for a new policy: where this workload's policies are, else where most policies of the namespace are, else where
 * the workload is, else a new one beside it. Only YAML files whose documents can all be read, and no dumped lists.
 */
export function choosePolicyFile(base: PlanningBase, subject: PodsEnd): PolicyPlace {
  const { manifests } = base;
  const { namespace } = subject;
  const policies = manifests.objects.filter((object) => object.type === 'policy' && object.namespace === namespace);
  const own = listPolicies(base)
    .filter((policy) => policy.namespace === namespace)
    .filter((policy) => containsPods(listSubjects(base, policy), subject.pods))
    .map(({ origin }) => origin.file);
  const source = subject.workload?.source ?? subject.pods[0]?.source ?? null;
  const candidates = [
    ...byCount(own),
    ...byCount(policies.map((policy) => policy.source.file)),
    ...(source ? [source.file] : []),
  ];
  const usable = candidates
    .flatMap((path) => manifests.files.find((file) => file.source.path === path) ?? [])
    .find(isUsable);
  const path = usable?.source.path ?? findFreePath(base, source?.file);
  const home = usable ?? manifests.files.find((file) => file.source.path === source?.file && isBlockYaml(file)) ?? null;
  const neighbours = manifests.objects.filter((object) => object.source.file === home?.source.path);
  return {
    file: usable ?? null,
    path,
    style: detectStyleOf(home, neighbours),
    statesNamespace:
      namespace !== 'default' || neighbours.some((object) => object.namespace !== '' && object.namespaceStated),
  };
}

/** Policies show best how policies are written; other objects of the file show the rest. */
function detectStyleOf(file: ManifestFile | null, neighbours: readonly KubernetesObject[]): TextStyle {
  const nodes = [...neighbours]
    .sort((a, b) => Number(b.type === 'policy') - Number(a.type === 'policy'))
    .map((object) => object.source.node);
  return detectTextStyle(file?.source.text ?? '', nodes);
}

/** The distinct paths, the most frequent first, else in their order. */
function byCount(paths: readonly FilePath[]): readonly FilePath[] {
  const counts = new Map<FilePath, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([path]) => path);
}

const isBlockYaml = ({ source, documents }: ManifestFile): boolean =>
  /\.ya?ml$/i.test(source.path) && !documents.some(({ isFlow }) => isFlow);

/** Whether a document can be added at the end of a file. */
export const canAppend = (file: ManifestFile): boolean =>
  isBlockYaml(file) && file.documents.every(({ status }) => status === 'ok' || status === 'empty');

const isUsable = (file: ManifestFile): boolean =>
  canAppend(file) &&
  refuseFile(file) === null &&
  file.documents.some(({ objects }) => objects.some((object) => !object.source.inList));

/** `polder-policies.yaml` in the folder of `neighbour`, with a number when there is one that can not be used. */
function findFreePath({ manifests }: PlanningBase, neighbour: FilePath | undefined): FilePath {
  const folder = neighbour?.includes('/') ? neighbour.slice(0, neighbour.lastIndexOf('/') + 1) : '';
  const taken = new Set(manifests.files.map(({ source }) => source.path));
  for (let number = 1; ; number += 1) {
    const path = toFilePath(`${folder}polder-policies${number === 1 ? '' : `-${number}`}.yaml`);
    if (!taken.has(path)) return path;
  }
}
