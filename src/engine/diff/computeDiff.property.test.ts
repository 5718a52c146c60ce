import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import type { ApiObject } from '../../testing/ApiObject.ts';
import { emitYaml } from '../../testing/emitYaml.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';

import type { FlowEnd } from '../connectivity/Connectivity.ts';
import { toPortKey } from '../net/portAlgebra.ts';
import { computeDiff } from './computeDiff.ts';
import type { CauseEffects, FlowPorts, WorkspaceDiff } from './WorkspaceDiff.ts';

type Analysis = ReturnType<typeof analyseFiles>;

const analyseObjects = (objects: readonly ApiObject[], assumeComplete = false): Analysis =>
  analyseFiles([{ path: 'all.yaml', text: objects.map(emitYaml).join('---\n') }], { assumeComplete });

/** A cluster, and the same one with objects taken away, and others (some under the same name) put in. */
const editArbitrary = fc
  .record({
    one: clusterArbitrary,
    other: clusterArbitrary,
    kept: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    taken: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    share: fc.constantFrom(1, 3, 9),
  })
  .map(({ one, other, kept, taken, share }) => {
    const nameOf = ({ kind, metadata }: ApiObject) => `${kind} ${metadata.namespace ?? 'default'} ${metadata.name}`;
    const put = other.objects.filter(() => taken.next().value < share);
    const names = new Set(put.map(nameOf));
    const stay = one.objects.filter((object) => kept.next().value >= share && !names.has(nameOf(object)));
    return { before: one.objects, after: [...stay, ...put] };
  });

type Edit = typeof editArbitrary extends fc.Arbitrary<infer T> ? T : never;

const toKey = ({ ports, partial, uncertain }: FlowPorts): string =>
  [ports, partial, uncertain].map(toPortKey).join(' / ');
const nothing = '|| / || / ||';

/** Every first and last address that either side tells apart. */
const sampleAddresses = (sides: readonly Analysis[]): { family: 'v4' | 'v6'; value: bigint }[] =>
  (['v4', 'v6'] as const).flatMap((family) => {
    const values = sides.flatMap(({ connectivity }) =>
      connectivity.externals.flatMap(({ addresses }) => addresses[family].flatMap(([first, last]) => [first, last])),
    );
    return [...new Set(values)].map((value) => ({ family, value }));
  });

type Addresses = ReturnType<typeof sampleAddresses>;
const holds = (intervals: readonly (readonly [bigint, bigint])[], value: bigint): boolean =>
  intervals.some(([first, last]) => first <= value && value <= last);

/** Full evaluation: by ends (ids, or single addresses), the ports. */
const listFlows = ({ connectivity }: Analysis, addresses: Addresses): Map<string, string> => {
  const namesOf = (end: FlowEnd): string[] =>
    end.type === 'workload'
      ? [connectivity.cluster.workloads[end.index]!.id]
      : addresses
          .filter(({ family, value }) => holds(connectivity.externals[end.index]!.addresses[family], value))
          .map(({ family, value }) => `${family} ${value}`);
  return new Map(
    connectivity
      .workloadFlows()
      .flatMap((flow) =>
        namesOf(flow.from).flatMap((from) =>
          namesOf(flow.to).map((to): [string, string] => [`${from} → ${to}`, toKey(flow)]),
        ),
      ),
  );
};

const naiveDiff = (before: Analysis, after: Analysis, addresses: Addresses): string[] => {
  const old = listFlows(before, addresses);
  const now = listFlows(after, addresses);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((pair) => (old.get(pair) ?? nothing) !== (now.get(pair) ?? nothing))
    .map((pair) => `${pair}: ${old.get(pair) ?? nothing} ⇒ ${now.get(pair) ?? nothing}`)
    .sort();
};

const namesOfNode = ({ nodes }: WorkspaceDiff, node: number, addresses: Addresses): string[] => {
  const found = nodes[node]!;
  if (found.type === 'workload') return [found.id];
  return addresses
    .filter(({ family, value }) => holds(found.addresses[family], value))
    .map(({ family, value }) => `${family} ${value}`);
};

const formatPairs = (
  diff: WorkspaceDiff,
  pairs: readonly { from: number; to: number; transition: number }[],
  addresses: Addresses,
): string[] =>
  pairs
    .flatMap(({ from, to, transition }) => {
      const { before, after } = diff.transitions[transition]!;
      return namesOfNode(diff, from, addresses).flatMap((source) =>
        namesOfNode(diff, to, addresses).map((target) => `${source} → ${target}: ${toKey(before)} ⇒ ${toKey(after)}`),
      );
    })
    .sort();

const rowsOf = ({ flows }: WorkspaceDiff) =>
  Array.from({ length: flows.length }, (_, row) => ({
    from: flows.from[row]!,
    to: flows.to[row]!,
    transition: flows.transition[row]!,
  }));

/** The pairs that blocks stand for; a bare pod that has no flow to itself has none in a block. */
const blockPairsOf = (diff: WorkspaceDiff, sides: readonly Analysis[]) => {
  const isLonely = (node: number): boolean => {
    const { id } = diff.nodes[node]!;
    return sides.every(({ cluster }) =>
      cluster.workloads.every((each) => each.id !== id || (each.pods.length === 1 && !each.canHaveTwoPods)),
    );
  };
  return diff.causes.flatMap(({ blocks }) =>
    blocks.flatMap(({ from, to, transition, pairs }) => {
      const list = from.flatMap((source) =>
        to
          .filter((target) => source !== target || !isLonely(source))
          .map((target) => ({ from: source, to: target, transition })),
      );
      expect(list).toHaveLength(pairs);
      return list;
    }),
  );
};

const check = (run: (edit: Edit) => void, runs: number) =>
  fc.assert(fc.property(editArbitrary, run), propertyParameters(runs));

const nameCause = (diff: WorkspaceDiff, { cause }: CauseEffects): string => {
  switch (cause.type) {
    case 'policy':
      return `policy ${diff.policies[cause.index]!.id}`;
    case 'workloads':
      return `workloads ${cause.indexes.map((index) => diff.workloads[index]!.id).join()}`;
    case 'namespace':
      return `namespace ${diff.namespaces[cause.index]!.name}`;
    case 'unknown':
      return 'unknown';
  }
};

describe('the difference of generated clusters', () => {
  it('is what two full evaluations say, pair by pair and address by address', { timeout: 600_000 }, () => {
    check(({ before, after }) => {
      const sides = [analyseObjects(before), analyseObjects(after)] as const;
      const addresses = sampleAddresses(sides);
      const diff = computeDiff(...sides);
      expect(formatPairs(diff, rowsOf(diff), addresses)).toEqual(naiveDiff(...sides, addresses));
    }, 200);
  });

  it('lists every changed pair once, under a cause', { timeout: 600_000 }, () => {
    check(({ before, after }) => {
      const sides = [analyseObjects(before), analyseObjects(after)] as const;
      const diff = computeDiff(...sides);
      const order = (a: { from: number; to: number }, b: { from: number; to: number }) =>
        a.from - b.from || a.to - b.to;
      expect(blockPairsOf(diff, sides).sort(order)).toEqual(rowsOf(diff));
      expect(diff.causes.filter(({ cause }) => cause.type === 'unknown')).toEqual([]);
    }, 150);
  });

  it('is the other way round when the sides are swapped', { timeout: 600_000 }, () => {
    check(({ before, after }) => {
      const sides = [analyseObjects(before), analyseObjects(after)] as const;
      const there = computeDiff(...sides);
      const back = computeDiff(sides[1], sides[0]);
      const swap = (diff: WorkspaceDiff) =>
        rowsOf(diff).map(({ from, to, transition }) => {
          const { before: old, after: now } = diff.transitions[transition]!;
          return [from, to, toKey(now), toKey(old)];
        });
      const plain = (diff: WorkspaceDiff) =>
        rowsOf(diff).map(({ from, to, transition }) => {
          const { before: old, after: now } = diff.transitions[transition]!;
          return [from, to, toKey(old), toKey(now)];
        });
      expect(swap(back)).toEqual(plain(there));
      const effects = (diff: WorkspaceDiff, turned: boolean) =>
        diff.causes
          .map((each) => {
            const { added, removed, changed } = each.counts;
            return `${nameCause(diff, each)} ${turned ? [removed, added] : [added, removed]} ${changed}`;
          })
          .sort();
      expect(effects(back, true)).toEqual(effects(there, false));
    }, 100);
  });

  it('is empty for the same cluster, however it is written', { timeout: 600_000 }, () => {
    check(({ before }) => {
      const reversed = before.map((object) =>
        object.kind === 'NetworkPolicy' && 'ingress' in object.spec && object.spec.ingress
          ? { ...object, spec: { ...object.spec, ingress: [...object.spec.ingress].reverse() } }
          : object,
      ) as ApiObject[];
      const diff = computeDiff(analyseObjects(before), analyseObjects(reversed));
      expect(diff.causes).toEqual([]);
      expect(diff.flows.length + diff.policies.length + diff.workloads.length + diff.namespaces.length).toBe(0);
      expect(diff.externals).toEqual({ added: [], removed: [] });
    }, 100);
  });
});
