import { describe, expect, it } from 'vitest';
import type { ChangesCause, ChangesLine, ChangesView } from '../../engine/index.ts';
import { listChangeRows } from './listChangeRows.ts';
import { toOverlay } from './toOverlay.ts';

const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const db = 'shop/Deployment/db';

const one: ChangesLine = {
  key: 'one',
  kind: 'removed',
  from: 'shop/web',
  to: 'shop/api',
  isTwoWay: false,
  ports: 'TCP 80',
  pairs: 1,
  sample: [{ from: web, to: api }],
};
const many: ChangesLine = {
  key: 'many',
  kind: 'added',
  from: 'shop/web',
  to: '9 workloads of shop',
  isTwoWay: true,
  ports: 'every port',
  pairs: 9,
  sample: [
    { from: web, to: api },
    { from: web, to: db },
  ],
};

const aCause = (more: Partial<ChangesCause> = {}): ChangesCause => ({
  key: 'policy a',
  kind: 'changed',
  text: 'NetworkPolicy shop/a changed',
  target: null,
  at: null,
  flows: { added: 9, removed: 1, changed: 0 },
  consequences: [{ type: 'opened', text: 'No longer isolated (ingress): shop/api', workload: api }],
  lines: [many, one],
  omittedLines: 0,
  ...more,
});

const aView = (causes: readonly ChangesCause[]): ChangesView => ({
  flows: { added: 9, removed: 1, changed: 0 },
  causes,
  added: [
    { from: web, to: api, ports: 'every port', isOpen: true },
    { from: web, to: db, ports: 'TCP 1', isOpen: false },
  ],
  removed: [{ from: web, to: api, ports: 'TCP 80', isOpen: false }],
  omittedPairs: 0,
  isIncomplete: false,
});

const nameOf = (id: string) => id.split('/').at(-1)!;
const rowsOf = (causes: readonly ChangesCause[], toggled: readonly string[] = []) =>
  listChangeRows(aView(causes), { toggled: new Set(toggled), nameOf });
const outline = (...args: Parameters<typeof rowsOf>): string[] =>
  rowsOf(...args).map(({ level, label }) => `${'  '.repeat(level - 1)}${label}`);

describe('the rows of a comparison', () => {
  it('are causes, what they mean, and their lines', () => {
    expect(outline([aCause({ omittedLines: 3 })])).toEqual([
      'NetworkPolicy shop/a changed',
      '  No longer isolated (ingress): shop/api',
      '  added: shop/web ↔ 9 workloads of shop, every port',
      '  removed: shop/web → shop/api, TCP 80',
      '  3 more lines',
    ]);
  });

  it('name the pairs of a line when it is unfolded, and how many more there are', () => {
    expect(outline([aCause()], ['policy a | many']).slice(2, 6)).toEqual([
      '  added: shop/web ↔ 9 workloads of shop, every port',
      '    web → api',
      '    web → db',
      '    7 more pairs',
    ]);
  });

  it('are only the cause when it is folded', () => {
    expect(outline([aCause()], ['policy a'])).toEqual(['NetworkPolicy shop/a changed']);
  });

  it('have causes without effect on flows at the end, under a heading', () => {
    const quiet = aCause({ key: 'policy b', text: 'NetworkPolicy shop/b is new', consequences: [], lines: [] });
    expect(outline([quiet, aCause({ lines: [one] })]).slice(-2)).toEqual([
      'Without effect on flows: 1',
      '  NetworkPolicy shop/b is new',
    ]);
  });

  it('have ids of their own', () => {
    const ids = rowsOf([aCause(), aCause({ key: 'policy c' })], ['policy a | many']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the marks on the canvas', () => {
  const view = aView([aCause()]);
  const rows = listChangeRows(view, { toggled: new Set(['policy a | many']), nameOf });
  const rowNamed = (label: string) => rows.find((row) => row.label === label)!;

  it('are what came and went, without flows open by default unless those are drawn', () => {
    expect(toOverlay(view, null, { showOpenFlows: false })).toEqual({
      added: [{ from: web, to: db, ports: 'TCP 1' }],
      removed: [{ from: web, to: api, ports: 'TCP 80' }],
    });
    expect(toOverlay(view, null, { showOpenFlows: true }).added).toHaveLength(2);
  });

  it('are those of a row when one is chosen', () => {
    const line = rowNamed('removed: shop/web → shop/api, TCP 80');
    expect(toOverlay(view, line, { showOpenFlows: false })).toEqual({ added: [], removed: one.sample });
    expect(toOverlay(view, rowNamed('web → db'), { showOpenFlows: false })).toMatchObject({
      added: [{ from: web, to: db }],
      removed: [],
    });
    expect(toOverlay(view, rows[0]!, { showOpenFlows: false })).toEqual({ added: many.sample, removed: one.sample });
  });
});
