import { expect, type Page } from '../support/browser.ts';
import type { Files } from './files.ts';

/** The YAML editor, used as a person does: caret, selection, keys. */
export function createEditor(page: Page, files: Files) {
  const text = page.getByTestId('yaml-editor');
  const lines = text.locator('.view-lines');
  /** What is said about the word at the caret. */
  const hover = page.locator('.monaco-hover:visible');

  const goTo = async (line: number, column: number): Promise<void> => {
    await text.click();
    await page.keyboard.press('Control+G');
    const field = page.locator('.quick-input-widget input');
    await expect(field).toBeVisible();
    await field.fill(`:${line}:${column}`);
    await field.press('Enter');
    await expect(field).toBeHidden();
    // The focus comes back a moment later; keys before it are lost.
    await expect(page.locator('.monaco-editor.focused').first()).toBeVisible();
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
    warnings: text.locator('.squiggly-warning'),
    /** Places of something in other files, shown inside the text. */
    peek: text.locator('.peekview-widget'),
    /** The list of lines, objects or commands above the text. */
    quickInput: page.locator('.quick-input-widget'),
    /** A line above a policy or rule that says this. */
    lens: (title: string) => text.locator('.codelens-decoration a').filter({ hasText: title }),
    /** What is offered at the caret under this name. */
    suggestion: (label: string) =>
      page
        .locator('.suggest-widget .monaco-list-row')
        .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) }),
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
    /** Selects `words`, which stand in the first place of `within`. */
    async select(path: string, within: string, words: string) {
      await this.putCaret(path, within);
      for (let count = 0; count < within.indexOf(words); count += 1) await page.keyboard.press('ArrowRight');
      for (let count = 0; count < words.length; count += 1) await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Delete');
    },
    async appendTo(path: string, typed: string) {
      await files.open(path);
      await text.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(typed);
    },
    /** Asks for suggestions at the caret until this one is there. Lenses that arrive may move the caret out of view, and suggestions away. */
    async suggest(label: string) {
      await expect(async () => {
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Control+Space');
        await expect(this.suggestion(label)).toBeVisible({ timeout: 3000 });
      }).toPass();
    },
    /** Takes what is offered first. */
    async accept() {
      await page.keyboard.press('Enter');
    },
    /** Asks by key what the first place of `words` means, and reads the answer. */
    async expectMeaning(path: string, words: string, meaning: string | RegExp) {
      await this.putCaret(path, words);
      // A lens that arrives moves the lines, and what is said about them goes away.
      await expect(async () => {
        await page.keyboard.press('F1');
        await expect(hover).toContainText(meaning, { timeout: 3000 });
      }).toPass();
      await page.keyboard.press('Escape');
    },
    /** Chooses a quick fix at the caret by its name. */
    async fix(name: string) {
      const widget = page.locator('.action-widget');
      await expect(async () => {
        await page.keyboard.press('Control+.');
        await expect(widget.getByText(name)).toBeVisible({ timeout: 2000 });
      }).toPass();
      await widget.getByText(name).click();
    },
    async show() {
      await page.getByRole('tablist', { name: 'Dock' }).getByRole('tab', { name: 'Editor' }).click();
    },
    /** As the Tab key would, without moving the caret. */
    async focus() {
      await text.getByRole('textbox').focus();
    },
    async type(typed: string) {
      await page.keyboard.type(typed);
    },
  };
}
