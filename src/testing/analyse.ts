import { analyseManifests, type Analysis } from '../engine/analyseManifests.ts';
import type { Connectivity } from '../engine/connectivity/Connectivity.ts';
import { toFilePath } from '../engine/manifest/SourceFile.ts';

/** The whole engine at once: files of manifests in, connectivity and problems out. */
export const analyseFiles = (files: readonly { path: string; text: string }[]): Analysis =>
  analyseManifests(files.map(({ path, text }) => ({ path: toFilePath(path), text })));

/** Connectivity of the manifests in one YAML text. */
export const analyse = (text: string): Connectivity => analyseFiles([{ path: 'test.yaml', text }]).connectivity;
