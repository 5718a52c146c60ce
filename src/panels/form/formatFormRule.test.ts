import { describe, expect, it } from 'vitest';
import { formatFormPeer, formatFormRule } from './formatFormRule.ts';

const app = { key: 'app', operator: 'Equals', values: ['web'] } as const;

describe('a rule of a form in few words', () => {
  it('says whom it lets in', () => {
    expect(formatFormPeer({ type: 'pods', namespaces: null, pods: { requirements: [app] } })).toBe('app=web');
    expect(formatFormPeer({ type: 'pods', namespaces: { requirements: [] }, pods: null })).toBe(
      'every pod in every namespace',
    );
    const team = { key: 'team', operator: 'NotIn', values: ['a', 'b'] } as const;
    expect(formatFormPeer({ type: 'pods', namespaces: { requirements: [team] }, pods: { requirements: [app] } })).toBe(
      'app=web in namespaces with team not in (a, b)',
    );
    const byName = { key: 'kubernetes.io/metadata.name', operator: 'Equals', values: ['shop'] } as const;
    expect(formatFormPeer({ type: 'pods', namespaces: { requirements: [byName] }, pods: null })).toBe(
      'every pod in namespace shop',
    );
    expect(formatFormPeer({ type: 'addresses', cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] })).toBe(
      '10.0.0.0/8 except 10.1.0.0/16',
    );
  });

  it('says on which ports, and what the text alone says', () => {
    const at = { file: 'a.yaml', start: 0, end: 1 } as never;
    expect(formatFormRule({ at, peers: null, ports: null })).toEqual({ peers: 'anyone', ports: 'every port' });
    expect(
      formatFormRule({
        at,
        peers: [{ type: 'text', at }],
        ports: [
          { type: 'port', protocol: null, port: 80, endPort: null, at },
          { type: 'port', protocol: 'UDP', port: null, endPort: null, at },
        ],
      }),
    ).toEqual({ peers: 'something only the text says', ports: 'TCP 80, every UDP port' });
  });
});
