import { createRandom } from '../cluster/createRandom.mjs';
import { generateCluster } from '../cluster/generateCluster.mjs';
import { measure, time } from '../measure.mjs';
import { readGenerated } from '../readGenerated.mjs';
import { count, sizes } from '../sizes.mjs';

const sample = 2000;
const ports = [
  ['TCP', 8080],
  ['TCP', 443],
  ['UDP', 53],
  ['TCP', 9090],
];

/** Per pair of pods, against an evaluator that asks every policy about every packet; their verdicts are compared too. */
export const naiveCase = {
  id: 'naive',
  run: (engine) => {
    const { computeConnectivity, kubernetesProfile, isAllowed } = engine;
    const generated = generateCluster(sizes['10k']);
    const model = readModel(engine, generated);
    const naivePods = new Map(model.pods.map((pod) => [pod.id, pod]));
    const { cluster, tiers } = readGenerated(engine, generated);
    const random = createRandom(11);
    const questions = Array.from({ length: sample }, () => {
      const [protocol, port] = random.pick(ports);
      return { from: random.pick(cluster.pods), to: random.pick(cluster.pods), protocol, port };
    });
    const evaluation = measure(() => computeConnectivity(cluster, tiers, kubernetesProfile).flowColumns(), {
      rounds: 7,
      warmUp: 2,
    });
    const connectivity = computeConnectivity(cluster, tiers, kubernetesProfile);
    const answerAll = () =>
      questions.map(({ from, to, protocol, port }) => {
        const found = connectivity.flow({ type: 'pod', index: from.index }, { type: 'pod', index: to.index });
        return found[protocol].some(([first, last]) => first <= port && port <= last);
      });
    const single = measure(answerAll, { rounds: 9, warmUp: 3 }) / sample;
    const naive = time(() =>
      questions.map(({ from, to, protocol, port }) =>
        isAllowed(model, naivePods.get(from.id), naivePods.get(to.id), protocol, port),
      ),
    );
    const differing = answerAll().filter((allowed, index) => allowed !== naive.result[index]).length;
    if (differing > 0) throw new Error(`${differing} of ${sample} verdicts are not those of the naive evaluator`);
    const perPair = naive.milliseconds / sample;
    const pairs = cluster.pods.length ** 2;
    return {
      rows: [
        {
          what: 'Per pair of pods, against the naive evaluator',
          figure: perPair / (evaluation / pairs),
          unit: '×',
          least: 1000,
          note: `naive: ${(perPair * 1e3).toFixed(0)} µs for one port of a pair, mean of ${count(sample)} (same verdicts); engine: ${((evaluation / pairs) * 1e6).toFixed(1)} ns for all ports of each of ${count(pairs)} pairs`,
        },
        {
          what: '– one pair asked alone, evaluation aside',
          figure: perPair / single,
          unit: '×',
          note: `engine: ${(single * 1e3).toFixed(2)} µs for all ports of a pair`,
        },
      ],
    };
  },
};

/** Owners do not matter to packets, and looking them up one by one takes minutes at this size. */
function readModel({ readNaiveModel }, generated) {
  const objects = generated.flatMap((part) => [...part.objects, ...part.policies]);
  const counted = objects.filter(({ kind }) => kind === 'Namespace' || kind === 'Pod' || kind === 'NetworkPolicy');
  return readNaiveModel(
    counted.map((object) => ({ ...object, metadata: { ...object.metadata, ownerReferences: undefined } })),
  );
}
