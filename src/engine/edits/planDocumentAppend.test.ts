import { describe, expect, it } from 'vitest';
import { splitDocuments } from '../manifest/splitDocuments.ts';
import type { ManifestFile } from '../manifest/ManifestSet.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { planDocumentAppend } from './planDocumentAppend.ts';
import { planDocumentRemoval } from './planDocumentRemoval.ts';
import { plainStyle } from './TextStyle.ts';

const fileOf = (text: string): Pick<ManifestFile, 'source'> => ({ source: { path: toFilePath('a.yaml'), text } });

const append = (text: string, count = 1): string | null => {
  const values = Array.from({ length: count }, (_, index) => ({ kind: 'New', number: index }));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edit = planDocumentAppend(fileOf(text), values, { ...plainStyle, eol });
  return edit && applyTextEdits(text, [edit]);
};

const remove = (text: string, ...positions: number[]): string | null => {
  const ranges = splitDocuments(text);
  const edits = planDocumentRemoval(
    fileOf(text),
    positions.map((position) => ({ range: ranges[position]! })),
  );
  return edits === 'file' || edits === null ? edits : applyTextEdits(text, edits);
};

describe('appending documents', () => {
  it('sets them apart and ends the file as it ended', () => {
    expect(append('a: 1\n')).toBe('a: 1\n---\nkind: New\nnumber: 0\n');
    expect(append('a: 1')).toBe('a: 1\n---\nkind: New\nnumber: 0');
    expect(append('a: 1\r\n', 2)).toBe('a: 1\r\n---\r\nkind: New\r\nnumber: 0\r\n---\r\nkind: New\r\nnumber: 1\r\n');
  });

  it('goes behind comments and before a separator that nothing follows', () => {
    expect(append('a: 1\n# the end\n')).toBe('a: 1\n# the end\n---\nkind: New\nnumber: 0\n');
    expect(append('a: 1\n---\n')).toBe('a: 1\n---\nkind: New\nnumber: 0\n---\n');
    expect(append('a: 1\n---')).toBe('a: 1\n---\nkind: New\nnumber: 0\n---');
  });

  it('is taken back byte for byte by removing the documents', () => {
    for (const text of [
      'a: 1\n',
      'a: 1',
      '---\na: 1\n',
      'a: 1\n---\nb: 2\n# end\n',
      'a: 1\r\n---\r\nb: 2',
      'a: 1\n---\n',
      'a: 1\n---\n\n',
    ]) {
      const count = splitDocuments(text.replace(/---\n$/, '')).length;
      expect(remove(append(text)!, count), text).toBe(text);
      expect(remove(append(text, 2)!, count, count + 1), text).toBe(text);
    }
  });
});

describe('removing documents', () => {
  it('keeps all others as they are', () => {
    const text = 'a: 1\n---\n# two\nb: 2\n---\nc: 3\n';
    expect(remove(text, 0)).toBe('# two\nb: 2\n---\nc: 3\n');
    expect(remove(text, 1)).toBe('a: 1\n---\nc: 3\n');
    expect(remove(text, 0, 2)).toBe('# two\nb: 2\n');
    expect(remove(text, 0, 1, 2)).toBe('file');
  });

  it('refuses to take a comment on a separator along', () => {
    expect(remove('a: 1\n--- # about b\nb: 2\n', 0)).toBeNull();
  });
});
