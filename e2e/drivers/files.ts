import { readFile } from 'node:fs/promises';
import { expect, type Page } from '../support/browser.ts';
import type { Download } from '../support/browser.ts';

/** The bytes of a file that the browser saves. */
export async function readDownload(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** The list of files, and their bytes as the app hands them out. */
export function createFiles(page: Page) {
  const tree = page.getByRole('tree', { name: 'Files' });
  const show = async (): Promise<void> => {
    const tab = page.getByRole('tablist', { name: 'Explorer' }).getByRole('tab', { name: 'Files' });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await expect(tree).toBeVisible();
  };
  const row = (path: string) => tree.locator('[role=treeitem]').filter({ has: page.locator(`[title="${path}"]`) });

  return {
    row,
    rows: tree.getByRole('treeitem'),
    show,
    async open(path: string) {
      await show();
      await row(path).click();
      await expect(page.getByRole('tabpanel', { name: path })).toBeVisible();
    },
    /** Byte for byte what would be taken away now. */
    async bytes(path: string): Promise<Buffer> {
      await show();
      await row(path).hover();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        row(path)
          .getByRole('button', { name: /^Download/ })
          .click(),
      ]);
      return readDownload(download);
    },
    async text(path: string): Promise<string> {
      return (await this.bytes(path)).toString('utf8');
    },
    async remove(path: string) {
      await show();
      await row(path).hover();
      await row(path)
        .getByRole('button', { name: /^Remove/ })
        .click();
    },
  };
}

export type Files = ReturnType<typeof createFiles>;
