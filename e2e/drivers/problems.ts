import type { Page } from '../support/browser.ts';

/** What could not be read or needs a look. */
export function createProblems(page: Page) {
  const tree = page.getByRole('tree', { name: 'Problems' });
  const summary = page.getByRole('button', { name: /^Problems:/ });
  return {
    /** In the status bar: `Problems: 1 error, 0 warnings`. */
    summary,
    tree,
    rows: tree.locator('[role=treeitem][aria-level="2"]'),
    row: (words: string | RegExp) => tree.getByRole('treeitem', { name: words }),
    async show() {
      await summary.click();
    },
  };
}
