import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuildStale } from './build.mjs';
import { installMissing } from './install.mjs';
import { projectRoot } from './runCommand.mjs';
import { serve } from './serve.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: process.env.PORT ?? '4173' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port must be a number from 0 to 65535, not "${values.port}".`);
  process.exit(2);
}

await installMissing();
if (isBuildStale()) {
  console.log('Building …');
  if (!(await build())) process.exit(1);
}
const { url } = await serve({ folder: join(projectRoot, 'dist'), port });
console.log(`\n  Polder is at ${url}\n  It answers this machine only; stop it with Ctrl C.\n`);
