import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, runTool } from './runCommand.mjs';

const sources = [
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'scripts/contentSecurityPolicy.mjs',
  'vite.config.ts',
  'vite.cli.config.ts',
];
const results = ['dist/index.html', 'dist-cli/polder.js'];

/** Builds the app into dist and the command line into dist-cli. */
export async function build() {
  const vite = 'vite/bin/vite.js';
  for (const args of [['build'], ['build', '--config', 'vite.cli.config.ts']]) {
    const { ok } = await runTool(vite, [...args, '--logLevel', 'warn'], { limit: 300 });
    if (!ok) return false;
  }
  return true;
}

/** Whether a result is missing or older than something it is made of. */
export function isBuildStale() {
  const built = results.map((file) => statSync(join(projectRoot, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return newestChange(sources) > Math.min(...built);
}

/** Folders count too: their date changes when a file in them is removed. */
function newestChange(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stat = statSync(join(projectRoot, path), { throwIfNoEntry: false });
      if (!stat) return 0;
      if (!stat.isDirectory()) return stat.mtimeMs;
      const inside = readdirSync(join(projectRoot, path)).map((name) => join(path, name));
      return Math.max(stat.mtimeMs, newestChange(inside));
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit((await build()) ? 0 : 1);
