import { describe, expect, it } from 'vitest';
import { tcp } from '../../testing/createSnapshot.ts';
import { formatPorts } from './formatPorts.ts';

const whole = [[1, 65535]] as const;

describe('formatPorts', () => {
  it.each([
    [tcp(8080), '8080'],
    [tcp(5432, 9187), '5432, 9187'],
    [tcp(80, 443, 8080, 9090), '80, 443 +2'],
    [{ TCP: [[8000, 8100]], UDP: [], SCTP: [] } as const, '8000–8100'],
    [{ TCP: [], UDP: [[53, 53]], SCTP: [] } as const, 'UDP 53'],
    [{ TCP: [[53, 53]], UDP: [[53, 53]], SCTP: [] } as const, '53 TCP+UDP'],
    [{ TCP: whole, UDP: [], SCTP: [] } as const, 'every TCP port'],
    [{ TCP: whole, UDP: whole, SCTP: whole } as const, 'every port'],
    [tcp(), 'no port'],
  ])('writes %j as %s', (set, words) => {
    expect(formatPorts(set)).toBe(words);
  });
});
