import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { applyNearMiss } from '../../testing/applyNearMiss.ts';
import type { ApiObject } from '../../testing/ApiObject.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { Connectivity, EndpointRef } from '../connectivity/Connectivity.ts';
import { formatIpAddress } from '../net/formatIpSet.ts';
import { hasAddress } from '../net/ipAlgebra.ts';
import type { IpAddress } from '../net/parseIpAddress.ts';
import { toPortKey } from '../net/portAlgebra.ts';
import type { EndReason, NearMiss } from './Explanation.ts';
import { explainPair } from './explainFlow.ts';

const evaluate = (objects: readonly ApiObject[]): Connectivity =>
  analyseFiles([{ path: 'all.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) }])
    .connectivity;

/** An address of an end: what is asked for, where it is outside the cluster. */
const addressOf = ({ cluster, externals }: Connectivity, ref: EndpointRef): IpAddress | null => {
  if (ref.type === 'pod') return cluster.pods[ref.index]!.addresses[0] ?? null;
  const { v4, v6 } = externals[ref.index]!.addresses;
  return v4[0] === undefined ? { family: 'v6', value: v6[0]![0] } : { family: 'v4', value: v4[0][0] };
};

const toBlock = (address: IpAddress | null): string | null =>
  address && `${formatIpAddress(address)}/${address.family === 'v4' ? 32 : 128}`;

/** The same end where the policies have changed: pods are numbered and external addresses cut another way. */
const findAgain = (
  { before, changed }: { readonly before: Connectivity; readonly changed: Connectivity },
  ref: EndpointRef,
  address: IpAddress | null,
): EndpointRef =>
  ref.type === 'pod'
    ? { type: 'pod', index: changed.cluster.pods.findIndex(({ id }) => id === before.cluster.pods[ref.index]!.id) }
    : { type: 'external', index: changed.externals.findIndex((each) => hasAddress(each.addresses, address!)) };

interface Chosen {
  readonly from: EndpointRef;
  readonly to: EndpointRef;
  readonly fromAddress: IpAddress | null;
  readonly toAddress: IpAddress | null;
  readonly end: EndReason;
  readonly miss: NearMiss;
}

const port = fc.constantFrom(
  null,
  { protocol: 'TCP', port: 80 } as const,
  { protocol: 'UDP', port: 53 } as const,
  { protocol: 'SCTP', port: 8080 } as const,
);

it('what a near miss says, once changed, makes the end admit what was asked for', { timeout: 120_000 }, () => {
  const applied = new Set<string>();
  fc.assert(
    fc.property(clusterArbitrary, port, fc.nat(), ({ objects }, asked, choice) => {
      const connectivity = evaluate(objects);
      const endpoints: EndpointRef[] = [
        ...connectivity.cluster.pods.map(({ index }): EndpointRef => ({ type: 'pod', index })),
        ...connectivity.externals.map(({ index }): EndpointRef => ({ type: 'external', index })),
      ];
      const pairs = endpoints.flatMap((from) => endpoints.map((to) => ({ from, to })));
      // One near miss of the first denied pair from a random one on: every pair would take too long.
      const start = choice % Math.max(pairs.length, 1);
      let chosen: Chosen | undefined;
      for (const { from, to } of [...pairs.slice(start), ...pairs.slice(0, start)]) {
        const [fromAddress, toAddress] = [addressOf(connectivity, from), addressOf(connectivity, to)];
        const question = { port: asked, fromAddress, toAddress };
        const { egress, ingress } = explainPair(connectivity, { from, to, replicas: false }, question);
        const found = [egress, ingress].flatMap((end) => end.nearMisses.map((miss) => ({ end, miss })));
        if (found.length === 0) continue;
        chosen = { from, to, fromAddress, toAddress, ...found[choice % found.length]! };
        break;
      }
      if (chosen === undefined) return;
      const { from, to, fromAddress, toAddress, end, miss } = chosen;
      const otherBlock = toBlock(end.direction === 'egress' ? toAddress : fromAddress);
      const changed = applyNearMiss(objects, miss, { direction: end.direction, port: asked, otherBlock });
      if (changed === null) return;
      const after = evaluate(changed);
      const pair = {
        from: findAgain({ before: connectivity, changed: after }, from, fromAddress),
        to: findAgain({ before: connectivity, changed: after }, to, toAddress),
        replicas: false,
      };
      const now = explainPair(after, pair, { port: asked })[end.direction];
      expect([miss.causes, now.verdict, toPortKey(now.admits.ports)]).toEqual([
        miss.causes,
        'allowed',
        toPortKey(now.admits.ports),
      ]);
      for (const { code } of miss.causes) applied.add(code);
    }),
    propertyParameters(600),
  );
  // What the generated clusters have no Services for, findPortCause.test.ts shows.
  expect([...applied].sort()).toEqual([
    'address',
    'except',
    'ignoredDirection',
    'namespaceLabel',
    'noDns',
    'noRules',
    'outsideCluster',
    'ownNamespace',
    'podLabel',
    'port',
    'portName',
    'protocol',
    'subjectNamespace',
  ]);
});
