import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import type { ApiNetworkPolicy } from '../../testing/ApiObject.ts';
import { clusterArbitrary, type GeneratedCluster } from '../../testing/generateCluster.ts';
import { formatNaiveAddress, readNaiveAddress, readNaiveCidr, type NaiveAddress } from '../../testing/naiveAddress.ts';
import { isAllowed, type NaiveEnd } from '../../testing/naiveEvaluator.ts';
import { readNaiveModel, type NaiveModel } from '../../testing/naiveModel.ts';
import { judge, type NaiveVerdict } from '../../testing/naiveVerdict.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { protocols, type PortSet, type Protocol } from '../net/PortSet.ts';
import type { Admitted, Connectivity, EndpointRef, FlowEnd } from './Connectivity.ts';

/** Something to send packets from and to, as both sides know it. */
interface Probe {
  name: string;
  naive: NaiveEnd;
  ref: EndpointRef;
}

const rulesOf = ({ spec }: ApiNetworkPolicy) => [
  ...(spec.ingress ?? []).map(({ from, ports }) => ({ peers: from ?? [], ports: ports ?? [] })),
  ...(spec.egress ?? []).map(({ to, ports }) => ({ peers: to ?? [], ports: ports ?? [] })),
];

/** Every port at which a verdict can change, and its neighbours. */
const interestingPorts = ({ policies, pods }: NaiveModel): number[] => {
  const items = policies.flatMap(rulesOf).flatMap(({ ports }) => ports);
  const limits = items.flatMap(({ port, endPort }) =>
    typeof port === 'number' ? [port - 1, port, endPort ?? port, (endPort ?? port) + 1] : [],
  );
  const own = pods.flatMap(({ ports }) => ports.map(({ port }) => port));
  return [...new Set([1, ...limits, ...own, 65535])].filter((port) => port >= 1 && port <= 65535);
};

/** The first and last address of every cidr and except, their neighbours, and one of each family that nobody names. */
const interestingAddresses = ({ policies }: NaiveModel): NaiveAddress[] => {
  const cidrs = policies
    .flatMap(rulesOf)
    .flatMap(({ peers }) => peers)
    .flatMap(({ ipBlock }) => (ipBlock ? [ipBlock.cidr, ...(ipBlock.except ?? [])] : []));
  const limits = cidrs
    .map(readNaiveCidr)
    .flatMap(({ first, last }) => [
      { ...first, value: first.value - 1n },
      first,
      last,
      { ...last, value: last.value + 1n },
    ]);
  const candidates = [...limits, readNaiveAddress('198.51.100.9'), readNaiveAddress('2001:db8:9::9')];
  const byText = new Map(candidates.map((address) => [formatNaiveAddress(address), address]));
  return [...byText.values()].filter(isAddress);
};

const isAddress = ({ family, value }: NaiveAddress): boolean =>
  value >= 0n && value < (family === 4 ? 1n << 32n : 1n << 128n) && !(family === 6 && value >> 32n === 0xffffn);

const hasPort = (set: PortSet, protocol: Protocol, port: number): boolean =>
  set[protocol].some(([first, last]) => port >= first && port <= last);

const toPodProbes = (model: NaiveModel, { cluster }: Connectivity): Probe[] =>
  model.pods.map((naive) => {
    const index = cluster.pods.findIndex(({ id }) => id === naive.id);
    return { name: naive.id, naive, ref: { type: 'pod', index } };
  });

const toExternalProbes = (model: NaiveModel, { externals }: Connectivity): Probe[] =>
  interestingAddresses(model).map((address) => {
    const family = address.family === 4 ? 'v4' : 'v6';
    const index = externals.findIndex(({ addresses }) =>
      addresses[family].some(([first, last]) => address.value >= first && address.value <= last),
    );
    const name = formatNaiveAddress(address);
    return { name, naive: { address: name }, ref: { type: 'external', index } };
  });

const toPairs = (pods: readonly Probe[], externals: readonly Probe[]): [Probe, Probe][] => [
  ...pods.flatMap((from) => pods.map((to): [Probe, Probe] => [from, to])),
  ...pods.flatMap((pod) =>
    externals.flatMap((outside): [Probe, Probe][] => [
      [pod, outside],
      [outside, pod],
    ]),
  ),
];

const verdictOf = ({ ports, uncertain }: Admitted, protocol: Protocol, port: number): NaiveVerdict =>
  hasPort(ports, protocol, port) ? 'allowed' : hasPort(uncertain, protocol, port) ? 'uncertain' : 'denied';

const describeVerdicts = ({ objects, files }: GeneratedCluster): string[] => {
  const { connectivity } = analyseFiles(files, { assumeComplete: false });
  const model = readNaiveModel(objects);
  const ports = interestingPorts(model);
  const pairs = toPairs(toPodProbes(model, connectivity), toExternalProbes(model, connectivity));
  return pairs.flatMap(([from, to]) => {
    const flow = connectivity.flow(from.ref, to.ref);
    return protocols.flatMap((protocol) =>
      ports.flatMap((port) => {
        const [found, expected] = [verdictOf(flow, protocol, port), judge(model, from.naive, to.naive, protocol, port)];
        return found === expected ? [] : [`${from.name} → ${to.name} ${protocol}/${port}: ${found}, not ${expected}`];
      }),
    );
  });
};

const describeDisagreements = ({ objects, files }: GeneratedCluster): string[] => {
  const { connectivity } = analyseFiles(files);
  const model = readNaiveModel(objects);
  const ports = interestingPorts(model);
  const pairs = toPairs(toPodProbes(model, connectivity), toExternalProbes(model, connectivity));
  return pairs.flatMap(([from, to]) => {
    const flow = connectivity.flow(from.ref, to.ref).ports;
    return protocols.flatMap((protocol) =>
      ports
        .filter((port) => hasPort(flow, protocol, port) !== isAllowed(model, from.naive, to.naive, protocol, port))
        .map((port) => `${from.name} → ${to.name} ${protocol}/${port}: engine says ${hasPort(flow, protocol, port)}`),
    );
  });
};

/** One end of a workload-level flow, with the endpoints that it stands for. */
interface GroupedEnd {
  key: string;
  name: string;
  members: NaiveEnd[];
  /** Of a pod that stands for several: another one like it. */
  twin: NaiveEnd | undefined;
}

const toGroupedEnds = (model: NaiveModel, { cluster, externals }: Connectivity): GroupedEnd[] => [
  ...cluster.workloads.map((workload) => {
    const members = workload.pods.flatMap((index) => model.pods.filter(({ id }) => id === cluster.pods[index]?.id));
    const [only] = members;
    const hasTwin = workload.canHaveTwoPods && members.length === 1 && only !== undefined;
    return {
      key: `workload ${workload.index}`,
      name: workload.id,
      members,
      // Nobody says that it runs on the same machine.
      twin: hasTwin ? { ...only, hostIp: undefined } : undefined,
    };
  }),
  ...externals.map(({ index, ranges, addresses }) => {
    const [range] = addresses.v4.length > 0 ? addresses.v4 : addresses.v6;
    const family = addresses.v4.length > 0 ? 4 : 6;
    const address = formatNaiveAddress({ family, value: range?.[0] ?? 0n });
    return { key: `external ${index}`, name: ranges.join(), members: [{ address }], twin: undefined };
  }),
];

/** Pairs of endpoints that a flow speaks of: never a pod with itself. */
const toMemberPairs = (from: GroupedEnd, to: GroupedEnd): [NaiveEnd, NaiveEnd][] =>
  from.members.flatMap((source) =>
    to.members.flatMap((target): [NaiveEnd, NaiveEnd][] => {
      if (source !== target) return [[source, target]];
      return to.twin ? [[source, to.twin]] : [];
    }),
  );

const describeWorkloadDisagreements = ({ objects, files }: GeneratedCluster): string[] => {
  const { connectivity } = analyseFiles(files);
  const model = readNaiveModel(objects);
  const ports = interestingPorts(model);
  const ends = toGroupedEnds(model, connectivity);
  const keyOf = ({ type, index }: FlowEnd) => `${type} ${index}`;
  const flows = new Map(connectivity.workloadFlows().map((flow) => [`${keyOf(flow.from)} → ${keyOf(flow.to)}`, flow]));
  const pairs = ends.flatMap((from) => ends.map((to) => ({ from, to })));
  return pairs
    .filter(({ from, to }) => !(from.key.startsWith('external') && to.key.startsWith('external')))
    .flatMap(({ from, to }) => {
      const flow = flows.get(`${from.key} → ${to.key}`);
      const memberPairs = toMemberPairs(from, to);
      return protocols.flatMap((protocol) =>
        ports.flatMap((port) => {
          const verdicts = memberPairs.map(([source, target]) => isAllowed(model, source, target, protocol, port));
          const expected = !verdicts.includes(true) ? 'none' : verdicts.includes(false) ? 'partial' : 'ports';
          const found = (['ports', 'partial'] as const).filter((part) => flow && hasPort(flow[part], protocol, port));
          const isSame = (found.join() || 'none') === expected;
          return isSame ? [] : [`${from.name} → ${to.name} ${protocol}/${port}: ${found.join()}, not ${expected}`];
        }),
      );
    });
};

const describeUncertainWorkloads = ({ objects, files }: GeneratedCluster): string[] => {
  const { connectivity } = analyseFiles(files, { assumeComplete: false });
  const model = readNaiveModel(objects);
  const ports = interestingPorts(model);
  const ends = toGroupedEnds(model, connectivity);
  const keyOf = ({ type, index }: FlowEnd) => `${type} ${index}`;
  const flows = new Map(connectivity.workloadFlows().map((flow) => [`${keyOf(flow.from)} → ${keyOf(flow.to)}`, flow]));
  return ends
    .flatMap((from) => ends.map((to) => ({ from, to })))
    .filter(({ from, to }) => !(from.key.startsWith('external') && to.key.startsWith('external')))
    .flatMap(({ from, to }) => {
      const flow = flows.get(`${from.key} → ${to.key}`);
      const pairs = toMemberPairs(from, to);
      return protocols.flatMap((protocol) =>
        ports.flatMap((port) => {
          const verdicts = pairs.map(([source, target]) => judge(model, source, target, protocol, port));
          const expected = verdicts.includes('allowed')
            ? verdicts.every((verdict) => verdict === 'allowed')
              ? 'ports'
              : 'partial'
            : verdicts.includes('uncertain')
              ? 'uncertain'
              : 'none';
          const parts = ['ports', 'partial', 'uncertain'] as const;
          const found = parts.filter((part) => flow && hasPort(flow[part], protocol, port)).join() || 'none';
          return found === expected ? [] : [`${from.name} → ${to.name} ${protocol}/${port}: ${found}, not ${expected}`];
        }),
      );
    });
};

const property = (check: (cluster: GeneratedCluster) => void, runs: number) =>
  fc.assert(fc.property(clusterArbitrary, check), propertyParameters(runs));

describe('connectivity of generated clusters', () => {
  it('agrees with the naive evaluator on every pair of endpoints, port and protocol', { timeout: 600_000 }, () => {
    property((cluster) => {
      expect(describeDisagreements(cluster)).toEqual([]);
    }, 300);
  });

  it('gives workloads the ports that all or only some pairs of their pods have', { timeout: 600_000 }, () => {
    property((cluster) => {
      expect(describeWorkloadDisagreements(cluster)).toEqual([]);
    }, 150);
  });

  it('agrees with it on what is uncertain, too', { timeout: 600_000 }, () => {
    property((cluster) => {
      expect(describeVerdicts(cluster)).toEqual([]);
    }, 300);
  });

  it('gives workloads the ports that pairs of their pods have for certain and perhaps', { timeout: 600_000 }, () => {
    property((cluster) => {
      expect(describeUncertainWorkloads(cluster)).toEqual([]);
    }, 150);
  });

  it('cuts the addresses outside into endpoints that cover everything once', { timeout: 600_000 }, () => {
    property(({ files }) => {
      const { externals } = analyseFiles(files).connectivity;
      const families = { v4: 1n << 32n, v6: 1n << 128n };
      for (const family of ['v4', 'v6'] as const) {
        const intervals = externals.flatMap(({ addresses }) => addresses[family]);
        const sorted = intervals.sort(([a], [b]) => (a < b ? -1 : 1));
        const ends = sorted.map(([, last]) => last + 1n);
        expect(sorted.map(([first]) => first)).toEqual([0n, ...ends.slice(0, -1)]);
        expect(ends.at(-1)).toBe(families[family]);
      }
    }, 100);
  });

  it('knows exactly the pods that are there', { timeout: 600_000 }, () => {
    property(({ objects, files }) => {
      const ids = analyseFiles(files).connectivity.cluster.pods.map(({ id }) => id);
      const expected = readNaiveModel(objects).pods.map(({ id }) => id);
      expect([...ids].sort()).toEqual(expected.sort());
    }, 100);
  });

  it('reports the invalid policy and only then a policy problem', { timeout: 600_000 }, () => {
    property(({ files, hasInvalidPolicy }) => {
      const invalid = analyseFiles(files).problems.filter(({ code }) => code === 'POLICY_INVALID');
      expect(invalid.length > 0).toBe(hasInvalidPolicy);
    }, 100);
  });
});
