import type { Page } from '../support/browser.ts';

/** The workspace now against how it was imported. */
export function createChanges(page: Page) {
  const panel = page.getByRole('tabpanel', { name: /^Changes/ });
  const tree = panel.getByRole('tree', { name: 'Flow changes by cause' });
  return {
    panel,
    /** Lines of the files, and flows by what they follow from. */
    text: panel.getByRole('region', { name: 'Text changes' }),
    flows: panel.getByRole('region', { name: 'Flow changes' }),
    tree,
    causes: tree.locator('[role=treeitem][aria-level="1"]'),
    row: (words: string | RegExp) => tree.getByRole('treeitem', { name: words }),
    file: (path: string) => panel.getByRole('region', { name: `Changes in ${path}` }),
    async show() {
      await page.getByTitle('Files changed since the import').click();
    },
  };
}
