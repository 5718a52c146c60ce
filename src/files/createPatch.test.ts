import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFilePath } from '../engine/index.ts';
import { propertyParameters } from '../testing/propertyParameters.ts';
import { createPatch } from './createPatch.ts';
import type { StoredFile } from './WorkspaceStorage.ts';

/** Path → text before and after; null: not there. */
type Changes = Readonly<Record<string, readonly [before: string | null, after: string | null]>>;

const hasGit = spawnSync('git', ['--version']).status === 0;

function toWorkspace(changes: Changes) {
  const files: StoredFile[] = [];
  const removed: Record<string, string> = {};
  for (const [path, [before, after]] of Object.entries(changes)) {
    if (after !== null) files.push({ path: toFilePath(path), text: after, original: before });
    else if (before !== null) removed[path] = before;
  }
  return { files, removed };
}

/** What git makes of a folder that has the texts before. */
function applyWithGit(changes: Changes): Record<string, string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'polder-patch-'));
  try {
    for (const [path, [before]] of Object.entries(changes)) {
      if (before === null) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), before);
    }
    const { text } = createPatch(toWorkspace(changes));
    writeFileSync(join(folder, '.patch'), text);
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '.patch'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir(), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '' },
    });
    if (status !== 0) throw new Error(`git apply: ${stderr}\n${text}`);
    return Object.fromEntries(
      Object.keys(changes).map((path) => {
        const place = join(folder, path);
        return [path, existsSync(place) ? readFileSync(place, 'utf8') : null];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const after = (changes: Changes) => Object.fromEntries(Object.entries(changes).map(([path, [, text]]) => [path, text]));

const policy = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');

describe('the patch of a workspace', () => {
  it('says nothing when nothing changed', () => {
    expect(createPatch(toWorkspace({ 'a.yaml': ['a\n', 'a\n'] }))).toEqual({ text: '', paths: [], leftOut: [] });
  });

  it('has the headers and three lines of context, as git writes them', () => {
    const changed = policy.replace('line 10\n', 'line ten\n');
    expect(createPatch(toWorkspace({ 'shop/web.yaml': [policy, changed] })).text).toBe(
      [
        'diff --git a/shop/web.yaml b/shop/web.yaml',
        '--- a/shop/web.yaml',
        '+++ b/shop/web.yaml',
        '@@ -8,7 +8,7 @@',
        ' line 7',
        ' line 8',
        ' line 9',
        '-line 10',
        '+line ten',
        ' line 11',
        ' line 12',
        ' line 13',
        '',
      ].join('\n'),
    );
  });

  it('writes new files, names with spaces and names beyond ASCII as git does', () => {
    const { text } = createPatch(toWorkspace({ 'my shop.yaml': [null, '1'], 'ü "x".yaml': ['1\n', ''] }));
    expect(text).toBe(
      [
        'diff --git a/my shop.yaml b/my shop.yaml',
        'new file mode 100644',
        '--- /dev/null',
        '+++ b/my shop.yaml\t',
        '@@ -0,0 +1,1 @@',
        '+1',
        '\\ No newline at end of file',
        'diff --git "a/\\303\\274 \\"x\\".yaml" "b/\\303\\274 \\"x\\".yaml"',
        '--- "a/\\303\\274 \\"x\\".yaml"',
        '+++ "b/\\303\\274 \\"x\\".yaml"',
        '@@ -1,1 +0,0 @@',
        '-1',
        '',
      ].join('\n'),
    );
  });

  it('names the files it changes, in the order of their paths', () => {
    const { paths } = createPatch(toWorkspace({ b: ['1\n', '2\n'], c: ['1\n', null], a: [null, '1\n'] }));
    expect(paths).toEqual(['a', 'b', 'c']);
  });

  it('leaves UTF-16 files out and says so', () => {
    const file: StoredFile = { path: toFilePath('a'), text: 'x', original: 'y', encoding: 'utf-16le' };
    expect(createPatch({ files: [file], removed: {} })).toEqual({ text: '', paths: [], leftOut: ['a'] });
  });

  it('takes a file that was removed and made again for a changed one', () => {
    const file: StoredFile = { path: toFilePath('a'), text: 'new\n', original: null };
    const { text } = createPatch({ files: [file], removed: { a: 'old\n' } });
    expect(text).toContain('--- a/a\n');
    expect(text).not.toContain('new file');
  });
});

describe.skipIf(!hasGit)('git apply gives the edited bytes', () => {
  const cases: Record<string, Changes> = {
    'of a changed file': { 'a.yaml': [policy, policy.replace('line 3\n', '').replace('line 20\n', '20\n20\n')] },
    'of several files in folders': {
      'x/a.yaml': ['1\n', '2\n'],
      'x/y/b.yaml': ['1\n', '2\n'],
      'c.yaml': ['1\n', '1\n'],
    },
    'of a new file': { 'new/a.yaml': [null, 'kind: Pod\n'] },
    'of a new file without a last line end': { 'a.yaml': [null, 'kind: Pod'] },
    'of a new empty file': { 'a.yaml': [null, ''] },
    'of a removed file': { 'a.yaml': ['kind: Pod\n', null], 'b.yaml': ['', null] },
    'of a file that was emptied': { 'a.yaml': ['kind: Pod\n', ''] },
    'of an empty file that was filled': { 'a.yaml': ['', 'kind: Pod\n'] },
    'where the last line end goes': { 'a.yaml': ['a\nb\n', 'a\nb'] },
    'where the last line end comes': { 'a.yaml': ['a\nb', 'a\nb\n'] },
    'where no side has a last line end': { 'a.yaml': ['a\nb', 'a\nc'] },
    'where only a line before the open end changes': { 'a.yaml': ['a\nb\nc', 'A\nb\nc'] },
    'with CRLF': { 'a.yaml': ['a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'] },
    'where line ends change': { 'a.yaml': ['a\r\nb\nc\r\n', 'a\nb\r\nc\r\n'] },
    'with lone carriage returns': { 'a.yaml': ['a\rb\nc\n', 'a\rb\rd\nc\n'] },
    'with a byte order mark': { 'a.yaml': ['\uFEFFa\nb\n', '\uFEFFa\nc\n'], 'b.yaml': ['\uFEFFa\n', 'a\n'] },
    'with characters beyond ASCII': { 'a.yaml': ['naïve: 日本\n', 'naïve: 日本語 🚢\n'] },
    'with lines that look like a patch': {
      'a.yaml': ['--- a\n+++ b\n@@ -1 +1 @@\n', '--- a\n-- \n@@ -1 +1 @@\n\\ No\n'],
    },
    'of paths with spaces': {
      'my shop/web app.yaml': ['1\n', '2\n'],
      'a b.yaml': [null, '1\n'],
      'c d.yaml': ['1\n', null],
    },
    'of paths with quotes and backslashes': {
      'a "b".yaml': ['1\n', '2\n'],
      'c\\d.yaml': ['1\n', '2\n'],
      "e'f": ['1\n', '2\n'],
    },
    'of paths beyond ASCII': { 'tést/日本.yaml': ['1\n', '2\n'], 'ü ö.yaml': [null, '1\n'] },
    'of paths like those in the header': { 'a/b/a.yaml': ['1\n', '2\n'], 'x b/x.yaml': ['1\n', '2\n'] },
    'of a file that has nothing in common with what it was': {
      'a.yaml': [
        `same\nsame too\n${Array.from({ length: 5000 }, (_, i) => `old ${i}\n`).join('')}end\n`,
        `same\nsame too\n${Array.from({ length: 5000 }, (_, i) => `new ${i}\n`).join('')}end\n`,
      ],
      'b.yaml': [
        Array.from({ length: 5000 }, (_, i) => `old ${i}\n`).join('') + 'open',
        Array.from({ length: 5000 }, (_, i) => `new ${i}\n`).join('') + 'open',
      ],
    },
  };

  it.each(Object.entries(cases))('%s', (_, changes) => {
    expect(applyWithGit(changes)).toEqual(after(changes));
  });

  it('of any edits of any texts', () => {
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', 'b', '', ' ', '---', '- x', '+ y', '\\', '@@') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r', '')), { maxLength: 40 })
      .map((lines) => lines.flat().join(''));
    const edited = fc
      .tuple(text, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4), text), { maxLength: 4 }))
      .map(([before, edits]): readonly [string, string] => {
        const characters = [...before];
        for (const [where, length, inserted] of edits) {
          characters.splice(Math.floor(where * characters.length), length, ...[...inserted].slice(0, 20));
        }
        return [before, characters.join('')];
      });
    const change = fc.oneof(
      { weight: 8, arbitrary: edited },
      { weight: 1, arbitrary: text.map((made) => [null, made] as const) },
      { weight: 1, arbitrary: text.map((lost) => [lost, null] as const) },
    );
    // Many files in one patch: git's start takes longer than its work.
    const workspace = fc
      .array(change, { minLength: 20, maxLength: 60 })
      .map((list): Changes => Object.fromEntries(list.map((item, index) => [`file ${index}.yaml`, item])));
    fc.assert(
      fc.property(workspace, (changes) => {
        expect(applyWithGit(changes)).toEqual(after(changes));
      }),
      propertyParameters(25),
    );
  });
});
