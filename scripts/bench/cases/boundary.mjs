import { deserialize, serialize } from 'node:v8';
import { createRandom } from '../cluster/createRandom.mjs';
import { generateCluster, toFiles, toNamespaceFiles } from '../cluster/generateCluster.mjs';
import { median, quantile, time } from '../measure.mjs';
import { count, sizes } from '../sizes.mjs';

const edits = 40;

/** What crosses from the worker after one edit of a policy's port, and what it costs the other end. */
export const boundaryCase = {
  id: 'boundary',
  run: ({ createSession, createSnapshotReceiver, runSteps }) => {
    const session = createSession();
    const receiver = createSnapshotReceiver();
    let revision = 0;
    const answer = (change) => {
      revision += 1;
      const update = runSteps(session.update(change, { revision, base: receiver.base() }));
      // Columns of flows are handed over in a browser, at no cost; serializing would copy them.
      const { flows, ...values } = update.values;
      return { bytes: serialize({ ...update, values }), flows };
    };
    const receive = ({ bytes, flows }) => {
      const update = deserialize(bytes);
      if (flows) update.values.flows = flows;
      return receiver.receive(revision, update, []);
    };
    const parts = generateCluster(sizes['10k']);
    const files = toFiles(parts, 'yaml');
    const order = files.map(({ path }) => path);
    const first = answer({ changed: files, removed: [], order, fresh: true });
    const opening = time(() => receive(first));
    const random = createRandom(5);
    const bytes = [];
    const times = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const { changed, part } = changePort(parts, random);
      parts.splice(
        parts.findIndex(({ name }) => name === part.name),
        1,
        part,
      );
      const crossing = answer({ changed, removed: [], order, fresh: false });
      bytes.push(crossing.bytes.length);
      if (edit >= 5) times.push(time(() => receive(crossing)).milliseconds);
    }
    return {
      rows: [
        {
          what: 'One policy edited: receiving the new snapshot on the main thread',
          figure: median(times),
          unit: 'ms',
          most: 10,
          note: `median of ${times.length} edits at 10,000 pods, 95 of 100 within ${quantile(times, 0.95).toFixed(1)} ms; ${count(Math.round(median(bytes) / 1e3))} kB cross, columns of flows aside, whose memory is handed over`,
        },
        {
          what: '– the first snapshot, in several messages',
          figure: opening.milliseconds,
          unit: 'ms',
          note: `${count(Math.round(first.bytes.length / 1e3))} kB, pods as columns; all messages together`,
        },
      ],
    };
  },
};

function changePort(parts, random) {
  for (;;) {
    const part = random.pick(parts);
    const position = random.integer(part.policies.length || 1);
    const policy = structuredClone(part.policies[position]);
    const rule = [...(policy?.spec.ingress ?? []), ...(policy?.spec.egress ?? [])].find(({ ports }) => ports);
    if (!rule || part.policies.length < 2) continue;
    Object.assign(rule.ports[0], { port: 1024 + random.integer(6000), endPort: undefined });
    const next = { ...part, policies: part.policies.with(position, policy) };
    return { part: next, changed: toNamespaceFiles(next, 'yaml').filter(({ path }) => path.includes('policies')) };
  }
}
