import type { ManifestFile } from '../manifest/ManifestSet.ts';
import { parseDocument } from '../manifest/parseDocument.ts';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import { applyTextEdits, type TextSplice } from './applyTextEdits.ts';
import { findLineStart } from './textLines.ts';
import type { TextStyle } from './TextStyle.ts';
import { equalTrees, equalsValue } from './verifyTreeChanges.ts';
import { writeYaml } from './writeYaml.ts';
import type { YamlValue } from './YamlValue.ts';

/**
 * Appends documents to a file of block YAML, each after a `---`, with a final line end if the file has one. Null when the
 * outcome would not be the old documents and then the new ones: proven by parsing it.
 */
export function planDocumentAppend(
  { source: { text } }: Pick<ManifestFile, 'source'>,
  values: readonly YamlValue[],
  style: TextStyle,
): TextSplice | null {
  const ranges = splitDocuments(text);
  const last = ranges.at(-1);
  if (!last) return null;
  const documents = values.map((value) => writeYaml(value, style, 0));
  const block = `---${style.eol}${documents.join(`${style.eol}---${style.eol}`)}`;
  // A `---` that nothing follows stays the last line: the new documents go before it.
  const marker = findLineStart(text, text.length - 1);
  const isAnnounced = last.start === text.length && text.startsWith('---', marker);
  const position = isAnnounced ? marker : text.length;
  const range = { start: position, end: position };
  const edit = { range, text: isAnnounced || text.endsWith('\n') ? block + style.eol : style.eol + block };
  return isVerified(text, edit, values) ? edit : null;
}

/** The text of a new file. */
export const writeDocuments = (values: readonly YamlValue[], style: TextStyle): string =>
  values.map((value) => `${writeYaml(value, style, 0)}${style.eol}`).join(`---${style.eol}`);

function isVerified(text: string, edit: TextSplice, values: readonly YamlValue[]): boolean {
  const after = applyTextEdits(text, [edit]);
  if (after === null) return false;
  const old = splitDocuments(text).map((range) => parseDocument(text, range));
  const now = splitDocuments(after).map((range) => parseDocument(after, range));
  const kept = old.filter(({ empty }) => !empty);
  const found = now.filter(({ empty }) => !empty);
  if (found.length !== kept.length + values.length) return false;
  return found.every(({ root }, index) => {
    const before = kept[index];
    const value = values[index - kept.length];
    if (root === null) return before?.root === null;
    if (before) return before.root !== null && equalTrees(before.root, root);
    return value !== undefined && equalsValue(root, value);
  });
}
