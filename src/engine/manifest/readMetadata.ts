import type { LabelSet } from '../labels/LabelSelector.ts';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from './isQualifiedName.ts';
import type { OwnerReference } from './KubernetesObject.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, reportProblem, reportValue } from './ReadContext.ts';
import {
  readBoolean,
  readMap,
  readMaps,
  readNode,
  readString,
  readStringEntries,
  readStringMap,
  toRecord,
} from './readField.ts';
import type { TextRange } from './SourceFile.ts';
import type { SourceMap } from './SourceNode.ts';

/** What is read of `metadata`. */
export interface Metadata {
  /** `''` when there is none; with `generateName` only, that and `*`. */
  readonly name: string;
  /** `''` when the text names none. */
  readonly namespace: string;
  readonly labels: LabelSet;
  readonly owners: readonly OwnerReference[];
}

/** How strictly names and labels are checked: `exact` for kinds whose rules are known here. */
export type NameRule = 'label' | 'subdomain' | 'any';

/** Reads `metadata` of an object; `context` stands at the object. A missing name is for the caller to judge. */
export const readMetadata = (object: SourceMap, context: ReadContext, rule: NameRule): Metadata => {
  const metadata = readMap(object, 'metadata', context);
  if (metadata === null) return { name: '', namespace: '', labels: {}, owners: [] };
  const { node, context: within } = metadata;
  const name = readString(node, 'name', within) ?? '';
  const generateName = name === '' ? (readString(node, 'generateName', within) ?? '') : '';
  const namespace = readString(node, 'namespace', within) ?? '';
  if (rule !== 'any') {
    checkName(node, 'name', name, rule, within);
    checkName(node, 'namespace', namespace, 'label', within);
  }
  return {
    name: generateName === '' ? name : `${generateName}*`,
    namespace,
    labels: rule === 'any' ? (readStringMap(node, 'labels', within) ?? {}) : readLabels(node, within),
    owners: readOwners(node, within),
  };
};

/** `labels` of a metadata map, keys and values checked as the API server does. */
export const readLabels = (metadata: SourceMap, context: ReadContext): LabelSet => {
  const entries = readStringEntries(metadata, 'labels', context) ?? [];
  for (const { key, keyNode, value, field } of entries) {
    if (!isQualifiedName(key)) reportUnlessVariable(field.context, keyNode.range, key, 'label key');
    if (!isLabelValue(value)) reportUnlessVariable(field.context, field.range, value, 'label value');
  }
  return toRecord(entries);
};

const checkName = (
  metadata: SourceMap,
  key: string,
  value: string,
  rule: Exclude<NameRule, 'any'>,
  context: ReadContext,
): void => {
  const fits = rule === 'label' ? isDnsLabel(value) : isDnsSubdomain(value);
  if (value === '' || fits) return;
  const range = readNode(metadata, key, context)?.range ?? metadata.range;
  reportUnlessVariable(enterField(context, key), range, value, rule === 'label' ? 'DNS label' : 'DNS name');
};

/** `${NAME}` is filled in later (Flux, envsubst) and may well become valid; `{{ }}` says that the file is a template. */
const reportUnlessVariable = (context: ReadContext, range: TextRange, value: string, expected: string): void => {
  if (value.includes('{{')) reportProblem(context, 'HELM_TEMPLATE', 'error', range);
  else if (!value.includes('${')) reportValue(context, range, value, expected);
};

const readOwners = (metadata: SourceMap, context: ReadContext): readonly OwnerReference[] =>
  (readMaps(metadata, 'ownerReferences', context) ?? []).map(({ node, context: within }) => ({
    kind: readString(node, 'kind', within) ?? '',
    name: readString(node, 'name', within) ?? '',
    controller: readBoolean(node, 'controller', within) ?? false,
  }));
