import type { Workload } from '../../engine/cluster/Cluster.ts';
import { protocols, type PortSet } from '../../engine/net/PortSet.ts';
import type { Connectivity, FlowEnd } from '../../engine/connectivity/Connectivity.ts';
import { formatNaiveAddress, readNaiveAddress } from '../naiveAddress.ts';

/** A flow in the words of np-guard: `namespace/name[Kind]` or a range of IPv4 addresses at its ends, ports as it prints them. */
export interface PeerFlow {
  from: PeerEnd;
  to: PeerEnd;
  ports: string;
}
export type PeerEnd = string | { first: bigint; last: bigint };

const everything = 'All Connections';

const readPeerEnd = (text: string): PeerEnd => {
  const range = /^([\d.]+)-([\d.]+)(\[External\])?$/.exec(text);
  if (!range) return text;
  return { first: readNaiveAddress(range[1] ?? '').value, last: readNaiveAddress(range[2] ?? '').value };
};

const readPeerPorts = (text: string): string => {
  const braces = /^\{protocols:(\w+),dst_ports:([\d,-]+)\}$/.exec(text);
  if (braces) return `${braces[1]} ${braces[2]}`;
  return text.toLowerCase() === everything.toLowerCase() ? everything : text;
};

/** Reads lines of the form `src => dst : ports`. Pseudo peers such as `{ingress-controller}` are left out. */
export const readPeerFlows = (text: string): PeerFlow[] =>
  text
    .split(/\r?\n/)
    .map((line) => /^(\S+) => (\S+) : (.+)$/.exec(line))
    .filter((match) => match !== null && !match[1]?.startsWith('{') && !match[2]?.startsWith('{'))
    .map((match) => ({
      from: readPeerEnd(match?.[1] ?? ''),
      to: readPeerEnd(match?.[2] ?? ''),
      ports: readPeerPorts(match?.[3] ?? ''),
    }));

/** `namespace/name[Kind]` */
export const toPeerName = ({ namespace, name, kind }: Workload): string => `${namespace}/${name}[${kind}]`;

const formatPeerPorts = (ports: PortSet): string => {
  const parts = [...protocols]
    .sort()
    .filter((protocol) => ports[protocol].length > 0)
    .map((protocol) => {
      const intervals = ports[protocol].map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
      return `${protocol} ${intervals.join(',')}`;
    });
  return parts.join(',') === 'SCTP 1-65535,TCP 1-65535,UDP 1-65535' ? everything : parts.join(',');
};

/** The same from our connectivity: IPv4 only, without flows of a workload to itself, which np-guard does not list. */
export const toPeerFlows = (connectivity: Connectivity): PeerFlow[] => {
  const toEnds = (end: FlowEnd): PeerEnd[] => {
    if (end.type === 'external') {
      const addresses = connectivity.externals[end.index]?.addresses.v4 ?? [];
      return addresses.map(([first, last]) => ({ first, last }));
    }
    const workload = connectivity.cluster.workloads[end.index];
    return workload ? [toPeerName(workload)] : [];
  };
  return connectivity
    .workloadFlows()
    .filter(({ from, to }) => from.type !== to.type || from.index !== to.index)
    .flatMap(({ from, to, ports, partial }) => {
      const some = formatPeerPorts(partial);
      const text = [formatPeerPorts(ports), some && `some ${some}`].filter(Boolean).join(' ');
      return toEnds(from).flatMap((source) => toEnds(to).map((target) => ({ from: source, to: target, ports: text })));
    });
};

/** Cuts ranges at every boundary that any flow of both lists has, so that equal behaviour is equal text. */
const toLines = (flows: readonly PeerFlow[], starts: readonly bigint[]): Map<string, string> => {
  const toTexts = (end: PeerEnd): string[] =>
    typeof end === 'string'
      ? [end]
      : starts
          .filter((start) => start >= end.first && start <= end.last)
          .map((value) => `${formatNaiveAddress({ family: 4, value })}…`);
  return new Map(
    flows.flatMap(({ from, to, ports }) =>
      toTexts(from).flatMap((source) => toTexts(to).map((target) => [`${source} => ${target}`, ports] as const)),
    ),
  );
};

const startsOf = (flows: readonly PeerFlow[]): bigint[] =>
  flows
    .flatMap(({ from, to }) => [from, to])
    .flatMap((end) => (typeof end === 'string' ? [] : [end.first, end.last + 1n]));

/** A pair that two lists of flows disagree about. An external range is named by its start. */
export interface PeerDifference {
  from: string;
  to: string;
  expected: string;
  found: string;
}

/** What two lists of flows disagree about, by `from`, then `to`. */
export const diffPeerFlows = (expected: readonly PeerFlow[], found: readonly PeerFlow[]): PeerDifference[] => {
  const starts = [...new Set([...startsOf(expected), ...startsOf(found)])];
  const wanted = toLines(expected, starts);
  const got = toLines(found, starts);
  return [...new Set([...wanted.keys(), ...got.keys()])]
    .filter((pair) => wanted.get(pair) !== got.get(pair))
    .sort()
    .map((pair) => {
      const [from = '', to = ''] = pair.split(' => ');
      return { from, to, expected: wanted.get(pair) ?? 'none', found: got.get(pair) ?? 'none' };
    });
};
