import type { KubernetesObject } from '../manifest/KubernetesObject.ts';
import type { ManifestDocument, ManifestFile } from '../manifest/ManifestSet.ts';
import { findEntry } from '../manifest/findEntry.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { detectTextStyle } from '../edits/detectTextStyle.ts';
import type { TreeChange } from '../edits/TreeChange.ts';
import type { EndPlan } from './EndPlan.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** Where an object is written. */
export interface ObjectText {
  readonly object: KubernetesObject;
  readonly file: ManifestFile;
  readonly document: ManifestDocument;
}

/** The texts of all definitions of an object, in the order of the files; empty when it is gone. */
export const findObjectTexts = ({ manifests }: PlanningBase, id: string): readonly ObjectText[] =>
  manifests.objects
    .filter((object) => object.id === id)
    .flatMap((object) => findObjectText(manifests.files, object) ?? []);

export function findObjectText(files: readonly ManifestFile[], object: KubernetesObject): ObjectText | null {
  const file = files.find(({ source }) => source.path === object.source.file);
  const document = file?.documents.find(({ index }) => index === object.source.document);
  return file && document ? { object, file, document } : null;
}

/** The map below `node` at a path; null when it is not there, or no map. */
export function findMapAt(node: SourceMap, path: readonly string[]): SourceMap | null {
  let map = node;
  for (const key of path) {
    const entry = findEntry(map, key);
    const value = entry && resolveAlias(entry.value);
    if (value?.type !== 'map') return null;
    map = value;
  }
  return map;
}

/** Changes of one object's document. */
export const toChange = ({ object, file, document }: ObjectText, changes: readonly TreeChange[]): EndPlan => ({
  type: 'change',
  file,
  document,
  changes,
  style: detectTextStyle(file.source.text, [object.source.node]),
});
