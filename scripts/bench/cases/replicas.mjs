import { generateCluster } from '../cluster/generateCluster.mjs';
import { median, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, sizes } from '../sizes.mjs';

/** The same workloads with ten times the replicas; the two in turn, so that the machine's moods meet both. */
export const replicasCase = {
  id: 'replicas',
  run: (engine) => {
    const { computeConnectivity, kubernetesProfile } = engine;
    const [few, many] = [1, 10].map((factor) => {
      const size = { ...sizes['10k'], podsPerWorkload: sizes['10k'].podsPerWorkload * factor };
      const { cluster, tiers } = readGenerated(engine, generateCluster(size));
      return { cluster, tiers, times: [] };
    });
    const run = ({ cluster, tiers }) => computeConnectivity(cluster, tiers, kubernetesProfile).flowColumns().length;
    for (let round = 0; round < 12; round += 1) {
      for (const one of [few, many]) {
        const { milliseconds } = time(() => run(one));
        if (round > 1) one.times.push(milliseconds);
      }
    }
    const [less, more] = [few, many].map(({ times }) => median(times));
    return {
      rows: [
        {
          what: 'The same workloads with ten times the replicas',
          figure: more / less,
          unit: '×',
          most: 1.1,
          note: `${less.toFixed(0)} ms with ${count(few.cluster.pods.length)} pods, ${more.toFixed(0)} ms with ${count(many.cluster.pods.length)}, in turn`,
        },
      ],
    };
  },
};
