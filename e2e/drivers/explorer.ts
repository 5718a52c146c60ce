import type { Page } from '../support/browser.ts';

/** Namespaces, workloads and policies as lists. */
export function createExplorer(page: Page) {
  const tabs = page.getByRole('tablist', { name: 'Explorer' });
  const tree = page.getByRole('tree', { name: 'Namespaces and workloads' });
  const search = page.getByRole('searchbox', { name: 'Search workloads' });
  return {
    tree,
    search,
    /** By the name of what it is; the row says more about it. */
    row: (name: string) => tree.getByRole('treeitem').filter({ has: page.getByText(name, { exact: true }) }),
    rows: tree.getByRole('treeitem'),
    policies: page.getByRole('tree', { name: 'Policies' }),
    async show(tab: 'Explorer' | 'Policies' | 'Files') {
      await tabs.getByRole('tab', { name: tab }).click();
    },
  };
}
