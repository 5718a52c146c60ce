import { expect, type Page } from '../support/browser.ts';
import { choose } from './combobox.ts';

/** What both dialogs show before anything is written. */
function createPreview(page: Page, title: string) {
  const dialog = page.getByRole('dialog', { name: title });
  const preview = dialog.getByRole('region', { name: 'Preview' });
  return {
    dialog,
    preview,
    /** From → to: before → after. */
    changes: preview.getByRole('list', { name: /^Flows that change/ }).getByRole('listitem'),
    /** The alternatives, the preferred one first. */
    ways: preview.getByRole('radio'),
    /** The YAML that is written, with signs before added and removed lines. */
    written: (path: string) => preview.getByRole('region', { name: `Changes in ${path}` }),
    async cancel() {
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    },
  };
}

export function createAllowDialog(page: Page) {
  const preview = createPreview(page, 'Allow a flow');
  const { dialog } = preview;
  return {
    ...preview,
    from: dialog.getByRole('combobox', { name: /^From / }).first(),
    to: dialog.getByRole('combobox', { name: /^To / }).first(),
    /** In the list of ends, while it is open. */
    search: page.getByPlaceholder('Type to search'),
    port: (name: string | RegExp) => dialog.getByRole('checkbox', { name }),
    ports: dialog.getByRole('checkbox'),
    async chooseTarget(query: string) {
      await choose(dialog, page, { label: 'To', query });
    },
    async addPort(port: string) {
      await dialog.getByRole('textbox', { name: 'Another port or range' }).fill(port);
      await dialog.getByRole('button', { name: 'Add port' }).click();
    },
    async apply() {
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await expect(dialog).toBeHidden();
    },
  };
}

export function createDenyDialog(page: Page) {
  const preview = createPreview(page, 'Deny a flow');
  const { dialog } = preview;
  return {
    ...preview,
    async deny() {
      await dialog.getByRole('button', { name: 'Deny' }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
