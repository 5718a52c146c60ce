import { generateCluster } from '../cluster/generateCluster.mjs';
import { median, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, sizes } from '../sizes.mjs';

const pools = Array.from({ length: 10 }, (_, pool) => pool);

/**
 * The same workloads with ten times the replicas, on ten times the machines; the two in turn, so that the machine's moods
 * meet both. What each pod costs by itself, the look at its labels, addresses and machine and at which pods of a workload
 * are alike, is timed apart in the same round and left out. The median of what is left: least times of the whole and of that
 * part come from different rounds, and their difference swings by a tenth.
 */
export const replicasCase = {
  id: 'replicas',
  run: (engine) => {
    const parts = generateCluster(sizes['10k']);
    const [few, many] = [parts, parts.map(repeatPods)].map((generated) => {
      const { cluster, tiers } = readGenerated(engine, generated);
      return { cluster, tiers, rows: 0, all: [], pods: [] };
    });
    for (let round = 0; round < 63; round += 1) {
      for (const one of [few, many]) {
        const evaluated = time(() => engine.computeConnectivity(one.cluster, one.tiers).flowColumns().length);
        const { milliseconds } = time(() => lookAtPods(engine, one));
        one.rows = evaluated.result;
        if (round < 3) continue;
        one.all.push(evaluated.milliseconds);
        one.pods.push(milliseconds);
      }
    }
    const [less, more] = [few, many].map(({ all, pods }) => ({
      all: median(all),
      pods: median(pods),
      rest: median(all.map((milliseconds, round) => milliseconds - pods[round])),
    }));
    const describe = ({ cluster, rows }, { all, pods }) =>
      `${all.toFixed(0)} ms with ${count(cluster.pods.length)} pods (${count(rows)} rows), ${pods.toFixed(0)} of them each pod by itself`;
    return {
      rows: [
        {
          what: 'The same workloads with ten times the replicas',
          figure: more.rest / less.rest,
          unit: '×',
          most: 1.1,
          note: `${describe(few, less)}; ${describe(many, more)}; in turn, medians of ${few.all.length} rounds each`,
        },
      ],
    };
  },
};

/**
 * Each pod once in each of ten pools of machines that are alike: whoever shares a machine with pods on the host network does
 * so in every pool, and with nobody else, so that the flows are the same.
 */
const repeatPods = (part) => ({
  ...part,
  objects: part.objects.flatMap((object) =>
    object.kind === 'Pod' ? pools.map((pool) => moveTo(pool, object)) : object,
  ),
});

function moveTo(pool, pod) {
  const [hostIP, podIP] = [pod.status.hostIP, pod.status.podIP].map((address) => {
    const [network, subnet, ...rest] = address.split('.');
    return [network, Number(subnet) + pool, ...rest].join('.');
  });
  const name = `${pod.metadata.name}-${pool}`;
  return {
    ...pod,
    metadata: { ...pod.metadata, name },
    status: { ...pod.status, hostIP, podIP, podIPs: [{ ip: podIP }] },
  };
}

/** What an evaluation does pod by pod. */
function lookAtPods(
  { runSteps, computeClasses, computeNodePlaces, createKnowledge, createPlaceNumbers, listFlowEnds },
  { cluster, tiers },
) {
  const knowledge = createKnowledge(cluster, { assumeComplete: false });
  const policies = tiers.flatMap((tier) => tier.policies);
  const { memory, classOf } = runSteps(computeClasses(cluster, policies, knowledge, undefined));
  const places = computeNodePlaces(cluster.pods, createPlaceNumbers(), knowledge);
  listFlowEnds({ cluster, classes: memory.table.classes, classOf, places, externalCount: 0 }, null);
}
