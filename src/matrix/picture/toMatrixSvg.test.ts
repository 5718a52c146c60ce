import { describe, expect, it } from 'vitest';
import { createFlowIndex } from '../../engine/index.ts';
import { pictureColours } from '../../picture/pictureColours.ts';
import { createFlowSnapshot } from '../../testing/createFlowSnapshot.ts';
import { tcp } from '../../testing/createSnapshot.ts';
import { createVerdictRows } from '../model/createVerdictRows.ts';
import { listAxis } from '../model/listAxis.ts';
import { listUnits } from '../model/MatrixUnits.ts';
import { orderUnits } from '../model/orderUnits.ts';
import { svgSign } from './svgSign.ts';
import { toMatrixSvg } from './toMatrixSvg.ts';

const isolated = { ingress: 'isolated', egress: 'isolated' } as const;

function svgOf(names: readonly string[], { opened }: { readonly opened: readonly string[] }) {
  const snapshot = createFlowSnapshot({
    workloads: { shop: names },
    more: { 'shop/b': isolated },
    flows: [{ from: 'shop/a', to: 'shop/b' }],
  });
  const index = createFlowIndex(snapshot);
  const units = listUnits(snapshot);
  const axis = listAxis(units, orderUnits(index, units, 'name'), { opened: new Set(opened), grouped: true });
  const window = { first: 0, end: 10 };
  const scene = { workspace: 'Shop', index, units, rows: createVerdictRows(index, units), axis };
  return toMatrixSvg(
    { ...scene, shownRows: window, shownColumns: window },
    { colours: pictureColours.light, font: null },
  ).text;
}

describe('the picture of the matrix', () => {
  it('has the rows and columns of the screen, and says each cell', () => {
    const text = svgOf(['a', 'b'], { opened: ['shop'] });
    expect([...text.matchAll(/data-row="([^"]+)"/g)].map(([, name]) => name)).toEqual(['shop', 'shop/a', 'shop/b']);
    expect([...text.matchAll(/data-column=/g)]).toHaveLength(3);
    expect(text).toContain('<title>shop/a → shop/b\nAllowed by rule: TCP 8080</title>');
    expect(text).toContain('<title>shop/b → shop/a\nDenied</title>');
  });

  it('is the window of a matrix that is too large to be drawn whole, and says so', () => {
    const names = Array.from({ length: 300 }, (_, at) => `n${at}`);
    const text = svgOf(names, { opened: ['shop'] });
    expect([...text.matchAll(/data-row=/g)]).toHaveLength(10);
    expect(text).toContain('Rows 1 to 10 and columns 1 to 10 of 301.');
  });

  it('tells the layers of a folded namespace apart without colour, and never says denied of what was left out', () => {
    const base = createFlowSnapshot({
      workloads: { shop: ['a', 'b'], till: ['c'], farm: ['d'] },
      more: { 'till/c': isolated, 'farm/d': isolated, 'shop/a': isolated, 'shop/b': isolated },
      flows: [{ from: 'shop/a', to: 'till/c', uncertain: tcp(80) }],
    });
    const folded = (omitted: number): string => {
      const snapshot = { ...base, flows: { ...base.flows, omitted } };
      const index = createFlowIndex(snapshot);
      const units = listUnits(snapshot);
      const axis = listAxis(units, orderUnits(index, units, 'name'), { opened: new Set(), grouped: true });
      const window = { first: 0, end: 10 };
      return toMatrixSvg(
        {
          workspace: 'Shop',
          index,
          units,
          rows: createVerdictRows(index, units),
          axis,
          shownRows: window,
          shownColumns: window,
        },
        { colours: pictureColours.light, font: null },
      ).text;
    };
    expect(folded(0)).toMatch(/shop → till[^]*?stroke-dasharray/);
    const left = /<title>farm → till[^]*?<\/g>/.exec(folded(9))?.[0];
    expect(left).toContain(svgSign('unlisted', 20, pictureColours.light));
  });
});
