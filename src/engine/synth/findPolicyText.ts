import { findEntry } from '../manifest/findEntry.ts';
import type { PolicyObject } from '../manifest/KubernetesObject.ts';
import type { ManifestDocument, ManifestFile } from '../manifest/ManifestSet.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap } from '../manifest/SourceNode.ts';
import { findOwnEntry } from '../edits/findOwnEntry.ts';
import type { Policy, PolicyRule } from '../policy/PolicyRule.ts';
import type { PlanningBase } from './PlanningBase.ts';

/** Where a policy is written. */
export interface PolicyText {
  readonly file: ManifestFile;
  readonly document: ManifestDocument;
  readonly object: PolicyObject;
  readonly spec: SourceMap;
}

/** The text of a policy that counts; null when it has no spec to change. */
export function findPolicyText({ manifests }: PlanningBase, policy: Policy): PolicyText | null {
  const object = manifests.objects.find(
    (candidate): candidate is PolicyObject =>
      candidate.type === 'policy' &&
      candidate.id === policy.id &&
      candidate.source.file === policy.origin.file &&
      candidate.source.range.start === policy.origin.range.start,
  );
  const file = manifests.files.find(({ source }) => source.path === policy.origin.file);
  const document = file?.documents.find(({ index }) => index === object?.source.document);
  const entry = object ? findEntry(object.source.node, 'spec') : null;
  const spec = entry ? resolveAlias(entry.value) : null;
  return file && document && object && spec?.type === 'map' ? { file, document, object, spec } : null;
}

/** A rule's map as written; null when it is gone. */
export function findRuleMap({ spec }: PolicyText, { direction, origin }: PolicyRule): SourceMap | null {
  const rules = findOwnEntry(spec, direction)?.value;
  const item = rules?.type === 'seq' ? rules.items[origin.index] : undefined;
  const map = item && resolveAlias(item);
  return map?.type === 'map' ? map : null;
}
