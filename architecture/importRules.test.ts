import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { engineFolders, layers, vendorHomes } from './law.ts';
import { lint, rulesBroken } from './lint.ts';
import { foldersOf, someModuleOf } from './sourceTree.ts';

/** Every way to import `path`, one per line; the type-only ones count as much as the others. */
const waysToImport = (path: string) => [
  `import '${path}';`,
  `import type * as types from '${path}'; export type Types = typeof types;`,
  `export * from '${path}';`,
  `export type * from '${path}';`,
  `export const later = import('${path}');`,
];

/** For each of `folders` below `root`: whether all ways to import it from `folder` are rejected, or all accepted. */
async function importable(root: string, folder: string, folders: readonly string[]): Promise<Record<string, boolean>> {
  const file = `${root}/${folder}/Imaginary.ts`;
  const answers: Record<string, boolean> = {};
  for (const other of folders) {
    const path = posix.relative(dirname(file), someModuleOf(`${root}/${other}`));
    const ways = waysToImport(path);
    const breaches = await lint(file, ways.join('\n'));
    const lines = new Set(
      breaches.filter(({ rule }) => rule === 'import-x/no-restricted-paths').map(({ line }) => line),
    );
    expect([0, ways.length], `${file} imports ${path}: on lines ${[...lines].join()}`).toContain(lines.size);
    answers[other] = lines.size === 0;
  }
  return answers;
}

const expected = (allowed: readonly string[], folders: readonly string[]) =>
  Object.fromEntries(folders.map((other) => [other, allowed.includes(other)]));

describe('between the layers of src', () => {
  it('every folder is a layer with its place in the law', () => {
    expect(foldersOf('src').filter((folder) => folder !== 'testing')).toEqual(Object.keys(layers).sort());
  });

  it.each(Object.entries(layers))('%s imports only its own lower layers', async (layer, allowed) => {
    const others = [...Object.keys(layers).filter((other) => other !== layer), 'testing'];
    expect(await importable('src', layer, others)).toEqual(expected(allowed, others));
  });
});

describe('between the folders of the engine', () => {
  it('every folder has its place in the law', () => {
    expect(foldersOf('src/engine')).toEqual(Object.keys(engineFolders).sort());
  });

  it.each(Object.entries(engineFolders))('%s imports only what lies below it', async (folder, allowed) => {
    const others = Object.keys(engineFolders).filter((other) => other !== folder);
    expect(await importable('src/engine', folder, others)).toEqual(expected(allowed, others));
  });

  it('no folder imports a door, which stands above all of them', async () => {
    expect(await rulesBroken('src/engine/net/Imaginary.ts', `import '../index.ts';`)).toContain(
      'import-x/no-restricted-paths',
    );
  });

  it('only the report makes what the screen shows', async () => {
    const snapshot = `import type {} from '../WorkspaceSnapshot.ts';`;
    expect(await rulesBroken('src/engine/report/Imaginary.ts', snapshot)).toEqual([]);
    expect(await rulesBroken('src/engine/explain/Imaginary.ts', snapshot)).toEqual(['import-x/no-restricted-paths']);
  });

  it('a policy dialect sees the normal form, and nothing else of the policies', async () => {
    const dialect = 'src/engine/policy/kubernetes/Imaginary.ts';
    expect(await rulesBroken(dialect, `import '../PolicyRule.ts';`)).toEqual([]);
    expect(await rulesBroken(dialect, `import type {} from '../Profile.ts';`)).toEqual([
      'import-x/no-restricted-paths',
    ]);
  });
});

describe('the doors of the engine', () => {
  const outside = Object.keys(layers).filter((layer) => layers[layer]?.includes('engine'));

  it.each(outside)('%s goes through a door', async (layer) => {
    const breaches = await lint(`src/${layer}/Imaginary.ts`, waysToImport('../engine/net/PortSet.ts').join('\n'));
    expect(breaches.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(await rulesBroken(`src/${layer}/Imaginary.ts`, `import '../engine/index.ts';`)).toEqual([]);
  });

  it.each(outside)('%s opens the heavy door only if it is the worker or the command line', async (layer) => {
    const breaches = await lint(`src/${layer}/Imaginary.ts`, waysToImport('../engine/analysis.ts').join('\n'));
    expect(breaches.length).toBe(['worker', 'cli'].includes(layer) ? 0 : 5);
  });
});

describe('libraries', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const places = [...Object.keys(layers), ...Object.keys(engineFolders).map((folder) => `engine/${folder}`)];

  it('every one of package.json has its homes in the law', () => {
    expect(Object.keys(vendorHomes).sort()).toEqual(Object.keys(dependencies).sort());
  });

  it.each(Object.entries(vendorHomes))('%s is imported only at home', async (vendor, homes) => {
    const ways = [...waysToImport(vendor), `import '${vendor}/some/part';`];
    for (const place of places) {
      const breaches = await lint(`src/${place}/Imaginary.ts`, ways.join('\n'));
      expect(breaches.length, `${place} imports ${vendor}`).toBe(homes.includes(place) ? 0 : ways.length);
    }
  });

  it('the root of the engine knows no YAML library either', async () => {
    expect(await rulesBroken('src/engine/analysis.ts', `import 'yaml';`)).toEqual(['no-restricted-imports']);
  });

  it('only e2e/support knows Playwright', async () => {
    const playwright = `import '@playwright/test';`;
    expect(await rulesBroken('e2e/imaginary.spec.ts', playwright)).toEqual(['no-restricted-imports']);
    expect(await rulesBroken('e2e/drivers/Imaginary.ts', playwright)).toEqual(['no-restricted-imports']);
    expect(await rulesBroken('src/app/Imaginary.ts', playwright)).toEqual(['no-restricted-imports']);
    expect(await rulesBroken('e2e/support/Imaginary.ts', playwright)).toEqual([]);
  });
});

describe('the engine and the layout are pure', () => {
  it.each(['src/engine/net/Imaginary.ts', 'src/layout/Imaginary.ts'])('%s', async (file) => {
    const broken = async (code: string) => (await lint(file, code)).map(({ rule }) => rule);
    expect(await broken('export const now = () => Date.now();')).toEqual(['no-restricted-globals']);
    expect(await broken('export const now = () => new Date();')).toEqual(['no-restricted-globals']);
    expect(await broken('export const now = () => performance.now();')).toEqual(['no-restricted-globals']);
    expect(await broken('export const dice = () => Math.random();')).toEqual(['no-restricted-properties']);
    expect(await broken(`export const say = () => console.log('');`)).toEqual(['no-console']);
    expect(await broken('let count = 0; export const next = () => (count += 1);')).toEqual(['no-restricted-syntax']);
    expect(await broken('const cache = new Map<string, string>(); export const known = () => cache;')).toEqual([
      'no-restricted-syntax',
    ]);
    expect(await broken(`const names = new Set(['a']); export const has = (name: string) => names.has(name);`)).toEqual(
      [],
    );
  });
});

describe('tests', () => {
  it('may use the builders, from every layer', async () => {
    const builders = posix.relative('src/engine', someModuleOf('src/testing'));
    expect(await rulesBroken('src/engine/imaginary.test.ts', `import '${builders}';`)).toEqual([]);
    expect(await rulesBroken('src/engine/Imaginary.ts', `import '${builders}';`)).toEqual([
      'import-x/no-restricted-paths',
    ]);
  });

  it('keep to the layers otherwise', async () => {
    expect(await rulesBroken('src/engine/imaginary.test.ts', `import '../store/state.ts';`)).toEqual([
      'import-x/no-restricted-paths',
    ]);
  });
});

it('a circle of two files is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'polder-circle-'));
  try {
    const net = join(folder, 'src/engine/net');
    mkdirSync(net, { recursive: true });
    writeFileSync(join(net, 'Hen.ts'), `import { egg } from './Egg.ts';\nexport const hen = () => egg;\n`);
    writeFileSync(join(net, 'Egg.ts'), `import { hen } from './Hen.ts';\nexport const egg = () => hen;\n`);
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: resolve('eslint.config.js') });
    const results = await eslint.lintFiles(['src']);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      'import-x/no-cycle',
      'import-x/no-cycle',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a file of more than 400 lines of code is too long', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `export const line${index} = ${index};`);
  expect(await rulesBroken('src/ui/Imaginary.ts', lines(401).join('\n'))).toEqual(['max-lines']);
  expect(await rulesBroken('src/ui/Imaginary.ts', ['// why', '', ...lines(400)].join('\n'))).toEqual([]);
});
