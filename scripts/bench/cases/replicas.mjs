import { generateCluster } from '../cluster/generateCluster.mjs';
import { median, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, sizes } from '../sizes.mjs';

/**
 * The same workloads with ten times the replicas; the two in turn, so that the machine's moods meet both. What each pod
 * costs by itself, the look at its labels, addresses and machine, is timed apart and left out.
 */
export const replicasCase = {
  id: 'replicas',
  run: (engine) => {
    const [few, many] = [1, 10].map((factor) => {
      const size = { ...sizes['10k'], podsPerWorkload: sizes['10k'].podsPerWorkload * factor };
      const { cluster, tiers } = readGenerated(engine, generateCluster(size));
      return { cluster, tiers, rows: 0, all: [], pods: [] };
    });
    for (let round = 0; round < 15; round += 1) {
      for (const one of [few, many]) {
        const evaluated = time(() => engine.computeConnectivity(one.cluster, one.tiers).flowColumns().length);
        const { milliseconds } = time(() => lookAtPods(engine, one));
        one.rows = evaluated.result;
        if (round < 3) continue;
        one.all.push(evaluated.milliseconds);
        one.pods.push(milliseconds);
      }
    }
    const [less, more] = [few, many].map(({ all, pods }) => ({ all: median(all), pods: median(pods) }));
    const describe = ({ cluster, rows }, { all, pods }) =>
      `${all.toFixed(0)} ms with ${count(cluster.pods.length)} pods (${count(rows)} rows), ${pods.toFixed(0)} of them each pod by itself`;
    return {
      rows: [
        {
          what: 'The same workloads with ten times the replicas',
          figure: (more.all - more.pods) / (less.all - less.pods),
          unit: '×',
          most: 1.1,
          note: `${describe(few, less)}; ${describe(many, more)}; in turn. More pods on the host network share machines with more workloads, so there are more rows`,
        },
      ],
    };
  },
};

/** What an evaluation does pod by pod. */
function lookAtPods(
  { runSteps, computeClasses, computeNodePlaces, createKnowledge, createPlaceNumbers },
  { cluster, tiers },
) {
  const knowledge = createKnowledge(cluster, { assumeComplete: false });
  const policies = tiers.flatMap((tier) => tier.policies);
  runSteps(computeClasses(cluster, policies, knowledge, undefined));
  computeNodePlaces(cluster.pods, createPlaceNumbers(), knowledge);
}
