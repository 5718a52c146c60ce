import { writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuildStale } from './build.mjs';
import { budgets, measureBundle, sum } from './bundleBudget.mjs';
import { installMissing } from './install.mjs';
import { projectRoot } from './runCommand.mjs';

await installMissing();
const { benchEngine } = await import('./bench/benchEngine.mjs');
const { browserCases, benchBrowser } = await import('./bench/benchBrowser.mjs');
const { engineCases } = await import('./bench/engineCases.mjs');
const { formatGrowth, formatRows } = await import('./bench/formatBenchmarks.mjs');

/** `--only=evaluation-10k,edit` measures the cases whose names begin so, prints, and writes nothing. */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',') ?? [''];
const isWanted = (id) => only.some((start) => id.startsWith(start));
const ids = [...engineCases, ...browserCases].map(({ id }) => id);
if (!ids.some(isWanted)) {
  console.error(`There is no such case. There are: ${ids.join(', ')}`);
  process.exit(2);
}

const inBrowser = browserCases.some(({ id }) => isWanted(id));
if (inBrowser && isBuildStale() && !(await build())) process.exit(1);
console.log('Engine …');
const engine = await benchEngine(isWanted);
if (inBrowser) console.log('Browser …');
const { browser, rows } = inBrowser ? await benchBrowser(isWanted) : { browser: null, rows: [] };

const processors = cpus();
const machine = `${processors.length} × ${processors[0].model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()}; Node ${process.versions.node}`;
const tables = `Machine: ${machine}${browser ? `, Chromium ${browser}, headless, no GPU` : ''}.

${formatRows([...engine.rows, ...rows])}

${formatGrowth(engine.growth)}`.trimEnd();
console.log(`\n${tables}\n`);
if (values.only === undefined) {
  const { page, worker } = measureBundle();
  const text = `# Benchmarks

Written by \`npm run bench\`; do not edit. Generated clusters with fixed seeds (\`scripts/bench/cluster\`), each case in a process of its own. Times are medians of several rounds
after some that do not count; compare the ratios, machines differ.

${tables}

| Size | kB gz | Goal |
| --- | --- | --- |
| JavaScript that the page loads at once, without Monaco | ${sum(page).toFixed(1)} | ${budgets.page} |
| The engine's worker | ${sum(worker).toFixed(1)} | ${budgets.worker} |
`;
  writeFileSync(join(projectRoot, 'docs', 'benchmarks.md'), text);
  console.log('Written to docs/benchmarks.md.');
}
