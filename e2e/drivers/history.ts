import type { Page } from '../support/browser.ts';

/** The list of steps in the dock. */
export function createHistory(page: Page) {
  const tree = page.getByRole('tree', { name: 'History' });
  const rows = tree.getByRole('treeitem');
  return {
    tree,
    /** The newest first; the last one is the text before all steps. */
    rows,
    current: rows.filter({ hasText: 'now' }),
    async open() {
      await page.getByRole('tablist', { name: 'Dock' }).getByRole('tab', { name: 'History' }).click();
    },
  };
}
