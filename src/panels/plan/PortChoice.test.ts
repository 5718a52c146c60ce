import { describe, expect, it } from 'vitest';
import { formatPortChoice, readPortChoice } from './PortChoice.ts';

describe('a port that somebody types', () => {
  it('is read with or without a protocol, as a number or a range', () => {
    expect(readPortChoice('8080')).toEqual({ protocol: 'TCP', port: 8080, endPort: null });
    expect(readPortChoice('udp 53')).toEqual({ protocol: 'UDP', port: 53, endPort: null });
    expect(readPortChoice('TCP/8000-8010')).toEqual({ protocol: 'TCP', port: 8000, endPort: 8010 });
    expect(readPortChoice('sctp')).toEqual({ protocol: 'SCTP', port: null, endPort: null });
  });

  it('is refused when no policy could carry it', () => {
    for (const text of ['', 'icmp', '0', '70000', '90-80', 'http']) expect(readPortChoice(text)).toBeNull();
  });

  it('reads the same when it is written out', () => {
    for (const text of ['TCP 8080', 'UDP 53-60']) {
      const choice = readPortChoice(text);
      expect(choice && formatPortChoice(choice)).toBe(text);
    }
  });
});
