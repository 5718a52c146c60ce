import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuildStale } from './build.mjs';
import { installMissing } from './install.mjs';
import { installChromium } from './installChromium.mjs';
import { runCommand, runTool } from './runCommand.mjs';

/**
 * Every check, whatever fails on the way. A step answers with what passed and failed: the test runners count their tests,
 * everything else counts as one.
 */
const steps = {
  format: () => quietly(runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'], collect)),
  lint: () => quietly(runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'], collect)),
  types: () => quietly(runCommand(process.execPath, ['scripts/types.mjs'], collect)),
  unit: () => vitest('unit'),
  architecture: () => vitest('architecture'),
  build: () => once(build().then((ok) => ({ ok }))),
  bundle: () => once(runCommand(process.execPath, ['scripts/bundleBudget.mjs'])),
  e2e: playwright,
};
const needBuild = ['bundle', 'e2e'];
/** Alone, each of these leaves a core idle for a while, and none looks at what another makes; what they print waits for their end. */
const sideBySide = ['format', 'lint', 'types'];

const collect = { output: 'collect' };
const tooLong = 'Stopped: it took too long.';

const results = mkdtempSync(join(tmpdir(), 'polder-test-'));
process.once('exit', () => rmSync(results, { recursive: true, force: true }));

const chosen = chooseSteps();
await installMissing();
if (!chosen.includes('build') && chosen.some((name) => needBuild.includes(name)) && isBuildStale()) await build();

const outcomes = await Promise.all(chosen.filter((name) => sideBySide.includes(name)).map(run));
for (const name of chosen.filter((step) => !sideBySide.includes(step))) {
  console.log(`\n── ${name}`);
  const buildFailed = outcomes.some((outcome) => outcome.name === 'build' && outcome.failed > 0);
  const skip = buildFailed && needBuild.includes(name);
  if (skip) console.log('Not run: there is no build to look at.');
  outcomes.push(skip ? { name, passed: 0, failed: 1, skipped: 0, seconds: 0 } : await run(name));
}

const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log('\n── summary');
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(', ');
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(13)}${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`);
}
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;

function chooseSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !(name in steps)) ?? [];
  if (unknown.length > 0) {
    console.error(`Unknown step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
    process.exit(2);
  }
  return Object.keys(steps).filter((name) => only?.includes(name) ?? true);
}

async function run(name) {
  const started = performance.now();
  const { passed, failed, skipped = 0, output } = await steps[name]().catch(fail);
  if (output !== undefined) console.log(`\n── ${name}\n${output}`.trimEnd());
  return { name, passed, failed, skipped, seconds: (performance.now() - started) / 1000 };
}

/** A step that breaks must not take the others, or the closing line, with it. */
function fail(error) {
  console.error(error);
  return { passed: 0, failed: 1 };
}

async function once(running) {
  const { ok, timedOut } = await running;
  if (timedOut) console.log(tooLong);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** As `once`, with what was printed. */
async function quietly(running) {
  const { ok, timedOut, output } = await running;
  const counts = ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return { ...counts, output: timedOut ? `${output}\n${tooLong}` : output };
}

async function vitest(project) {
  const report = join(results, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await runTool('vitest/vitest.mjs', args);
  return withReport(ended, report, ({ numPassedTests, numFailedTests, numPendingTests, testResults }) => ({
    passed: numPassedTests,
    // A file that does not even load has no tests to count.
    failed:
      numFailedTests +
      testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    skipped: numPendingTests,
  }));
}

async function playwright() {
  // Tests take a fifth less time in it, and it renders as the whole browser does.
  const browser = await installChromium({ prefersShell: true });
  if (!browser) return { passed: 0, failed: 1 };
  const report = join(results, 'e2e.json');
  const ended = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: { ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    // The longest of all: a machine half as fast as usual must not cut it off.
    limit: 1000,
  });
  return withReport(ended, report, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/** The runner's own counts; at least one failure when it ended badly for another reason, or wrote no report. */
function withReport({ ok, timedOut }, file, count) {
  if (timedOut) console.log(tooLong);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  return ok ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}
