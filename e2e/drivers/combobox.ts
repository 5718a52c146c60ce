import type { Locator, Page } from '../support/browser.ts';

/** Chooses what `query` finds first in the field with this label. */
export async function choose(
  within: Locator,
  page: Page,
  { label, query }: { readonly label: string; readonly query: string },
): Promise<void> {
  const search = page.getByPlaceholder('Type to search');
  if (!(await search.isVisible())) await within.getByRole('combobox', { name: new RegExp(`^${label} `) }).click();
  await search.fill(query);
  await search.press('Enter');
  await search.waitFor({ state: 'hidden' });
}
