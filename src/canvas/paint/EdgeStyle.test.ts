import { describe, expect, it } from 'vitest';
import { noEmphasis } from '../EmphasisContext.ts';
import type { DrawnEdge } from '../graph/VisibleGraph.ts';
import { moodOf, styleOf } from './EdgeStyle.ts';
import type { Palette } from './Palette.ts';

const palette = { rule: 'blue', open: 'amber', uncertain: 'purple', added: 'green', removed: 'plum' } as Palette;
const edge = (more: Partial<DrawnEdge> = {}): DrawnEdge => ({
  id: 'a>b',
  from: 'a',
  to: 'b',
  verdict: 'rule',
  ports: '80',
  partial: false,
  doubt: false,
  change: null,
  count: 1,
  flows: [0],
  pair: { from: 'a', to: 'b' },
  ...more,
});
const style = (more: Partial<DrawnEdge>, lines = 1) => styleOf(edge(more), 'plain', { palette, lines, isFar: false });

describe('styleOf', () => {
  it('tells verdicts apart without colour', () => {
    const looks = [
      {},
      { partial: true },
      { verdict: 'open' },
      { verdict: 'uncertain' },
      { change: 'removed' },
    ] as const;
    const dashes = looks.map((more) => style(more).dash.join());
    expect(new Set(dashes).size).toBe(looks.length);
  });

  it('draws what comes into the focus hollow, what goes out full', () => {
    expect(styleOf(edge(), 'in', { palette, lines: 1, isFar: false }).hollow).toBe(true);
    expect(styleOf(edge(), 'out', { palette, lines: 1, isFar: false }).hollow).toBe(false);
  });

  it('lets lines keep to the background, the more of them are in view', () => {
    expect(style({}, 20).alpha).toBeGreaterThan(style({}, 100).alpha);
    expect(style({}, 100).alpha).toBeGreaterThan(style({}, 1000).alpha);
    expect(styleOf(edge(), 'lit', { palette, lines: 1000, isFar: true }).alpha).toBe(1);
  });
});

describe('moodOf', () => {
  const lit = { ...noEmphasis, edges: new Set(['a>b']) };
  it('knows the direction from what is focused', () => {
    expect(moodOf(edge(), { ...lit, focus: new Set(['a']) })).toBe('out');
    expect(moodOf(edge(), { ...lit, focus: new Set(['b']) })).toBe('in');
    expect(moodOf(edge(), { ...lit, focus: new Set(['a', 'b']) })).toBe('plain');
    expect(moodOf(edge({ to: 'a' }), { ...lit, focus: new Set(['a']) })).toBe('out');
    expect(moodOf(edge({ id: 'b>c' }), lit)).toBe('dim');
    expect(moodOf(edge(), { ...lit, selectedEdge: 'a>b' })).toBe('selected');
    expect(moodOf(edge(), noEmphasis)).toBe('plain');
  });
});
