import { describe, expect, it } from 'vitest';
import { toFilePath, type FilePath } from '../manifest/SourceFile.ts';
import { applyPlan, type PlannedText } from './applyPlan.ts';

const a = toFilePath('a.yaml');
const b = toFilePath('b.yaml');
const files: ReadonlyMap<FilePath, string> = new Map([
  [a, 'one\n'],
  [b, 'two\n'],
]);

const apply = (plan: Partial<PlannedText>) => applyPlan(files, { edits: [], files: [], ...plan });

describe('applying a plan', () => {
  it('edits, makes and removes files at once and is taken back by its inverse', () => {
    const c = toFilePath('c.yaml');
    const applied = apply({
      edits: [{ file: a, range: { start: 0, end: 3 }, text: 'ONE' }],
      files: [
        { type: 'create', file: c, text: 'three\n' },
        { type: 'remove', file: b },
      ],
    });
    if (!applied.ok) throw new Error('the plan fits');
    expect(Object.fromEntries(applied.files)).toEqual({ 'a.yaml': 'ONE\n', 'c.yaml': 'three\n' });
    const back = applyPlan(applied.files, applied.inverse);
    expect(back.ok && Object.fromEntries(back.files)).toEqual(Object.fromEntries(files));
  });

  it('does nothing at all when a part does not fit', () => {
    expect(apply({ edits: [{ file: toFilePath('z.yaml'), range: { start: 0, end: 0 }, text: 'x' }] }).ok).toBe(false);
    expect(apply({ edits: [{ file: a, range: { start: 0, end: 9 }, text: 'x' }] }).ok).toBe(false);
    expect(apply({ files: [{ type: 'create', file: a, text: '' }] }).ok).toBe(false);
    expect(apply({ files: [{ type: 'remove', file: toFilePath('z.yaml') }] }).ok).toBe(false);
    expect(
      apply({
        edits: [{ file: a, range: { start: 0, end: 0 }, text: 'x' }],
        files: [{ type: 'remove', file: a }],
      }).ok,
    ).toBe(false);
  });
});
