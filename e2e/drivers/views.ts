import { expect, type Page } from '../support/browser.ts';

/** The three ways to look at the flows, and the matrix and the list themselves. */
export function createViews(page: Page) {
  const matrix = page.getByTestId('policy-matrix');
  const list = page.getByTestId('flow-list');
  const grid = list.getByRole('grid', { name: 'Flows' });
  const show = async (name: 'Graph' | 'Matrix' | 'List') => {
    await page.getByRole('tablist', { name: 'View' }).getByRole('tab', { name }).click();
  };
  return {
    show,
    tab: (name: 'Graph' | 'Matrix' | 'List') => page.getByRole('tablist', { name: 'View' }).getByRole('tab', { name }),
    matrix: {
      view: matrix,
      /** What takes the keys. */
      stage: matrix.getByRole('application'),
      /** The cell where the keyboard is, in words. */
      words: matrix.getByTestId('matrix-words'),
      /** What the pointer is told. */
      tip: matrix.getByTestId('matrix-tip'),
      async show() {
        await show('Matrix');
        await expect(matrix).toBeVisible();
      },
      /** By an item of the menu above it. */
      async choose(item: string) {
        await page.getByRole('button', { name: /^By (name|flows|isolation|similarity)$/ }).click();
        await page.getByRole('menu').getByText(item, { exact: true }).click();
      },
      /** To the first cell, then by keys. */
      async walk(...keys: string[]) {
        await matrix.getByRole('application').press('Control+Home');
        for (const key of keys) await page.keyboard.press(key);
      },
      /** Whether anything but ground is drawn. */
      async hasPixels(): Promise<boolean> {
        return matrix.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          const colours = new Set(new Uint32Array(data.buffer));
          return colours.size > 10;
        });
      },
    },
    list: {
      view: list,
      grid,
      /** Without the headers. */
      rows: grid.getByRole('row').filter({ has: page.getByRole('gridcell') }),
      row: (text: string | RegExp) => grid.getByRole('row').filter({ hasText: text }),
      header: (name: string) => grid.getByRole('columnheader', { name }),
      summary: list.getByRole('status'),
      search: list.getByRole('textbox', { name: 'Search flows' }),
      async show() {
        await show('List');
        await expect(list).toBeVisible();
      },
      async filter(name: 'Namespace' | 'Direction' | 'Verdict' | 'Protocol', option: string) {
        await list.getByRole('combobox', { name }).selectOption({ label: option });
      },
      async port(number: string) {
        await list.getByRole('textbox', { name: 'Port' }).fill(number);
      },
      async toggleOpen() {
        await list.getByRole('checkbox', { name: 'Open by default' }).click();
      },
      async copy(as: 'CSV' | 'Markdown') {
        await list.getByRole('button', { name: 'Copy' }).click();
        await page.getByRole('menuitem', { name: `Copy as ${as}` }).click();
      },
    },
  };
}
