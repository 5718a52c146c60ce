import { expect, type Page } from '../support/browser.ts';

/** Any dialog that shows what an intent would write and change, whatever its fields. */
export function createPlanDialog(page: Page) {
  const dialog = page.getByRole('dialog');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  return {
    dialog,
    preview,
    title: dialog.getByRole('heading', { level: 2 }),
    /** The alternatives, the preferred one first. */
    ways: preview.getByRole('radio'),
    consequences: preview.getByRole('list', { name: 'Consequences' }),
    changes: preview.getByRole('list', { name: 'Flows that change', exact: true }).getByRole('listitem'),
    others: preview.getByRole('list', { name: 'Flows that change besides' }).getByRole('listitem'),
    written: (path: string) => preview.getByRole('region', { name: `Changes in ${path}` }),
    field: (name: string) => dialog.getByLabel(name, { exact: true }),
    check: (name: string | RegExp) => dialog.getByRole('checkbox', { name }),
    /** Presses the main button, and waits for the engine to have said that it did what it said. */
    async apply(action: string) {
      await dialog.getByRole('button', { name: action, exact: true }).click();
      await expect(dialog).toBeHidden();
    },
    menu: page.getByRole('menu', { name: 'What is selected' }),
    async choose(item: string | RegExp) {
      await page.getByRole('menu', { name: 'What is selected' }).getByRole('menuitem', { name: item }).click();
      await expect(dialog).toBeVisible();
    },
  };
}
