import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findShared, skipNote } from '../testing/oracles/sharedFolder.ts';
import { runCli } from './runCli.ts';

/** The verdicts that docs/explanations.md shows: the set, the question, and what was printed. */
const text = readFileSync(new URL('../../docs/explanations.md', import.meta.url), 'utf8');
const shown = [...text.matchAll(/```text\n# (\S+)\n\$ polder can (.+)\n([^`]+)```/g)].map(
  ([, set, question, printed]) => ({ set: set!, question: question!, printed: printed! }),
);

/** Where a set's manifests are, and what its files are called by in the text. */
const locate = (corpus: string, set: string): { readonly paths: readonly string[]; readonly prefix: string } => {
  if (set !== 'online-boutique') {
    const tests = `${corpus}/npguard-dumps/tests/`;
    return { paths: [`${tests}${set.replace('npguard-dumps/', '')}`], prefix: tests };
  }
  const policies = `${corpus}/online-boutique/kustomize/components/network-policies`;
  return { paths: [`${corpus}/online-boutique/kubernetes-manifests`, policies], prefix: `${policies}/` };
};

describe('the verdicts in docs/explanations.md', () => {
  it('are ten flows and ten that are none', () => {
    expect(shown.map(({ printed }) => printed.split('\n')[0]!.endsWith(': allowed'))).toEqual([
      ...Array.from({ length: 10 }, () => true),
      ...Array.from({ length: 10 }, () => false),
    ]);
  });

  const corpus = findShared('corpus');
  for (const { set, question, printed } of shown) {
    it.skipIf(corpus === undefined)(`${set}: can ${question}${skipNote('corpus', corpus)}`, async () => {
      const { paths, prefix } = locate(corpus ?? '', set);
      let stdout = '';
      await runCli(['can', ...question.split(' '), ...paths], {
        readStdin: () => Promise.reject(new Error('nobody reads stdin')),
        stdout: (part) => (stdout += part),
        stderr: () => undefined,
      });
      expect(stdout.replaceAll(prefix, '')).toBe(printed);
    });
  }
});
