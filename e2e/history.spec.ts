import { expect, test } from './drivers/test.ts';

const shop = 'shop/shop-policies.yaml';
const ingress = 'shop/ingress-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';

test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

test('typing and drawing, in several files, are one history: taken back and made again in order', async ({
  polder,
}) => {
  const { allowDialog, canvas, editor, files } = polder;
  const texts = async () => [await files.text(ingress), await files.text(shop)];
  const steps = [await texts()];

  await editor.replace(ingress, '6443', '6444');
  await expect(polder.undoButton).toBeEnabled();
  steps.push(await texts());
  await canvas.drawEdge(web, cache);
  await allowDialog.apply();
  await expect(canvas.edge(web, cache)).toBeAttached();
  steps.push(await texts());
  await editor.replace(shop, '5432', '5433');
  await expect(canvas.edge(api, 'shop/StatefulSet/database')).toHaveCount(0);
  steps.push(await texts());

  for (const step of steps.toReversed().slice(1)) {
    await polder.undo();
    expect(await texts()).toEqual(step);
  }
  await expect(polder.undoButton).toBeDisabled();
  await expect(polder.changes).toHaveText('No changes');
  await expect(canvas.edge(api, 'shop/StatefulSet/database')).toBeAttached();
  await expect(canvas.edge(web, cache)).toHaveCount(0);

  for (const step of steps.slice(1)) {
    await polder.redo();
    expect(await texts()).toEqual(step);
  }
  await expect(polder.redoButton).toBeDisabled();
  await expect(canvas.edge(web, cache)).toBeAttached();
  await expect(polder.changes).toHaveText('2 files changed');
});

test('Ctrl+Z in the editor takes back the last step, whoever made it', async ({ polder }) => {
  const { allowDialog, canvas, editor, page } = polder;
  await canvas.drawEdge(web, cache);
  await allowDialog.apply();
  await expect(canvas.edge(web, cache)).toBeAttached();
  await editor.text.click();
  await page.keyboard.press('Control+Z');
  await expect(canvas.edge(web, cache)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(canvas.edge(web, cache)).toBeAttached();
});

test('a removed file comes back by undo, as it was', async ({ polder }) => {
  const { canvas, files } = polder;
  const before = await files.bytes(shop);
  await files.remove(shop);
  await expect(files.row(shop)).toHaveCount(0);
  await expect(polder.status).toContainText('4 policies');
  await polder.undo();
  await expect(canvas.edge(web, api)).toBeAttached();
  expect(await files.bytes(shop)).toEqual(before);
  await expect(polder.changes).toHaveText('No changes');
});

test('a new step forgets what could be made again', async ({ polder }) => {
  await polder.editor.replace(shop, '5432', '5433');
  await polder.undo();
  await expect(polder.redoButton).toBeEnabled();
  await polder.editor.replace(shop, '6379', '6380');
  await expect(polder.redoButton).toBeDisabled();
});
