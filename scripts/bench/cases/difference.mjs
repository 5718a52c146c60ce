import { createRandom } from '../cluster/createRandom.mjs';
import { generateCluster } from '../cluster/generateCluster.mjs';
import { median, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, sizes } from '../sizes.mjs';

const copy = (value) => structuredClone(value);

/** What a workspace has become; each gives the generated cluster changed. */
const changes = {
  'one policy edited': (parts, random) => withEdits(parts, random, (all) => [random.pick(all)]),
  'every tenth policy edited': (parts, random) =>
    withEdits(parts, random, (all) => all.filter(() => random.chance(0.1))),
  'all policies removed': (parts) => parts.map((part) => ({ ...part, policies: [] })),
};

/** Now against as imported: both evaluated already, from there to causes and blocks of flows. */
export const differenceCase = {
  id: 'difference',
  run: (engine) => {
    const parts = generateCluster(sizes['10k']);
    const before = evaluate(engine, parts);
    const rows = Object.entries(changes).map(([name, change]) => {
      const after = evaluate(engine, change(parts, createRandom(5)));
      const rounds = Array.from({ length: 3 }, () => time(() => engine.computeDiff(before, after)));
      const { flows, causes } = rounds[0].result;
      return {
        what: `Difference at 10,000 pods: ${name}`,
        figure: median(rounds.slice(1).map(({ milliseconds }) => milliseconds)),
        unit: 'ms',
        note: `${count(flows.from.length)} pairs of ends differ, ${count(causes.length)} causes; evaluations aside`,
      };
    });
    return { rows };
  },
};

/** With the policies edited that `choose` chooses. */
function withEdits(parts, random, choose) {
  const wanted = choose(parts.flatMap((part, index) => part.policies.map((_, position) => ({ index, position }))));
  return parts.map((part, index) => {
    const own = wanted.filter((one) => one.index === index);
    if (own.length === 0) return part;
    const policies = part.policies.map((policy, position) =>
      own.some((one) => one.position === position) ? edited(policy, random) : policy,
    );
    return { ...part, policies };
  });
}

/** Everybody may reach one more port of what the policy selects. */
function edited(policy, random) {
  const changed = copy(policy);
  changed.spec.ingress = [...(changed.spec.ingress ?? []), { ports: [{ port: 1024 + random.integer(6000) }] }];
  return changed;
}

function evaluate(engine, parts) {
  const { manifests, cluster, tiers } = readGenerated(engine, parts);
  const connectivity = engine.computeConnectivity(cluster, tiers);
  connectivity.flowColumns();
  return { manifests, cluster, tiers, connectivity, notEvaluated: [] };
}
