import { expect, type Page } from '../support/browser.ts';

/** What this browser keeps. */
export function createWorkspaces(page: Page) {
  const button = page.getByRole('button', { name: /^Workspace: / });
  const menu = page.getByRole('menu');
  const dialog = page.getByRole('dialog', { name: 'Workspaces' });
  const openMenu = async (): Promise<void> => {
    await button.click();
    await expect(menu).toBeVisible();
  };
  return {
    button,
    dialog,
    list: dialog.getByRole('list', { name: 'Workspaces' }).getByRole('listitem'),
    confirm: page.getByRole('dialog').filter({ hasText: '?' }),
    openMenu,
    menuItem: (name: string) => menu.getByText(name, { exact: true }),
    async switchTo(name: string) {
      await openMenu();
      await menu.getByText(name, { exact: true }).click();
    },
    async manage() {
      await openMenu();
      await menu.getByText('Rename, delete, new…').click();
      await expect(dialog).toBeVisible();
    },
    async rename(name: string) {
      await this.manage();
      await dialog.getByRole('textbox', { name: 'Name of the open workspace' }).fill(name);
      await dialog.getByRole('button', { name: 'Rename' }).click();
      await page.keyboard.press('Escape');
    },
    async clear() {
      await openMenu();
      await menu.getByText('Clear this workspace…').click();
    },
  };
}
