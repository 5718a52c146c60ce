import type { LabelOperator, LabelRequirement, LabelSelector } from '../labels/LabelSelector.ts';
import { isLabelValue, isQualifiedName } from './isQualifiedName.ts';
import type { ReadContext } from './ReadContext.ts';
import { enterField, redirectReports, reportProblem, reportValue } from './ReadContext.ts';
import type { FieldNode } from './readField.ts';
import {
  readMaps,
  readString,
  readStringEntries,
  readStrings,
  reportUnknownFields,
  toMap,
  toRecord,
} from './readField.ts';
import { resolveAlias } from './resolveAlias.ts';
import type { SourceMap, SourceNode } from './SourceNode.ts';

const operators: readonly LabelOperator[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const isOperator = (text: string): text is LabelOperator => (operators as readonly string[]).includes(text);

/**
 * Reads a LabelSelector node, checked as the API server does (operators, their values, keys and values; docs/semantics/kubernetes.md).
 * `context` stands at the selector. Null when there is none (absent or null, which is for the caller to interpret) or
 * when it is invalid, in which case an error has been reported.
 */
export const readLabelSelector = (
  node: SourceNode | null,
  context: ReadContext,
): { readonly selector: LabelSelector } | null => {
  if (node === null) return null;
  const resolved = resolveAlias(node);
  if (resolved.type === 'scalar' && resolved.value === null) return null;
  const map = toMap({ node: resolved, range: node.range, context });
  if (map === null) return null;
  let valid = true;
  const watched = redirectReports(context, (problem) => {
    if (problem.severity === 'error') valid = false;
    context.report(problem);
  });
  reportUnknownFields(map.node, ['matchLabels', 'matchExpressions'], watched);
  const matchLabels = readMatchLabels(map.node, watched);
  const matchExpressions = (readMaps(map.node, 'matchExpressions', watched) ?? []).flatMap(
    (item) => readRequirement(item) ?? [],
  );
  return valid ? { selector: { matchLabels, matchExpressions } } : null;
};

const readMatchLabels = (map: SourceMap, context: ReadContext): LabelSelector['matchLabels'] => {
  const entries = readStringEntries(map, 'matchLabels', context) ?? [];
  for (const { key, keyNode, value, field } of entries) {
    if (!isQualifiedName(key)) reportValue(field.context, keyNode.range, key, 'label key');
    if (!isLabelValue(value)) reportValue(field.context, field.range, value, 'label value');
  }
  return toRecord(entries);
};

const readRequirement = ({ node, range, context }: FieldNode<SourceMap>): LabelRequirement | null => {
  reportUnknownFields(node, ['key', 'operator', 'values'], context);
  const key = readString(node, 'key', context) ?? '';
  const operator = readString(node, 'operator', context) ?? '';
  const values = readStrings(node, 'values', context) ?? [];
  if (!isQualifiedName(key)) reportValue(enterField(context, 'key'), range, key, 'label key');
  if (!isOperator(operator)) {
    reportValue(enterField(context, 'operator'), range, operator, operators.join(', '));
    return null;
  }
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues !== values.length > 0) {
    const expected = takesValues ? 'at least one value' : 'no values';
    reportProblem(enterField(context, 'values'), 'FIELD_VALUE', 'error', range, { value: operator, expected });
  }
  for (const { text, field } of values) {
    if (!isLabelValue(text)) reportValue(field.context, field.range, text, 'label value');
  }
  return { key, operator, values: values.map(({ text }) => text) };
};
