import { describe, expect, it } from 'vitest';
import { splitDocuments } from './splitDocuments.ts';

const split = (text: string): readonly string[] => splitDocuments(text).map(({ start, end }) => text.slice(start, end));

describe('a file is cut into its documents', () => {
  it.each([
    ['has one document without any marker', 'a: 1\n', ['a: 1\n']],
    ['does not count what stands before the first marker when that is blank', '# hi\n\n---\na: 1\n', ['a: 1\n']],
    ['does not count directives', '%YAML 1.1\n---\na: 1\n', ['a: 1\n']],
    ['keeps an empty document between markers', 'a: 1\n---\n---\nb: 2\n', ['a: 1\n', '', 'b: 2\n']],
    ['passes over a comment beside the marker', 'a: 1\n--- # next\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['leaves a value beside the marker to the document', 'a: 1\n--- {b: 2}\n', ['a: 1\n', '{b: 2}\n']],
    ['ends a document at three dots', 'a: 1\n...\n# end\n', ['a: 1\n']],
    ['starts another one after three dots', 'a: 1\n...\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['takes a comment right behind the marker, as kubectl does', 'a: 1\n---# next\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['does not begin a line at a line separator', 'a: "x\u2028--- y"\n', ['a: "x\u2028--- y"\n']],
    ['keeps CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', 'b: 2\r\n']],
    ['sees a marker behind a byte order mark', '\uFEFF---\na: 1\n---\n\uFEFF---\nb: 2\n', ['a: 1\n', '', 'b: 2\n']],
    ['does not take a longer line for a marker', '----\n---a: 1\n', ['----\n---a: 1\n']],
    ['does not see an indented marker', 'a: |\n  ---\n  b\n', ['a: |\n  ---\n  b\n']],
    ['has one empty document when there is nothing', '', ['']],
    ['has one empty document when there are only comments', '# a\n# b', ['# a\n# b']],
    ['has the marker in the last line', 'a: 1\n---', ['a: 1\n', '']],
  ])('%s', (_, text, documents) => {
    expect(split(text)).toEqual(documents);
  });

  it('reads many comment lines in linear time', () => {
    expect(split(`${'# comment\n'.repeat(200_000)}a: 1\n`)).toHaveLength(1);
  });
});
