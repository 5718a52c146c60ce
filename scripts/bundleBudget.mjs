import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './runCommand.mjs';

/** In kilobytes (1000 bytes) of gzip. What the page loads before anything is asked for; Monaco is loaded on demand. */
export const budgets = { page: 300, worker: 160 };

const dist = join(projectRoot, 'dist');

/**
 * What the built page costs: the scripts it loads at once, the engine's worker, and the rest, which waits until needed.
 *
 * @returns {{ page: Chunk[], worker: Chunk[], later: Chunk[] }} with `Chunk` = `{ file, kilobytes }`, largest first
 */
export function measureBundle() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const entries = [
    ...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*\srel="modulepreload"[^>]*\shref)="([^"]+\.js)"/g),
  ].map(([, path]) => posix.normalize(path));
  const page = staticClosure(entries);
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'));
  const workers = staticClosure(scripts.filter((file) => /\/engine\.worker-/.test(file)));
  const measured = (files) => files.map(measure).sort((a, b) => b.kilobytes - a.kilobytes);
  return {
    page: measured([...page]),
    worker: measured([...workers]),
    later: measured(scripts.filter((file) => !page.has(file) && !workers.has(file))),
  };
}

export const sum = (chunks) => chunks.reduce((total, { kilobytes }) => total + kilobytes, 0);

const measure = (file) => ({ file, kilobytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000 });

/** The files and everything that they import statically; `import(…)` does not count. */
function staticClosure(entries) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || !existsSync(join(dist, file))) return;
    found.add(file);
    const text = readFileSync(join(dist, file), 'utf8');
    // Built chunks name each other as "./name-hash.js" after `from` or a bare `import`.
    for (const [, path] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      visit(posix.join(posix.dirname(file), path));
    }
  };
  entries.forEach(visit);
  return found;
}

function print(title, chunks, budget) {
  const limit = budget === undefined ? '' : ` of ${budget} kB`;
  console.log(`\n${title}: ${sum(chunks).toFixed(1)} kB gz${limit}`);
  for (const { file, kilobytes } of chunks.filter((chunk) => budget !== undefined || chunk.kilobytes >= 5)) {
    console.log(`${kilobytes.toFixed(1).padStart(9)}  ${file}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { page, worker, later } = measureBundle();
  print('Loaded with the page', page, budgets.page);
  print("The engine's worker", worker, budgets.worker);
  print('Loaded when needed', later);
  const breaches = [
    ...(page.length === 0 ? ['no script was found in dist/index.html'] : []),
    ...(worker.length === 0 ? ['no engine worker was found in dist/assets'] : []),
    ...(page.some(({ file }) => /monaco|editor\.api/i.test(file)) ? ['Monaco is loaded with the page'] : []),
    ...(sum(page) > budgets.page ? [`the page loads more than ${budgets.page} kB`] : []),
    ...(sum(worker) > budgets.worker ? [`the worker is larger than ${budgets.worker} kB`] : []),
  ];
  for (const breach of breaches) console.error(`\nOver budget: ${breach}.`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
