import { expect, test } from './drivers/test.ts';

const shop = 'shop/shop-policies.yaml';
const ingress = 'shop/ingress-policies.yaml';
const web = 'shop/Deployment/web';
const cache = 'shop/Deployment/cache';

test('the history lists every step by name, and any point of it can be gone back to', async ({ polder }) => {
  const { allowDialog, canvas, editor, files, history } = polder;
  await polder.open({ sample: 'shop' });
  const texts = async () => [await files.text(ingress), await files.text(shop)];
  const points = [await texts()];
  await editor.replace(ingress, '6443', '6444');
  points.push(await texts());
  await canvas.drawEdge(web, cache);
  await allowDialog.apply();
  await expect(canvas.edge(web, cache)).toBeAttached();
  points.push(await texts());
  await editor.replace(shop, '5432', '5433');
  await expect.poll(texts).not.toEqual(points[2]);
  points.push(await texts());

  await history.open();
  await expect(history.rows).toHaveCount(4);
  await expect(history.rows.nth(0)).toContainText(`Typing in ${shop}`);
  await expect(history.rows.nth(1)).toContainText('Allow');
  await expect(history.rows.nth(2)).toContainText('ingress-policies.yaml');
  for (const [row, point] of [
    [2, 1],
    [0, 3],
    [3, 0],
    [1, 2],
  ] as const) {
    await history.open();
    await history.rows.nth(row).click();
    await expect(history.rows.nth(row)).toContainText('now');
    expect(await texts()).toEqual(points[point]);
  }
  await expect(canvas.edge(web, cache)).toBeAttached();
});

test('the caret stays where it was when the text changes around it', async ({ polder }) => {
  const { editor, history } = polder;
  await polder.open({ sample: 'shop' });
  await editor.replace(shop, '# Start from nothing', '# Start\n# from nothing');
  await editor.putCaret(shop, 'name: cache');
  await history.open();
  await history.rows.last().click();
  await expect(polder.changes).toHaveText('No changes');
  await editor.show();
  await editor.focus();
  await editor.type('x');
  await expect.poll(() => polder.files.text(shop)).toContain('xname: cache');
});
