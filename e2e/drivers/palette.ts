import { expect, type Page } from '../support/browser.ts';

/** Everything by name. */
export function createPalette(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  return {
    dialog,
    options: dialog.getByRole('option'),
    async open() {
      await page.keyboard.press('Control+K');
      await expect(dialog.getByRole('combobox')).toBeFocused();
    },
    /** Opens it, types, takes the first. */
    async run(words: string) {
      await this.open();
      await page.keyboard.type(words);
      await expect(dialog.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Enter');
    },
  };
}
