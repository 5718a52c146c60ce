import { generateCluster } from '../cluster/generateCluster.mjs';
import { liveMegabytes, median, measure, time, timeRounds } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, describeSize, sizes } from '../sizes.mjs';

const goals = {
  '10k': { milliseconds: 100 },
  '50k': { milliseconds: 500, megabytes: 400 },
  '150k': { milliseconds: 2000, megabytes: 1000 },
};

/** Cluster and rules → all flows, of one size in a process of its own. */
export const evaluationCases = Object.keys(sizes).map((name) => ({
  id: `evaluation-${name}`,
  run: (engine) => evaluate(engine, name),
}));

function evaluate(engine, name) {
  const size = sizes[name];
  const { computeConnectivity, readCluster, readPolicies } = engine;
  const { manifests, cluster, tiers } = readGenerated(engine, generateCluster(size));
  const compute = () => {
    const connectivity = computeConnectivity(cluster, tiers);
    connectivity.flowColumns();
    return connectivity;
  };
  const before = liveMegabytes();
  const first = time(compute);
  const evaluated = liveMegabytes() - before;
  const connectivity = first.result;
  const { length } = connectivity.flowColumns();
  const classes = new Set(cluster.pods.map(({ index }) => connectivity.classOf(index))).size;
  const milliseconds = median(timeRounds(compute, { rounds: 11, warmUp: 4 }));
  const reading = measure(() => [readCluster(manifests), readPolicies(manifests)], { rounds: 3 });
  const { milliseconds: goal, megabytes } = goals[name];
  const inputs = `${count(length)} rows, ${count(classes)} classes of pods, ${count(connectivity.externals.length)} external ranges, ${count(connectivity.portSets.length)} port sets`;
  return {
    rows: [
      {
        what: `Full evaluation: ${describeSize(size)}`,
        figure: milliseconds,
        unit: 'ms',
        most: goal,
        note: `${inputs}; the first, cold: ${first.milliseconds.toFixed(0)} ms`,
      },
      {
        what: '– memory of the evaluation',
        figure: evaluated,
        unit: 'MB',
        most: megabytes,
        note: 'what stays of it: flows, classes, admissions; cluster, rules and text aside',
      },
      { what: '– objects into cluster and rules', figure: reading, unit: 'ms', note: 'before it, text aside' },
    ],
    growth: {
      size: name,
      pods: cluster.pods.length,
      workloads: cluster.workloads.length,
      policies: size.policies,
      rows: length,
      classes,
      milliseconds,
      megabytes: evaluated,
    },
  };
}
