import { analyseManifests, type Analysis, type FilePath, type SourceFile } from '../engine/analysis.ts';
import type { OriginalFile } from './protocol.ts';

/** The workspace before all changes, evaluated once and kept until the originals are others. */
export interface Baseline {
  /** An evaluation that may be it: taken when it is the first, as nothing has changed in most workspaces that are opened. */
  offer(files: readonly SourceFile[], analysis: Analysis): void;
  /** The originals in place of the files as they are now, by the same switch as these. */
  evaluate(
    files: readonly SourceFile[],
    originals: readonly OriginalFile[],
    options: { readonly assumeComplete: boolean },
  ): Analysis;
}

export function createBaseline(): Baseline {
  let known: { readonly files: readonly SourceFile[]; readonly analysis: Analysis } | null = null;
  return {
    offer: (files, analysis) => {
      known ??= { files, analysis };
    },
    evaluate: (files, originals, { assumeComplete }) => {
      const wanted = toOriginals(files, originals);
      const fits = known?.analysis.connectivity.knowledge.assumesComplete === assumeComplete;
      if (known === null || !fits || !hasSameTexts(known.files, wanted)) {
        // Without what was known before: a document that is broken in the original has no last good meaning.
        known = { files: wanted, analysis: analyseManifests(wanted, { assumeComplete }) };
      }
      return known.analysis;
    },
  };
}

function toOriginals(files: readonly SourceFile[], originals: readonly OriginalFile[]): readonly SourceFile[] {
  const texts = new Map<FilePath, string | null>(originals.map(({ path, text }) => [path, text]));
  const here = new Set(files.map(({ path }) => path));
  const present = files.flatMap((file): SourceFile[] => {
    const text = texts.get(file.path);
    if (text === undefined) return [file];
    return text === null ? [] : [{ path: file.path, text }];
  });
  const gone = originals.flatMap(({ path, text }) => (here.has(path) || text === null ? [] : [{ path, text }]));
  return [...present, ...gone];
}

const hasSameTexts = (a: readonly SourceFile[], b: readonly SourceFile[]): boolean =>
  a.length === b.length && a.every(({ path, text }, index) => path === b[index]!.path && text === b[index]!.text);
