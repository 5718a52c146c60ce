import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../runCommand.mjs';
import { measure } from './measure.mjs';

const modules = {
  computeLayout: 'src/layout/computeLayout.ts',
  generateLayoutRequest: 'src/testing/layout/generateLayoutRequest.ts',
  measureLayout: 'src/testing/layout/measureLayout.ts',
};

/** What is laid out anew; goals in milliseconds. */
const pictures = [
  { what: '50 namespaces × 10 workloads', sketch: { namespaces: 50, workloads: 10, edges: 2000 }, goal: 500 },
  { what: '500 × 10', sketch: { namespaces: 500, workloads: 10, edges: 10_000 }, goal: 2000 },
  { what: 'one namespace, 3,000 workloads', sketch: { namespaces: 1, workloads: 3000, edges: 6000 }, goal: 2000 },
  { what: '2,000 namespaces × 1', sketch: { namespaces: 2000, workloads: 1, edges: 4000 }, goal: 2000 },
];

/**
 * Times of the layout on Node, which has the same JavaScript engine as the worker in Chromium.
 *
 * @returns {Promise<{ what: string, milliseconds: number, note: string, goal: string }[]>}
 */
export async function benchLayout() {
  const layout = await loadLayout();
  return [...pictures.map((picture) => layOutAnew(layout, picture)), placeNewcomers(layout)];
}

async function loadLayout() {
  const { build } = await import('vite');
  const folder = mkdtempSync(join(tmpdir(), 'polder-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
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

function layOutAnew({ computeLayout, generateLayoutRequest, measureLayout }, { what, sketch, goal }) {
  const request = generateLayoutRequest(sketch);
  const milliseconds = measure(() => computeLayout(request), { rounds: 5 });
  const { overlaps, aspect, rightwards, used } = measureLayout(request, computeLayout(request));
  if (overlaps > 0) throw new Error(`${what}: ${overlaps} things overlap`);
  const percent = (share) => `${Math.round(share * 100)} %`;
  return {
    what: `Layout anew: ${what}, ${sketch.edges.toLocaleString('en')} flows`,
    milliseconds,
    note: `${percent(rightwards)} lead to the right, cards use ${percent(used)}, ${aspect.toFixed(1)} : 1`,
    goal: `${goal} ms`,
  };
}

/** As after an edit: everything stands, and one workload in each of 500 namespaces is new. */
function placeNewcomers({ computeLayout, generateLayoutRequest }) {
  const request = generateLayoutRequest({ namespaces: 500, workloads: 10, edges: 10_000 });
  const stands = request.nodes.filter((_, at) => at % 10 !== 3);
  const before = computeLayout({ ...request, nodes: stands });
  const edited = { ...request, fixed: { ...before.nodes, ...before.groups }, frames: before.groups };
  const milliseconds = measure(() => computeLayout(edited), { rounds: 5 });
  const after = computeLayout(edited);
  const moved = stands.filter(
    ({ id }) => after.nodes[id].x !== before.nodes[id].x || after.nodes[id].y !== before.nodes[id].y,
  );
  if (moved.length > 0) throw new Error(`${moved.length} workloads moved`);
  return {
    what: 'Layout after an edit: 500 newcomers among 4,500 workloads',
    milliseconds,
    note: 'nothing else moves',
    goal: '2000 ms',
  };
}
