import { describe, expect, it } from 'vitest';
import { toFilePath } from '../../engine/index.ts';
import type { HistoryStep } from '../../store/state.ts';
import { listHistoryRows } from './listHistoryRows.ts';

const step = (label: string, ...files: readonly string[]): HistoryStep => {
  const edits = files.map((file) => ({ file: toFilePath(file), range: { start: 0, end: 0 }, text: 'x' }));
  return { label, changes: [{ forward: { edits, files: [] }, inverse: { edits, files: [] } }], group: null, at: 7 };
};

describe('the rows of the history', () => {
  it('are the steps, the newest first, with where the text is now', () => {
    const rows = listHistoryRows({
      undo: [step('one', 'a/b.yaml'), step('two', 'c.yaml', 'c.yaml')],
      redo: [step('four'), step('three')],
    });
    expect(rows.map(({ label, state }) => [label, state])).toEqual([
      ['four', 'undone'],
      ['three', 'undone'],
      ['two', 'current'],
      ['one', 'done'],
      ['Before these steps', 'done'],
    ]);
    expect(rows.map(({ position }) => position)).toEqual([4, 3, 2, 1, 0]);
    expect(rows.map(({ files }) => files)).toEqual([[], [], ['c.yaml'], ['b.yaml'], []]);
  });

  it('begin with the text as it was', () => {
    expect(listHistoryRows({ undo: [], redo: [] })).toMatchObject([{ position: 0, state: 'current', at: null }]);
  });
});
