import { describe, expect, it } from 'vitest';
import { formatLabels, parseLabels, parsePorts } from './parseFields.ts';

describe('what people type into fields', () => {
  it('reads labels, and writes them the same', () => {
    expect(parseLabels(' app=web, example.com/tier: front ')).toEqual({ app: 'web', 'example.com/tier': 'front' });
    expect(parseLabels('')).toEqual({});
    expect(parseLabels('app=')).toEqual({ app: '' });
    expect(parseLabels('app')).toBeNull();
    expect(formatLabels({ app: 'web', tier: 'front' })).toBe('app=web, tier=front');
  });

  it('reads ports with names and protocols', () => {
    expect(parsePorts('http 8080, 53/udp, dns:53 UDP')).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP' },
      { name: null, port: 53, protocol: 'UDP' },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ]);
    expect(parsePorts('')).toEqual([]);
    expect(parsePorts('http')).toBeNull();
    expect(parsePorts('80/icmp')).toBeNull();
  });
});
