import { requireServices } from '../services.ts';
import { polder } from '../store.ts';
import { watchHints } from './hintActions.ts';
import { openSample } from './importActions.ts';
import { noticeOtherTab } from './saveActions.ts';
import { openWorkspace, refreshWorkspaces } from './workspaceActions.ts';

/** The sample that a first visit shows. */
const firstSample = 'shop';

/**
 * Shows what was open last, else the sample that `sample` names, else the first one; and listens to other tabs and to the
 * page being left.
 */
export async function start({ sample }: { readonly sample: string | null }): Promise<void> {
  const { storage } = requireServices();
  storage.subscribe(({ id, version }) => {
    if (id === polder.getState().workspace.id) noticeOtherTab(version);
    void refreshWorkspaces();
  });
  watchHints();
  await refreshWorkspaces();
  if (sample !== null) return openSample(sample);
  const last = await storage.lastOpened();
  if (last !== null && (await openWorkspace(last))) return;
  await openSample(firstSample);
}
