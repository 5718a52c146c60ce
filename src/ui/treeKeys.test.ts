import { describe, expect, it } from 'vitest';
import { findByTyping, handleTreeKey, placeInSets, type TreeRow } from './treeKeys.ts';

const row = (label: string, level: number, expanded: boolean | null = null): TreeRow => ({
  id: label,
  label,
  level,
  expanded,
});

const rows = [
  row('shop', 1, true),
  row('api', 2),
  row('web', 2, false),
  row('platform', 1, true),
  row('prometheus', 2),
];

describe('keys in a tree', () => {
  it('moves up and down and stops at the ends', () => {
    expect(handleTreeKey(rows, 0, 'ArrowDown', 10)).toEqual({ type: 'move', index: 1 });
    expect(handleTreeKey(rows, 4, 'ArrowDown', 10)).toEqual({ type: 'move', index: 4 });
    expect(handleTreeKey(rows, 0, 'ArrowUp', 10)).toEqual({ type: 'move', index: 0 });
    expect(handleTreeKey(rows, 0, 'End', 10)).toEqual({ type: 'move', index: 4 });
  });

  it('opens with the right arrow, then enters; closes with the left one, else goes to the parent', () => {
    expect(handleTreeKey(rows, 2, 'ArrowRight', 10)).toEqual({ type: 'toggle', index: 2 });
    expect(handleTreeKey(rows, 0, 'ArrowRight', 10)).toEqual({ type: 'move', index: 1 });
    expect(handleTreeKey(rows, 3, 'ArrowLeft', 10)).toEqual({ type: 'toggle', index: 3 });
    expect(handleTreeKey(rows, 4, 'ArrowLeft', 10)).toEqual({ type: 'move', index: 3 });
  });

  it('leaves other keys alone', () => {
    expect(handleTreeKey(rows, 0, 'Tab', 10)).toBeNull();
    expect(handleTreeKey([], 0, 'ArrowDown', 10)).toBeNull();
  });

  it('finds the next row that begins with the typed letters, around the end', () => {
    expect(findByTyping(rows, 3, 'p')).toBe(4);
    expect(findByTyping(rows, 4, 'p')).toBe(3);
    expect(findByTyping(rows, 4, 'pr')).toBe(4);
    expect(findByTyping(rows, 0, 'zz')).toBeNull();
  });

  it('counts rows among their siblings only', () => {
    expect(placeInSets(rows)).toEqual([
      { size: 2, position: 1 },
      { size: 2, position: 1 },
      { size: 2, position: 2 },
      { size: 2, position: 2 },
      { size: 1, position: 1 },
    ]);
  });
});
