import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../runCommand.mjs';
import { generateDump } from './generateDump.mjs';
import { measure } from './measure.mjs';

const modules = {
  parseManifests: 'src/engine/manifest/parseManifests.ts',
  readCluster: 'src/engine/cluster/readCluster.ts',
  readPolicies: 'src/engine/policy/readPolicies.ts',
  computeConnectivity: 'src/engine/connectivity/computeConnectivity.ts',
  Profile: 'src/engine/policy/Profile.ts',
};

/** Times of the engine on Node, which has the same JavaScript engine as Chromium. */
export async function benchEngine() {
  const engine = await loadEngine();
  return [...importDump(engine), ...evaluate(engine)];
}

/** The engine's modules, bundled for Node: TypeScript 6 sources do not run on Node 20 as they are. */
async function loadEngine() {
  const { build } = await import('vite');
  const folder = mkdtempSync(join(tmpdir(), 'polder-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input: modules, output: { entryFileNames: '[name].mjs' } },
    },
  });
  const loaded = await Promise.all(
    Object.keys(modules).map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...loaded);
}

function importDump({ parseManifests }) {
  const text = generateDump({ namespaces: 40, workloads: 300, podsPerWorkload: 16, policies: 300 });
  const megabytes = Buffer.byteLength(text) / 1e6;
  const time = measure(() => parseManifests([{ path: 'dump.yaml', text }]), { rounds: 3 });
  const { objects, problems } = parseManifests([{ path: 'dump.yaml', text }]);
  if (problems.some(({ severity }) => severity === 'error')) throw new Error('the generated dump is not valid');
  return [
    {
      what: `Import of a dump of ${megabytes.toFixed(1)} MB (${objects.length} objects in one List)`,
      milliseconds: time,
      note: `${((megabytes / time) * 1000).toFixed(1)} MB/s, in the worker`,
    },
  ];
}

function evaluate({ parseManifests, readCluster, readPolicies, computeConnectivity, kubernetesProfile }) {
  const text = generateDump({ namespaces: 20, workloads: 200, podsPerWorkload: 10, policies: 200 });
  const manifests = parseManifests([{ path: 'dump.yaml', text }]);
  let flows = 0;
  const reading = measure(() => [readCluster(manifests), readPolicies(manifests)], { rounds: 5 });
  const cluster = readCluster(manifests);
  const { tiers } = readPolicies(manifests);
  const workloads = measure(
    () => (flows = computeConnectivity(cluster, tiers, kubernetesProfile).workloadFlows().length),
    { rounds: 5 },
  );
  const pods = measure(
    () => {
      const connectivity = computeConnectivity(cluster, tiers, kubernetesProfile);
      for (const from of cluster.pods) {
        for (const to of cluster.pods) {
          connectivity.flow({ type: 'pod', index: from.index }, { type: 'pod', index: to.index });
        }
      }
    },
    { rounds: 3 },
  );
  const size = `${cluster.pods.length} pods in ${cluster.workloads.length} workloads, 200 policies`;
  return [
    { what: `Reading objects into a cluster and rules: ${size}`, milliseconds: reading, note: '' },
    { what: `Evaluation, all flows between workloads: ${size}`, milliseconds: workloads, note: `${flows} flows` },
    {
      what: 'The same, and the ports of every pair of pods',
      milliseconds: pods,
      note: `${cluster.pods.length ** 2 / 1e6} million pairs`,
    },
  ];
}
