import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import type { ApiObject } from '../../testing/ApiObject.ts';
import { emitYaml } from '../../testing/emitYaml.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import type { Admitted } from '../connectivity/Connectivity.ts';
import { intersectPorts, toPortKey, unionPorts } from '../net/portAlgebra.ts';
import type { PortSet } from '../net/PortSet.ts';
import { attributeFlows } from './attributeFlows.ts';
import { differPorts } from './createTransitionTable.ts';
import { traceDiff } from './traceDiff.ts';
import type { DiffSide } from './DiffSide.ts';

const analyseWith =
  (assumeComplete: boolean) =>
  (objects: readonly ApiObject[]): DiffSide =>
    analyseFiles([{ path: 'all.yaml', text: objects.map(emitYaml).join('---\n') }], {
      assumeComplete,
    });

const isPolicy = ({ kind }: ApiObject): boolean => kind === 'NetworkPolicy';
const idOf = ({ kind, metadata }: ApiObject): string => `${metadata.namespace ?? 'default'}/${kind}/${metadata.name}`;
/** Of two with one name the last counts. */
const byId = (objects: readonly ApiObject[]) => new Map(objects.map((object) => [idOf(object), object]));

/** One cluster with the policies of two. */
const policyEdit = fc
  .record({ one: clusterArbitrary, other: clusterArbitrary, complete: fc.boolean() })
  .map(({ one, other, complete }) => ({
    analyse: analyseWith(complete),
    rest: one.objects.filter((object) => !isPolicy(object)),
    old: byId(one.objects.filter(isPolicy)),
    now: byId(other.objects.filter(isPolicy)),
  }));

const differ = (a: Admitted, b: Admitted): PortSet =>
  unionPorts(differPorts(a.ports, b.ports), differPorts(a.uncertain, b.uncertain));

/** What all pairs of pods of two workloads have, in an order that is the same for all clusters with the same pods. */
const listPodFlows = ({ cluster, connectivity }: DiffSide, from: string, to: string): readonly Admitted[] => {
  const podsOf = (wanted: string): readonly number[] => cluster.workloads.find(({ id }) => id === wanted)!.pods;
  const [sources, targets] = [podsOf(from), podsOf(to)];
  if (from === to && sources.length === 1) return [connectivity.flowToReplica(sources[0]!)];
  return sources.flatMap((source) =>
    targets.map((target) => connectivity.flow({ type: 'pod', index: source }, { type: 'pod', index: target })),
  );
};

describe('the causes of flow changes of generated clusters', () => {
  it('are the same whether suspects are enough or the pair is traced', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(policyEdit, ({ analyse, rest, old, now }) => {
        const before = analyse([...rest, ...old.values()]);
        const after = analyse([...rest, ...now.values()]);
        const traced = traceDiff({ before, after });
        const { flows, table, tracer } = traced;
        const rowsOf = ({ setOf, sets }: ReturnType<typeof attributeFlows>) => [...setOf].map((set) => sets[set]);
        const suspects = () => ({ causes: [{ type: 'end' } as const], isCertain: false });
        const thorough = { ...traced, tracer: { ...tracer, suspects } };
        expect(rowsOf(attributeFlows(flows, table.transitions, traced))).toEqual(
          rowsOf(attributeFlows(flows, table.transitions, thorough)),
        );
      }),
      propertyParameters(80),
    );
  });

  it(
    'are enough: with these policies changed and no others, the flow is what it is after all changes',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(policyEdit, ({ analyse, rest, old, now }) => {
          const before = analyse([...rest, ...old.values()]);
          const after = analyse([...rest, ...now.values()]);
          const traced = traceDiff({ before, after });
          const { flows, table, policies, index, matched, tracer } = traced;
          const { setOf, sets } = attributeFlows(flows, table.transitions, traced);
          const findings = sets.flatMap((causes, set) => {
            const ids = causes.flatMap((cause) => {
              const found = index.causes[cause]!;
              return found.type === 'policy' ? [policies[found.index]!.id as string] : [];
            });
            if (ids.length < causes.length) return [`not a policy: ${causes.join()}`];
            const some = new Map(old);
            for (const id of ids) {
              const changed = now.get(id);
              if (changed === undefined) some.delete(id);
              else some.set(id, changed);
            }
            // From the state in between to the end, pairs of pods that changed must not change on the ports that did.
            const between = analyse([...rest, ...some.values()]);
            return [...setOf].flatMap((own, row) => {
              if (own !== set) return [];
              const [from, to] = [matched.nodes[flows.from[row]!]!, matched.nodes[flows.to[row]!]!];
              // What changes one end can matter at the other one in between, though not in the end.
              const suspectsAt = (node: number, direction: 'egress' | 'ingress') =>
                tracer.suspects(node, direction).causes.flatMap((cause) => (cause.type === 'policy' ? [cause.id] : []));
              const atTarget = suspectsAt(flows.to[row]!, 'ingress');
              if (suspectsAt(flows.from[row]!, 'egress').some((id) => atTarget.includes(id))) return [];
              // Addresses are cut otherwise in between.
              if (from.type === 'external' || to.type === 'external') return [];
              const { changed } = table.transitions[flows.transition[row]!]!;
              const missing = listPodFlows(before, from.id, to.id).flatMap((old, pair) => {
                const [left, end] = [between, after].map((side) => listPodFlows(side, from.id, to.id)[pair]!);
                const port = toPortKey(intersectPorts(changed, intersectPorts(differ(old, end!), differ(left!, end!))));
                return port === '||' ? [] : [port];
              });
              return missing.length === 0 ? [] : [`${from.id} → ${to.id}: ${ids.join()} ${missing.join(' ')}`];
            });
          });
          expect(findings).toEqual([]);
        }),
        propertyParameters(80),
      );
    },
  );
});
