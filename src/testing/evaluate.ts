import { toSnapshotRows } from '../engine/report/toSnapshotRows.ts';
import { toWorkspaceView } from '../engine/report/snapshot/toWorkspaceView.ts';
import type { WorkspaceSnapshot } from '../engine/WorkspaceSnapshot.ts';
import { analyseFiles } from './analyse.ts';

/** What the screen gets of these files, where what they do not say is uncertain. */
export const evaluate = (files: readonly { path: string; text: string }[]): WorkspaceSnapshot =>
  toWorkspaceView(toSnapshotRows(analyseFiles(files, { assumeComplete: false })));
