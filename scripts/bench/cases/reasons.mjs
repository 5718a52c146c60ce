import { createRandom } from '../cluster/createRandom.mjs';
import { generateCluster } from '../cluster/generateCluster.mjs';
import { median, quantile, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { sizes } from '../sizes.mjs';

const questions = 1000;

/** Why, for pairs of workloads: half of them any two, half of them two with a flow. */
export const reasonsCase = {
  id: 'reasons',
  run: (engine) => {
    const { computeConnectivity, explainWorkloadFlow } = engine;
    const { cluster, tiers } = readGenerated(engine, generateCluster(sizes['10k']));
    const connectivity = computeConnectivity(cluster, tiers);
    const columns = connectivity.flowColumns();
    const random = createRandom(3);
    const idOf = (node) => cluster.workloads[node]?.id ?? connectivity.externals[node - cluster.workloads.length].id;
    const choose = (number) => {
      const row = random.integer(columns.length);
      if (number % 2 === 0) return [idOf(columns.from[row]), idOf(columns.to[row])];
      return [random.pick(cluster.workloads).id, random.pick(cluster.workloads).id];
    };
    const ports = [null, { protocol: 'TCP', port: 8080 }, { protocol: 'UDP', port: 53 }];
    const times = [];
    for (let number = 0; number < questions; number += 1) {
      const [from, to] = choose(number);
      const { result, milliseconds } = time(() =>
        explainWorkloadFlow(connectivity, from, to, { port: random.pick(ports) }),
      );
      if (result === null) throw new Error(`no verdict for ${from} and ${to}`);
      if (number >= 50) times.push(milliseconds);
    }
    return {
      rows: [
        {
          what: 'Reasons for one pair of workloads',
          figure: median(times),
          unit: 'ms',
          most: 2,
          note: `median of ${times.length} pairs at 10,000 pods; 99 of 100 within ${quantile(times, 0.99).toFixed(2)} ms, the slowest ${Math.max(...times).toFixed(1)} ms`,
        },
        explainPolicies(engine, connectivity),
        computeBlastRadii(engine, connectivity),
      ],
    };
  },
};

const explainPolicies = ({ explainPolicy }, connectivity) => {
  const random = createRandom(4);
  const policies = connectivity.tiers.flatMap((tier) => tier.policies);
  const times = Array.from({ length: 60 }, () => {
    const { id } = random.pick(policies);
    return time(() => explainPolicy(connectivity, id)).milliseconds;
  });
  return {
    what: 'What a policy does, with the flows that hang on each rule',
    figure: median(times),
    unit: 'ms',
    most: 100,
    note: `median of ${times.length} policies at 10,000 pods, the slowest ${Math.max(...times).toFixed(0)} ms`,
  };
};

const computeBlastRadii = ({ computeBlastRadius }, connectivity) => {
  const random = createRandom(5);
  let reached = 0;
  const times = Array.from({ length: 40 }, (_, number) => {
    const { id } = random.pick(connectivity.cluster.workloads);
    const { result, milliseconds } = time(() => computeBlastRadius(connectivity, id, number % 2 ? 'in' : 'out'));
    reached += result.reached.length;
    return milliseconds;
  });
  return {
    what: 'Blast radius of one workload, either way',
    figure: median(times),
    unit: 'ms',
    most: 100,
    note: `median of ${times.length} at 2,000 workloads, the slowest ${Math.max(...times).toFixed(0)} ms; ${Math.round(reached / times.length)} reached on average`,
  };
};
