import { writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { build, isBuildStale } from '../build.mjs';
import { installChromium } from '../installChromium.mjs';
import { projectRoot } from '../runCommand.mjs';
import { serve } from '../serve.mjs';
import { benchLayout } from './benchLayout.mjs';
import { measureWorkspace } from './canvas/measureWorkspace.mjs';

/** `npm run bench:ui -- 500` measures one size and writes nothing. */
const wanted = process.argv.slice(2).map(Number);

const sizes = [
  { namespaces: 5, workloads: 50 },
  { namespaces: 50, workloads: 500 },
  { namespaces: 500, workloads: 5000 },
].filter(({ workloads }) => wanted.length === 0 || wanted.includes(workloads));

if (isBuildStale() && !(await build())) process.exit(1);
const found = await installChromium();
if (!found) throw new Error('There is no browser to measure in.');
Object.assign(process.env, found);
const { chromium } = await import('@playwright/test');
const server = await serve({ folder: join(projectRoot, 'dist'), port: 0 });
const browser = await chromium.launch({
  executablePath: found.POLDER_CHROMIUM,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

const measured = [];
for (const size of sizes) {
  console.log(`${size.workloads} workloads …`);
  const result = await measureWorkspace(browser, server.url, size);
  console.log(result);
  measured.push(result);
}
const layouts = await benchLayout();
const version = browser.version();
await browser.close();
await server.close();

const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
const row = (what, goal, read) => `| ${[what, goal, ...measured.map(read)].join(' | ')} |`;
const processors = cpus();
const text = `# Benchmarks of the canvas

Written by \`npm run bench:ui\`; do not edit. Generated workspaces of 50, 500 and 5,000 workloads in 5, 50 and 500 namespaces, two flows by rule for each workload.

Machine: ${processors.length} × ${processors[0].model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()}; Node ${process.versions.node}, Chromium ${version}, headless, no GPU, 1440 × 900.

| What | Goal | ${measured.map(({ workloads }) => workloads.toLocaleString('en')).join(' | ')} |
| --- | --- | ${measured.map(() => '---').join(' | ')} |
${[
  row('Nodes in the DOM, most at any time', '≤ 400', ({ dom }) => dom.nodes),
  row('Edges in the DOM, most at any time', '≤ 150', ({ dom }) => dom.edges),
  row(
    'Main thread for a frame, panning far out: mean (95 of 100)',
    '≤ 8 ms at 500, ≤ 12 ms at 5,000',
    ({ panFar }) => `${ms(panFar.mean)} (${ms(panFar.high)})`,
  ),
  row(
    'Main thread for a frame, panning near: mean (95 of 100)',
    '≤ 8 ms at 500, ≤ 12 ms at 5,000',
    ({ panNear }) => `${ms(panNear.mean)} (${ms(panNear.high)})`,
  ),
  row(
    'Main thread for a frame, zooming from far to near and back: mean (95 of 100)',
    '≤ 8 ms at 500, ≤ 12 ms at 5,000',
    ({ zoom }) => `${ms(zoom.mean)} (${ms(zoom.high)})`,
  ),
  row('Evaluated and laid out → first graph on screen', '≤ 400 ms at 5,000', ({ opening }) => ms(opening.firstGraph)),
  row('Longest task of the main thread while opening', '≤ 150 ms at 5,000', ({ opening }) =>
    // The browser tells only of tasks of 50 ms and more.
    opening.longestTask === 0 ? '< 50 ms' : ms(opening.longestTask),
  ),
  row('Hover, input to paint', '≤ 100 ms at 5,000', ({ inputs }) => ms(inputs.hover)),
  row('Select, input to paint', '≤ 100 ms at 5,000', ({ inputs }) => ms(inputs.select)),
  row('Filter by a word, key to paint', '≤ 100 ms at 5,000', ({ inputs }) => ms(inputs.filter)),
  row(
    'Heap after opening and closing, against before',
    '≤ 20 MB at 5,000',
    ({ heap }) => `${heap >= 0 ? '+' : ''}${heap.toFixed(1)} MB`,
  ),
].join('\n')}

The layout, on Node, whose JavaScript engine is that of the worker:

| What | Time | Goal | |
| --- | --- | --- | --- |
${layouts.map(({ what, milliseconds, goal, note }) => `| ${what} | ${ms(milliseconds)} | ≤ ${goal} | ${note} |`).join('\n')}
`;
console.log(`\n${text}`);
if (wanted.length === 0) {
  writeFileSync(join(projectRoot, 'docs', 'benchmarks-ui.md'), text);
  console.log('Written to docs/benchmarks-ui.md.');
}
