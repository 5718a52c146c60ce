import { createRandom } from '../cluster/createRandom.mjs';
import { generateCluster, toFiles } from '../cluster/generateCluster.mjs';
import { median, quantile, time } from '../measure.mjs';
import { sizes } from '../sizes.mjs';

const questions = 60;

/** The ways to allow and to deny, each evaluated, at 2,000 workloads and 1,000 policies: what a dialog waits for. */
export const planningCase = {
  id: 'planning',
  run: ({ analyseManifests, proposeEdits }) => {
    const base = analyseManifests(toFiles(generateCluster(sizes['10k']), 'yaml'));
    base.connectivity.flowColumns();
    return { rows: ['allow', 'deny'].map((type) => measure(proposeEdits, base, type)) };
  },
};

function measure(proposeEdits, base, type) {
  const { cluster } = base.connectivity;
  const columns = base.connectivity.flowColumns();
  const random = createRandom(type === 'allow' ? 6 : 7);
  const node = (number) => ({ type: 'node', id: cluster.workloads[number].id });
  const choose = () => {
    if (type === 'allow') return [node(random.integer(2000)), node(random.integer(2000))];
    for (;;) {
      const row = random.integer(columns.length);
      const [from, to] = [columns.from[row], columns.to[row]];
      if (from < cluster.workloads.length && to < cluster.workloads.length) return [node(from), node(to)];
    }
  };
  const times = [];
  let ways = 0;
  for (let number = 0; number < questions + 5; number += 1) {
    const [from, to] = choose();
    const ports = type === 'allow' ? [{ protocol: 'TCP', port: 8080, endPort: null }] : [];
    const { result, milliseconds } = time(() => proposeEdits(base, { type, from: [from], to: [to], ports }));
    // What is refused has nothing to wait for.
    if (!result.proposals.ok || number < 5) continue;
    ways += result.proposals.proposals.length;
    times.push(milliseconds);
  }
  return {
    what: type === 'allow' ? 'The ways to allow a flow, each evaluated' : 'The ways to deny a flow, each evaluated',
    figure: median(times),
    unit: 'ms',
    most: 200,
    note: `median of ${times.length} at 2,000 workloads and 1,000 policies, ${(ways / times.length).toFixed(1)} ways each; 95 of 100 within ${quantile(times, 0.95).toFixed(0)} ms`,
  };
}
