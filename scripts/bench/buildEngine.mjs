import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../runCommand.mjs';

/** What the cases ask of the engine, and the evaluator that tests compare it with. */
const modules = {
  parseManifests: 'src/engine/manifest/parseManifests.ts',
  readCluster: 'src/engine/cluster/readCluster.ts',
  readPolicies: 'src/engine/policy/readPolicies.ts',
  computeConnectivity: 'src/engine/connectivity/computeConnectivity.ts',
  computeClasses: 'src/engine/connectivity/computeClasses.ts',
  computeNodePlaces: 'src/engine/connectivity/computeNodePlaces.ts',
  listFlowEnds: 'src/engine/connectivity/listFlowEnds.ts',
  createKnowledge: 'src/engine/connectivity/createKnowledge.ts',
  Profile: 'src/engine/policy/Profile.ts',
  analyseManifests: 'src/engine/analyseManifests.ts',
  explainWorkloadFlow: 'src/engine/explain/explainWorkloadFlow.ts',
  createSession: 'src/worker/createSession.ts',
  createSnapshotReceiver: 'src/worker/snapshot/createSnapshotReceiver.ts',
  steps: 'src/engine/manifest/Steps.ts',
  computeDiff: 'src/engine/diff/computeDiff.ts',
  explainPolicy: 'src/engine/explain/explainPolicy.ts',
  computeBlastRadius: 'src/engine/explain/computeBlastRadius.ts',
  proposeEdits: 'src/engine/synth/proposeEdits.ts',
  naiveEvaluator: 'src/testing/naiveEvaluator.ts',
  naiveModel: 'src/testing/naiveModel.ts',
};

/** The engine's modules, bundled for Node into a folder that goes with the process: Node 20 does not run TypeScript as it is. */
export async function buildEngine() {
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
  return folder;
}

export async function loadEngine(folder) {
  const loaded = await Promise.all(
    Object.keys(modules).map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)),
  );
  return Object.assign({}, ...loaded);
}
