import { writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { build, isBuildStale } from './build.mjs';
import { measureBundle, sum } from './bundleBudget.mjs';
import { installMissing } from './install.mjs';
import { projectRoot } from './runCommand.mjs';

await installMissing();
if (isBuildStale() && !(await build())) process.exit(1);
const { benchEngine } = await import('./bench/benchEngine.mjs');
const { benchBrowser } = await import('./bench/benchBrowser.mjs');

console.log('Engine …');
const engine = await benchEngine();
console.log('Browser …');
const { browser, results } = await benchBrowser();
const { page, worker } = measureBundle();

const processors = cpus();
const rows = [...engine, ...results].map(
  ({ what, milliseconds, note }) => `| ${what} | ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms | ${note} |`,
);
const text = `# Benchmarks

Written by \`npm run bench\`; do not edit. Median of several rounds after one that does not count.

Machine: ${processors.length} × ${processors[0].model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()}; Node ${process.versions.node}, Chromium ${browser}, headless, no GPU.

| What | Time | |
| --- | --- | --- |
${rows.join('\n')}

| Size | kB gz | Goal |
| --- | --- | --- |
| JavaScript that the page loads at once, without Monaco | ${sum(page).toFixed(1)} | 300 |
| The engine's worker | ${sum(worker).toFixed(1)} | 120 |
`;
writeFileSync(join(projectRoot, 'docs', 'benchmarks.md'), text);
console.log(`\n${text}\nWritten to docs/benchmarks.md.`);
