import { describe, expect, it } from 'vitest';
import type { ContainerPort } from '../../engine/index.ts';
import { formatContainerPorts } from './formatContainerPorts.ts';

const port = (
  number: number,
  name: string | null = null,
  protocol: ContainerPort['protocol'] = 'TCP',
): ContainerPort => ({
  name,
  port: number,
  protocol,
});

describe('container ports in words', () => {
  it('name the protocol unless it is TCP', () => {
    expect(formatContainerPorts([port(8080, 'http'), port(53, 'dns', 'UDP'), port(9090)])).toBe(
      'http 8080, dns 53 UDP, 9090',
    );
  });

  it('are ranges where ports without names follow each other', () => {
    const many = Array.from({ length: 300 }, (_, index) => port(1000 + index));
    expect(
      formatContainerPorts([...many, port(1300, 'http'), port(1301, null, 'UDP'), port(1302, null, 'UDP'), port(1303)]),
    ).toBe('1000–1299, http 1300, 1301–1302 UDP, 1303');
  });
});
