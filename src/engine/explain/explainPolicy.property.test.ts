import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { computeConnectivity } from '../connectivity/computeConnectivity.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { hasAddress } from '../net/ipAlgebra.ts';
import type { IpSet } from '../net/IpSet.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import { emptyPortSet, isEmptyPortSet, subtractPorts, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import type { PolicyRule } from '../policy/PolicyRule.ts';
import { explainPolicy } from './explainPolicy.ts';

/** The same evaluation without one rule; its policy isolates as before. */
const evaluateWithout = (connectivity: Connectivity, rule: PolicyRule): Connectivity => {
  const tiers = connectivity.tiers.map((tier) => ({
    ...tier,
    policies: tier.policies.map((policy) => ({ ...policy, rules: policy.rules.filter((each) => each !== rule) })),
  }));
  const { cluster, profile, knowledge } = connectivity;
  return computeConnectivity(cluster, tiers, { profile, assumeComplete: knowledge.assumesComplete });
};

const firstAddress = ({ v4, v6 }: IpSet): IpAddress =>
  v4[0] === undefined ? { family: 'v6', value: v6[0]![0] } : { family: 'v4', value: v4[0][0] };

/** The endpoint of the other evaluation: without a rule, external addresses can fall together. */
const translate = (before: Connectivity, after: Connectivity, ref: EndpointRef): EndpointRef => {
  if (ref.type === 'pod') return ref;
  const address = firstAddress(before.externals[ref.index]!.addresses);
  return { type: 'external', index: after.externals.findIndex(({ addresses }) => hasAddress(addresses, address)) };
};

interface Lost {
  ports: PortSet;
  uncertain: PortSet;
}

/** What two full evaluations differ by, pod by pod, by pair of workloads. */
const listLost = (before: Connectivity, after: Connectivity): Map<string, Lost> => {
  const { cluster, externals } = before;
  const lost = new Map<string, Lost>();
  const idOf = (ref: EndpointRef): string =>
    ref.type === 'pod' ? cluster.pods[ref.index]!.workload : externals[ref.index]!.id;
  const compare = (from: EndpointRef, to: EndpointRef, isReplica: boolean): void => {
    const old = isReplica ? before.flowToReplica(from.index) : before.flow(from, to);
    const now = isReplica
      ? after.flowToReplica(from.index)
      : after.flow(translate(before, after, from), translate(before, after, to));
    const ports = subtractPorts(old.ports, now.ports);
    const gone = subtractPorts(unionPorts(old.ports, old.uncertain), unionPorts(now.ports, now.uncertain));
    if (isEmptyPortSet(ports) && isEmptyPortSet(gone)) return;
    const key = `${idOf(from)} → ${idOf(to)}`;
    const known = lost.get(key) ?? { ports: emptyPortSet, uncertain: emptyPortSet };
    lost.set(key, { ports: unionPorts(known.ports, ports), uncertain: unionPorts(known.uncertain, gone) });
  };
  const endpoints: EndpointRef[] = [
    ...cluster.pods.map(({ index }): EndpointRef => ({ type: 'pod', index })),
    ...externals.map(({ index }): EndpointRef => ({ type: 'external', index })),
  ];
  for (const from of endpoints) for (const to of endpoints) compare(from, to, false);
  for (const { pods, canHaveTwoPods } of cluster.workloads) {
    const ref: EndpointRef = { type: 'pod', index: pods[0]! };
    if (pods.length === 1 && canHaveTwoPods) compare(ref, ref, true);
  }
  return lost;
};

const toLines = (lost: Map<string, Lost>): string[] =>
  [...lost]
    .map(([key, { ports, uncertain }]) => `${key} ${toPortKey(ports)} ${toPortKey(subtractPorts(uncertain, ports))}`)
    .sort();

it('what hangs on a rule is the difference of two evaluations, with it and without', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(clusterArbitrary, fc.boolean(), ({ files }, assumeComplete) => {
      const { connectivity } = analyseFiles(files, { assumeComplete });
      for (const policy of connectivity.tiers.flatMap((tier) => tier.policies)) {
        const explained = explainPolicy(connectivity, policy.id)!;
        expect(explained.rules.map(({ rule }) => rule)).toEqual(
          [...policy.rules, ...policy.ignoredRules].map(({ origin }) => origin),
        );
        policy.rules.forEach((rule, index) => {
          const { only, onlyCount, use, coveredBy } = explained.rules[index]!;
          const lost = listLost(connectivity, evaluateWithout(connectivity, rule));
          const told = only.map(
            ({ from, to, ports, uncertain }) => `${from} → ${to} ${toPortKey(ports)} ${toPortKey(uncertain)}`,
          );
          expect([...told].sort()).toEqual(toLines(lost));
          expect(onlyCount).toBe(lost.size);
          expect(use === 'needed').toBe(lost.size > 0);
          if (coveredBy.length > 0) expect(use).toBe('covered');
        });
      }
    }),
    propertyParameters(25),
  );
});
