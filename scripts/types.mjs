import { runTool } from './runCommand.mjs';

/** Every environment is checked with only its own names: the engine, for one, sees neither DOM nor Node. */
const projects = [
  'tsconfig.json',
  'tsconfig.test.json',
  'src/engine/tsconfig.json',
  'src/layout/tsconfig.json',
  'src/worker/tsconfig.json',
  'src/cli/tsconfig.json',
];

const waiting = [...projects];
let failed = false;

async function checkWaiting() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const { ok, output } = await runTool('typescript/bin/tsc', ['--project', project, '--pretty', 'false'], {
      output: 'collect',
    });
    console.log(`${ok ? 'ok     ' : 'failed '} ${project}`);
    if (ok) continue;
    failed = true;
    console.log(output.trim());
  }
}

await Promise.all([checkWaiting(), checkWaiting()]);
process.exit(failed ? 1 : 0);
