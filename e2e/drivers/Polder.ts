import { expect, type Page } from '../support/browser.ts';
import { createAllowDialog, createDenyDialog } from './flowDialogs.ts';
import { createCanvas } from './canvas.ts';
import { createChanges } from './changes.ts';
import { createEditor } from './editor.ts';
import { createExplorer } from './explorer.ts';
import { createExporting } from './exporting.ts';
import { createFiles } from './files.ts';
import { createHistory } from './history.ts';
import { createImporting } from './importing.ts';
import { createInspector } from './inspector.ts';
import { createKnowledge } from './knowledge.ts';
import { createPalette } from './palette.ts';
import { createPlanDialog } from './planDialog.ts';
import { createPolicyForm } from './policyForm.ts';
import { createProblems } from './problems.ts';
import { createViews } from './views.ts';
import { createWorkspaces } from './workspaces.ts';

export type SampleId = 'shop' | 'shop-mistakes' | 'platform';

/** The whole app in the words of its users. */
export function createPolder(page: Page) {
  const canvas = createCanvas(page);
  const explorer = createExplorer(page);
  const files = createFiles(page);
  const banner = page.getByRole('banner');
  const dialog = page.getByRole('dialog');
  const status = page.getByRole('contentinfo', { name: 'Status' });
  const ready = () => expect(canvas.stage).toBeVisible();

  return {
    page,
    canvas,
    files,
    editor: createEditor(page, files),
    comparison: createChanges(page),
    explorer,
    policyForm: createPolicyForm(page, explorer),
    history: createHistory(page),
    inspector: createInspector(page),
    allowDialog: createAllowDialog(page),
    denyDialog: createDenyDialog(page),
    importing: createImporting(page),
    exporting: createExporting(page),
    knowledge: createKnowledge(page),
    palette: createPalette(page),
    plan: createPlanDialog(page),
    problems: createProblems(page),
    workspaces: createWorkspaces(page),
    views: createViews(page),
    /** Whichever is open. */
    dialog,
    status,
    /** What limits the verdicts, above the graph. */
    notices: page.getByRole('region', { name: 'Notices' }),
    leftOut: page.getByRole('region', { name: 'Left out' }),
    invitation: page.getByRole('region', { name: 'Open your own manifests' }),
    toasts: page.getByRole('region', { name: /Notifications/ }),
    undoButton: banner.getByRole('button', { name: /^Undo/ }),
    redoButton: banner.getByRole('button', { name: /^Redo/ }),
    changes: page.getByTitle('Files changed since the import'),

    /** As a bookmark or a typed address would. */
    async open({ sample }: { readonly sample?: SampleId } = {}) {
      await page.goto(sample === undefined ? '/' : `/?sample=${sample}`);
      await ready();
    },
    async reload() {
      await page.reload();
      await ready();
    },
    ready,
    /** Nothing waits to be written any more. */
    async saved() {
      await expect(status).toContainText('Saved');
    },
    async undo() {
      await banner.getByRole('button', { name: /^Undo/ }).click();
    },
    async redo() {
      await banner.getByRole('button', { name: /^Redo/ }).click();
    },
    async openView(item: string) {
      await page.getByRole('button', { name: 'View and help' }).click();
      await page.getByRole('menu').getByText(item, { exact: true }).click();
    },
  };
}

export type Polder = ReturnType<typeof createPolder>;
