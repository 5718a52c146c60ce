import { describe, expect, it } from 'vitest';
import { toFilePath } from '../../engine/index.ts';
import { planLines } from './planLines.ts';

const file = toFilePath('policy.yaml');
const text = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', ''].join('\n');
const show = (edits: readonly { start: number; end: number; text: string }[], before = text) =>
  planLines(
    { edits: edits.map(({ start, end, text: next }) => ({ file, range: { start, end }, text: next })), files: [] },
    () => before,
  )[0]?.lines.map(
    ({ type, text: line, line: number }) =>
      `${{ context: ' ', added: '+', removed: '-', gap: '~' }[type]}${number ?? ''}${line}`,
  );

describe('the lines of a plan', () => {
  it('show an insertion with a few lines around it', () => {
    const at = text.indexOf('f');
    expect(show([{ start: at, end: at, text: 'new\n' }])).toEqual([
      '~',
      ' 3c',
      ' 4d',
      ' 5e',
      '+6new',
      ' 7f',
      ' 8g',
      ' 9h',
    ]);
  });

  it('show a changed line as removed and added', () => {
    expect(show([{ start: 0, end: 1, text: 'A' }])).toEqual(['-1a', '+1A', ' 2b', ' 3c', ' 4d']);
  });

  it('keep distant changes apart and number them by the new text', () => {
    const lines = show([
      { start: 0, end: 0, text: 'x\n' },
      { start: text.indexOf('j'), end: text.indexOf('j') + 2, text: '' },
    ]);
    expect(lines).toEqual(['+1x', ' 2a', ' 3b', ' 4c', '~', ' 8g', ' 9h', ' 10i', '-10j']);
  });

  it('show lines appended to a text without a last line end', () => {
    expect(show([{ start: 1, end: 1, text: '\nb' }], 'a')).toEqual([' 1a', '+2b']);
  });

  it.each(['\n', '\r\n', '\r'])('are the same whichever line end the text has: %j', (lineEnd) => {
    const before = ['a', 'b', 'c'].join(lineEnd);
    const at = before.indexOf('b');
    expect(show([{ start: at, end: at + 1, text: 'B' }], before)).toEqual([' 1a', '-2b', '+2B', ' 3c']);
  });

  it('show a new file as a whole', () => {
    const [plan] = planLines({ edits: [], files: [{ type: 'create', file, text: 'a\nb\n' }] }, () => '');
    expect(plan).toMatchObject({ type: 'create', lines: [{ text: 'a' }, { text: 'b' }] });
  });
});
