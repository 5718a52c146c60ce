import { generateCluster, toDump } from '../cluster/generateCluster.mjs';
import { measure, time } from '../measure.mjs';
import { count } from '../sizes.mjs';

const goals = { yaml: 1000, json: 200 };

/** A dump of 10 MB: text → typed objects with places. */
export const importCases = Object.keys(goals).map((format) => ({
  id: `import-${format}`,
  run: ({ parseManifests }) => {
    const { text, objects } = dumpOfTenMegabytes(format);
    const files = [{ path: `dump.${format}`, text }];
    const first = time(() => parseManifests(files));
    if (first.result.objects.length !== objects) throw new Error('objects of the dump got lost');
    const milliseconds = measure(() => parseManifests(files), { rounds: 5 });
    const megabytes = Buffer.byteLength(text) / 1e6;
    return {
      rows: [
        {
          what: `Import of a ${format.toUpperCase()} dump of ${megabytes.toFixed(1)} MB to typed objects with their lines`,
          figure: milliseconds,
          unit: 'ms',
          most: goals[format],
          note: `${count(objects)} objects in one List, ${((megabytes / milliseconds) * 1000).toFixed(1)} MB/s; the first, cold: ${first.milliseconds.toFixed(0)} ms`,
        },
      ],
    };
  },
}));

/** As many workloads as it takes. */
function dumpOfTenMegabytes(format) {
  for (let workloads = 200; ; workloads += 50) {
    const cluster = generateCluster({
      namespaces: 40,
      workloads,
      podsPerWorkload: 10,
      policies: 300,
      seed: 1,
      pods: 'real',
    });
    const text = toDump(cluster, format);
    if (Buffer.byteLength(text) < 10e6) continue;
    return { text, objects: cluster.reduce((sum, part) => sum + part.objects.length + part.policies.length, 0) };
  }
}
