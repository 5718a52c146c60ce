import { expect, test } from './drivers/test.ts';
import { findBarriers } from './support/axe.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in a ${colorScheme} system`, () => {
    test.use({ colorScheme });
    const scope = colorScheme === 'light' ? 'all' : 'theme';

    test('the map, a selected workload and its details have no barrier', async ({ polder }) => {
      const { canvas, page } = polder;
      await polder.open({ sample: 'shop' });
      await expect(canvas.cards).toHaveCount(7);
      expect(await findBarriers(page, scope)).toEqual([]);
      await canvas.selectCard('shop/Deployment/api');
      await expect(polder.inspector.title).toHaveText('api');
      expect(await findBarriers(page, scope)).toEqual([]);
    });

    test('a large map seen from afar has no barrier', async ({ polder }) => {
      await polder.open({ sample: 'platform' });
      await expect(polder.canvas.cards.first()).toBeAttached();
      expect(await findBarriers(polder.page, scope)).toEqual([]);
    });

    test('a flow, the problems and the policies have no barrier', async ({ polder }) => {
      const { canvas, page } = polder;
      await polder.open({ sample: 'shop-mistakes' });
      await expect(canvas.edges.first()).toBeAttached();
      await canvas.edges.first().dispatchEvent('click');
      await polder.problems.show();
      expect(await findBarriers(page, scope)).toEqual([]);
      await page.getByRole('tab', { name: 'Policies' }).click();
      expect(await findBarriers(page, scope)).toEqual([]);
    });

    test('dialogs, menus and the panels of the map have no barrier', async ({ polder }) => {
      const { canvas, page } = polder;
      await polder.open({ sample: 'shop' });
      await expect(canvas.cards).toHaveCount(7);
      for (const name of ['Filter', 'Hide', 'Views']) {
        await canvas.toolbar.getByRole('button', { name }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findBarriers(page, scope)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
      }
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findBarriers(page, scope)).toEqual([]);
      await page.keyboard.press('Escape');
      await polder.importing.openDialog();
      expect(await findBarriers(page, scope)).toEqual([]);
    });
  });
}
