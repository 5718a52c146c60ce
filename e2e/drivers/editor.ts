import { expect, type Page } from '../support/browser.ts';
import type { Files } from './files.ts';

/** The YAML editor, used as a person does: caret, selection, keys. */
export function createEditor(page: Page, files: Files) {
  const text = page.getByTestId('yaml-editor');
  const lines = text.locator('.view-lines');

  const goTo = async (line: number, column: number): Promise<void> => {
    await text.click();
    await page.keyboard.press('Control+G');
    const field = page.locator('.quick-input-widget input');
    await expect(field).toBeVisible();
    await field.fill(`:${line}:${column}`);
    await field.press('Enter');
    await expect(field).toBeHidden();
  };

  return {
    text,
    lines,
    /** Lines that say why: those of the rules that allow the selected flow. */
    highlighted: text.locator('.polder-highlight'),
    /** Lines just jumped to. */
    revealed: text.locator('.polder-revealed'),
    /** Squiggles under what is wrong. */
    errors: text.locator('.squiggly-error'),
    tab: (path: string) =>
      page
        .getByRole('tablist', { name: 'Open files' })
        .locator('[role=tab]')
        .and(page.getByTitle(path, { exact: true })),
    open: files.open,
    goTo,
    /** The caret before the first place of `words` in the file. */
    async putCaret(path: string, words: string) {
      const before = await files.text(path);
      const at = before.indexOf(words);
      if (at < 0) throw new Error(`“${words}” is not in ${path}.`);
      await files.open(path);
      const above = before.slice(0, at).split(/\r\n|\n/);
      await goTo(above.length, (above.at(-1) ?? '').length + 1);
    },
    /** Selects the first place of `words` and types over it. */
    async replace(path: string, words: string, typed: string) {
      await this.putCaret(path, words);
      for (let count = 0; count < words.length; count += 1) await page.keyboard.press('Shift+ArrowRight');
      if (typed === '') await page.keyboard.press('Delete');
      else await page.keyboard.type(typed);
    },
    async type(typed: string) {
      await page.keyboard.type(typed);
    },
  };
}
