import { expect, type Page } from '../support/browser.ts';
import { choose } from './combobox.ts';
import { readDownload } from './files.ts';

/** All ways out. */
export function createExporting(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const open = async (): Promise<void> => {
    if (await dialog.isVisible()) return;
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(dialog).toBeVisible();
  };
  const take = async (button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    await open();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readDownload(download) };
  };
  return {
    dialog,
    open,
    /** As shown, not as downloaded. */
    shownPatch: dialog.getByRole('region', { name: 'Patch' }),
    patch: () => take('Download patch'),
    zip: () => take('Download zip'),
    /** The view in the centre as a picture. */
    picture: (format: 'SVG' | 'PNG' | 'draw.io' | 'Mermaid' | 'Graphviz') => take(`Download ${format}`),
    async file(path: string) {
      await open();
      await choose(dialog, page, { label: 'File', query: path });
      return take('Download file');
    },
    /** Puts it on the clipboard. */
    async copyDocument(path: string, document: string) {
      await open();
      await choose(dialog, page, { label: 'File', query: path });
      await choose(dialog, page, { label: 'Document', query: document });
      await dialog.getByRole('button', { name: 'Copy document' }).click();
    },
    async close() {
      await dialog.getByRole('button', { name: 'Close' }).click();
    },
  };
}
