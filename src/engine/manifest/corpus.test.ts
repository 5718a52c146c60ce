import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLineIndex, toLineColumn } from './createLineIndex.ts';
import type { ManifestSet } from './ManifestSet.ts';
import { parseDocument } from './parseDocument.ts';
import { parseManifests } from './parseManifests.ts';
import { toFilePath } from './SourceFile.ts';
import type { SourceFile } from './SourceFile.ts';
import type { SourceNode, SourceScalar } from './SourceNode.ts';

/** Manifests of others, kept beside the repository; without them these tests are skipped. */
const corpus = join('..', 'shared', 'corpus');
const isThere = existsSync(corpus);

const readFolder = (folder: string): readonly SourceFile[] =>
  readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: toFilePath(path.slice(corpus.length + 1)), text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.length < 5_000_000);

const sets = new Map<string, ManifestSet>();

const parseFolder = (folder: string): ManifestSet => {
  const set = sets.get(folder) ?? parseManifests(readFolder(folder));
  sets.set(folder, set);
  return set;
};

const problemsOf = (set: ManifestSet, codes: readonly string[]): readonly string[] =>
  set.problems
    .filter(({ code }) => codes.includes(code))
    .map(({ code, at }) => {
      const text = set.files.find(({ source }) => source.path === at.file)?.source.text ?? '';
      const { line, column } = toLineColumn(createLineIndex(text), at.start);
      return `${at.file.slice(at.file.lastIndexOf('/') + 1)}:${line}:${column} ${code}`;
    });

const textCodes = ['YAML_SYNTAX', 'HELM_TEMPLATE', 'ALIAS_CYCLE', 'DUPLICATE_KEY', 'NESTING_TOO_DEEP', 'FILE_BINARY'];

const scalarsOf = (node: SourceNode): readonly SourceScalar[] => {
  if (node.type === 'scalar') return [node];
  if (node.type === 'alias') return [];
  if (node.type === 'seq') return node.items.flatMap(scalarsOf);
  return node.entries.flatMap(({ key, value }) => [key, ...scalarsOf(value)]);
};

/** Ends before it starts, lies outside its parent or before its elder sibling. */
const isMisplaced = (node: SourceNode, from: number, to: number): boolean => {
  const { start, end } = node.range;
  if (start < from || end > to || end < start) return true;
  if (node.type === 'seq') {
    return node.items.some((item, index) => isMisplaced(item, node.items[index - 1]?.range.end ?? start, end));
  }
  if (node.type !== 'map') return false;
  return node.entries.some(
    ({ key, value, range }, index) =>
      range.start < (node.entries[index - 1]?.range.end ?? start) ||
      isMisplaced(key, range.start, range.end) ||
      isMisplaced(value, key.range.end, range.end),
  );
};

/** Whether the characters in the range of a scalar are that scalar's (of an alias used as a key, the alias). */
const isWrittenAt = (file: string, { range, text, style }: SourceScalar): boolean => {
  const written = file.slice(range.start, range.end);
  if (style === 'plain') return written === text || written.includes('\n') || written.startsWith('*');
  if (style === 'single') return /^'[^]*'$/.test(written);
  return style === 'double' ? /^"[^]*"$/.test(written) : /^[|>]/.test(written);
};

const folders = isThere
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

describe.skipIf(!isThere)('real manifests', () => {
  it.each([
    ['online-boutique/kubernetes-manifests', []],
    ['online-boutique/kustomize', []],
    ['sock-shop', []],
    ['argo-cd', []],
    ['npguard-acs', []],
    ['npguard-dumps', []],
    ['biohazard-apps', []],
    ['tholinka-home-ops', []],
    ['nca-calico', []],
    [
      'network-policy-api-examples',
      ['user-story-4-v1.yaml:11:31 YAML_SYNTAX', 'user-story-4-v2.yaml:10:31 YAML_SYNTAX'],
    ],
    [
      'bad-input-a',
      [
        'document_with_syntax_error.yaml:225:19 HELM_TEMPLATE',
        'backend.yaml:17:17 HELM_TEMPLATE',
        'frontend.yaml:17:17 HELM_TEMPLATE',
        'pods.yaml:1828:19 HELM_TEMPLATE',
        'pod.yaml:12:1 YAML_SYNTAX',
        'single_bracket.json:1:1 YAML_SYNTAX',
      ],
    ],
  ])(
    'in %s are read, but for what is known to be broken',
    (folder, broken) => {
      expect(problemsOf(parseFolder(folder), textCodes).toSorted()).toEqual(broken.toSorted());
    },
    60_000,
  );

  it.each(folders)(
    'in %s have ranges that lie where the values are',
    (folder) => {
      for (const { documents, source } of parseFolder(folder).files) {
        for (const { root, range } of documents) {
          if (root === null) continue;
          expect(isMisplaced(root, range.start, range.end), source.path).toBe(false);
          expect(
            scalarsOf(root).filter((scalar) => !isWrittenAt(source.text, scalar)),
            source.path,
          ).toEqual([]);
        }
      }
    },
    60_000,
  );

  it('have quoted values that read the same alone as in their place', () => {
    for (const { documents, source } of parseFolder('sock-shop').files) {
      for (const { root } of documents) {
        for (const { range, text, style } of root === null ? [] : scalarsOf(root)) {
          if (style !== 'single' && style !== 'double') continue;
          const alone = source.text.slice(range.start, range.end);
          expect(parseDocument(alone, { start: 0, end: alone.length }).root).toMatchObject({ text });
        }
      }
    }
  });
});
