import type { LabelSelector } from '../labels/LabelSelector.ts';
import { emptySelector } from '../labels/matchesSelector.ts';
import type { ReadContext } from '../manifest/ReadContext.ts';
import { readLabelSelector } from '../manifest/readLabelSelector.ts';
import { readStringMap } from '../manifest/readField.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';

/** Reads without telling anybody: whoever owns the document has reported what is wrong with it. */
export const createQuietContext = (): ReadContext => ({ file: toFilePath(''), path: '', report: () => undefined });

/** Null when the selector is invalid as it stands. */
export const readSelectorNode = (node: SourceNode): LabelSelector | null => {
  const resolved = resolveAlias(node);
  if (resolved.type === 'map' && resolved.entries.length === 0) return emptySelector;
  return readLabelSelector(resolved, createQuietContext())?.selector ?? null;
};

/** A selector that is a map of labels, as a Service has it; null when it is empty, which selects nothing. */
export const readLabelMap = (parent: SourceMap, key: string): LabelSelector | null => {
  const matchLabels = readStringMap(parent, key, createQuietContext());
  return matchLabels === null || Object.keys(matchLabels).length === 0 ? null : { matchLabels, matchExpressions: [] };
};
