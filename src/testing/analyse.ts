import { analyseManifests, type Analysis, type AnalysisOptions } from '../engine/analyseManifests.ts';
import type { Connectivity } from '../engine/connectivity/Connectivity.ts';
import { toFilePath } from '../engine/manifest/SourceFile.ts';

/** The whole engine at once: files of manifests in, connectivity and problems out. Complete unless told otherwise. */
export const analyseFiles = (
  files: readonly { path: string; text: string }[],
  { assumeComplete = true, ...options }: AnalysisOptions = {},
): Analysis =>
  analyseManifests(
    files.map(({ path, text }) => ({ path: toFilePath(path), text })),
    { ...options, assumeComplete },
  );

/** Connectivity of the manifests in one YAML text, where what it does not say is taken as absent. */
export const analyse = (text: string): Connectivity => analyseFiles([{ path: 'test.yaml', text }]).connectivity;

/** The same, where what the text does not say is uncertain. */
export const analyseOpen = (text: string): Connectivity =>
  analyseFiles([{ path: 'test.yaml', text }], { assumeComplete: false }).connectivity;
