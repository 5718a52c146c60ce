import { describe, expect, it } from 'vitest';
import { formatFlowCsv, formatFlowMarkdown } from './formatFlowTable.ts';
import type { FlowItem } from './FlowItem.ts';

const end = (name: string) => ({ id: name, kind: 'Deployment', namespace: 'shop', name });
const item: FlowItem = {
  from: end('web'),
  to: end('api|*'),
  verdict: 'rule',
  ports: 'TCP 80, 443',
  partial: '',
  uncertain: 'TCP 9090',
};

describe('flows that are taken away', () => {
  it('are CSV that spreadsheets read as text', () => {
    const formula = { ...item, to: { ...end('x'), namespace: null, name: '=cmd()' } };
    expect(formatFlowCsv({ items: [item, formula], reasons: ['egress: a · ingress: b', ''], leftOut: 0 })).toBe(
      [
        'From,To,Ports,Some pods only,Uncertain,Verdict,Reason',
        'shop/Deployment/web,shop/Deployment/api|*,"TCP 80, 443",,TCP 9090,allowed by rule,egress: a · ingress: b',
        `shop/Deployment/web,'=cmd(),"TCP 80, 443",,TCP 9090,allowed by rule,`,
        '',
      ].join('\r\n'),
    );
  });

  it('are Markdown in which names are never markup', () => {
    expect(formatFlowMarkdown({ items: [item], reasons: null, leftOut: 3 })).toBe(
      [
        '| From | To | Ports | Some pods only | Uncertain | Verdict |',
        '| --- | --- | --- | --- | --- | --- |',
        '| shop/Deployment/web | shop/Deployment/api\\|\\* | TCP 80, 443 |  | TCP 9090 | allowed by rule |',
        '',
        '3 more flows are not part of this table.',
        '',
      ].join('\n'),
    );
  });

  it('say what does not fit', () => {
    expect(formatFlowCsv({ items: [], reasons: null, leftOut: 5 })).toContain(
      '# 5 more flows are not part of this table',
    );
  });
});
