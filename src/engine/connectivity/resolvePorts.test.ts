import { describe, expect, it } from 'vitest';
import type { ContainerPort } from '../manifest/KubernetesObject.ts';
import { formatPortSet } from '../net/formatPortSet.ts';
import type { Protocol } from '../net/PortSet.ts';
import type { PortMatch } from '../policy/PolicyRule.ts';
import { resolvePorts } from './resolvePorts.ts';

const origin = { file: 'policy.yaml' as PortMatch['origin']['file'], range: { start: 0, end: 0 } };
const named = (name: string, protocol: Protocol): PortMatch => ({ type: 'name', protocol, name, origin });
const container = (name: string | null, port: number, protocol: Protocol): ContainerPort => ({
  name,
  port,
  protocol,
});

describe('the ports of a rule at a destination', () => {
  const destination = [
    container('dns', 53, 'UDP'),
    container('dns', 5353, 'TCP'),
    container('dns', 54, 'UDP'),
    container(null, 80, 'TCP'),
  ];

  it('are the numbers that a name has there for the protocol of the rule', () => {
    expect(formatPortSet(resolvePorts([named('dns', 'UDP')], destination))).toBe('UDP 53-54');
    expect(formatPortSet(resolvePorts([named('dns', 'TCP')], destination))).toBe('TCP 5353');
    expect(formatPortSet(resolvePorts([named('dns', 'SCTP'), named('null', 'TCP')], destination))).toBe('no port');
  });

  it('are everything without a list, and the union of a list', () => {
    expect(formatPortSet(resolvePorts(null, []))).toBe('every port');
    const range: PortMatch = { type: 'range', protocol: 'TCP', from: 5000, to: 5353, origin };
    const whole: PortMatch = { type: 'protocol', protocol: 'SCTP', origin };
    expect(formatPortSet(resolvePorts([range, whole, named('dns', 'TCP')], destination))).toBe(
      'TCP 5000-5353 · every SCTP port',
    );
  });
});
