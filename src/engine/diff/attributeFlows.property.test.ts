import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import type { ApiObject } from '../../testing/ApiObject.ts';
import { emitYaml } from '../../testing/emitYaml.ts';
import { clusterArbitrary } from '../../testing/generateCluster.ts';
import { propertyParameters } from '../../testing/propertyParameters.ts';
import { intersectPorts, toPortKey } from '../net/portAlgebra.ts';
import { attributeFlows } from './attributeFlows.ts';
import { traceDiff } from './traceDiff.ts';
import type { DiffSide } from './DiffSide.ts';

const analyse = (objects: readonly ApiObject[]): DiffSide =>
  analyseFiles([{ path: 'all.yaml', text: objects.map(emitYaml).join('---\n') }], {
    assumeComplete: process.env.AC === '1',
  });

const isPolicy = ({ kind }: ApiObject): boolean => kind === 'NetworkPolicy';
const idOf = ({ kind, metadata }: ApiObject): string => `${metadata.namespace ?? 'default'}/${kind}/${metadata.name}`;
/** Of two with one name the last counts. */
const byId = (objects: readonly ApiObject[]) => new Map(objects.map((object) => [idOf(object), object]));

/** One cluster with the policies of two. */
const policyEdit = fc.record({ one: clusterArbitrary, other: clusterArbitrary }).map(({ one, other }) => ({
  rest: one.objects.filter((object) => !isPolicy(object)),
  old: byId(one.objects.filter(isPolicy)),
  now: byId(other.objects.filter(isPolicy)),
}));

describe('the causes of flow changes of generated clusters', () => {
  it('are the same whether suspects are enough or the pair is traced', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(policyEdit, ({ rest, old, now }) => {
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
      propertyParameters(150),
    );
  });

  it(
    'are enough: with these policies changed and no others, the flow is what it is after all changes',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(policyEdit, ({ rest, old, now }) => {
          const before = analyse([...rest, ...old.values()]);
          const after = analyse([...rest, ...now.values()]);
          const traced = traceDiff({ before, after });
          const { flows, table, policies, index, matched } = traced;
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
            // From the state in between to the end, these pairs must not change on the ports that changed.
            const left = traceDiff({ before: analyse([...rest, ...some.values()]), after });
            const key = (node: (typeof matched.nodes)[number]) => node.id;
            const open = new Map(
              [...left.flows.from].map((from, row) => [
                `${key(left.matched.nodes[from]!)} → ${key(left.matched.nodes[left.flows.to[row]!]!)}`,
                left.table.transitions[left.flows.transition[row]!]!.changed,
              ]),
            );
            return [...setOf].flatMap((own, row) => {
              if (own !== set) return [];
              const [from, to] = [matched.nodes[flows.from[row]!]!, matched.nodes[flows.to[row]!]!];
              // Addresses are cut otherwise in between.
              if (from.type === 'external' || to.type === 'external') return [];
              const rest = open.get(`${from.id} → ${to.id}`);
              const { changed } = table.transitions[flows.transition[row]!]!;
              const missing = rest && toPortKey(intersectPorts(rest, changed));
              return missing === undefined || missing === '||'
                ? []
                : [`${from.id} → ${to.id}: ${ids.join()} ${missing}`];
            });
          });
          expect(findings).toEqual([]);
        }),
        propertyParameters(100),
      );
    },
  );
});
