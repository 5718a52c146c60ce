import { expect, test } from './drivers/test.ts';
import type { Locator } from './support/browser.ts';
import { findBarriers } from './support/axe.ts';

const policies = 'shop/shop-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';
const database = 'shop/StatefulSet/database';

test.describe('in the shop', () => {
  test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

  test('allowing: the ways side by side, chosen with the keyboard', async ({ polder, page }) => {
    const { allowDialog, canvas, files } = polder;
    await canvas.drawEdge(web, database);
    await expect(allowDialog.ways.first()).toBeChecked();
    expect(await allowDialog.ways.count()).toBeGreaterThan(2);
    await expect(allowDialog.ways.first()).toContainText('No other flow changes');
    await allowDialog.ways.first().focus();
    // The key is held until the focus has moved.
    await page.keyboard.press('ArrowDown', { delay: 100 });
    await expect(allowDialog.ways.nth(1)).toBeChecked();
    await expect(allowDialog.written(policies)).toContainText('port: postgres');
    expect(await findBarriers(page)).toEqual([]);
    await allowDialog.apply();
    expect(await files.text(policies)).toContain('port: postgres');
    await polder.undo();
    await expect(polder.changes).toHaveText('No changes');
  });

  test('allowing several at once, and the Internet', async ({ polder, page }) => {
    const { allowDialog, canvas, palette } = polder;
    await canvas.selectCard(web);
    await palette.run('Allow flow to');
    await allowDialog.chooseTarget('cache');
    await allowDialog.dialog.getByRole('button', { name: 'Another target' }).click();
    await page.keyboard.type('Internet');
    await page.keyboard.press('Enter');
    await allowDialog.port('Every port').check();
    await expect(allowDialog.written(policies)).toContainText('cidr: 0.0.0.0/0');
    await expect(allowDialog.written(policies)).toContainText('172.16.0.0/12');
    await expect(allowDialog.written(policies)).toContainText('app: cache');
    await allowDialog.apply();
    await expect(canvas.edge(web, cache)).toBeAttached();
  });

  test('addresses that are typed become a block with its exceptions', async ({ polder, page }) => {
    const { allowDialog, canvas } = polder;
    await canvas.selectCard(web);
    await canvas.stage.focus();
    await page.keyboard.press('a');
    await expect(allowDialog.search).toBeFocused();
    await page.keyboard.type('192.0.2.0/24 except 192.0.2.128/25');
    await page.keyboard.press('Enter');
    await allowDialog.addPort('443');
    await expect(allowDialog.written(policies)).toContainText('192.0.2.128/25');
  });

  test('denying: the first way takes nothing along, others say what they take', async ({ polder, page }) => {
    const { canvas, denyDialog, files } = polder;
    const before = await files.bytes(policies);
    await canvas.selectEdge(web, api);
    await canvas.stage.focus();
    await page.keyboard.press('Delete');
    await expect(denyDialog.ways.first()).toBeChecked();
    await expect(denyDialog.ways.first()).toContainText('No other flow changes');
    await denyDialog.deny();
    await expect(canvas.edge(web, api)).toHaveCount(0);
    await polder.undo();
    expect(await files.bytes(policies)).toEqual(before);
  });

  test('denying what a rule for all allows: narrower, and the coarse way beside it', async ({ polder, page }) => {
    const { canvas, denyDialog } = polder;
    await canvas.selectCard(web);
    await canvas.stage.focus();
    await page.keyboard.press('d');
    await expect(page.getByPlaceholder('Type to search')).toBeFocused();
    await page.keyboard.type('coredns');
    await page.keyboard.press('Enter');
    await expect(denyDialog.ways.nth(1)).toBeVisible();
    await expect(denyDialog.dialog.getByRole('list', { name: 'Consequences' })).toContainText('shop/web loses DNS');
    await expect(denyDialog.ways.last()).toContainText(/other flows? change/);
    await denyDialog.ways.last().click();
    await expect(denyDialog.preview.getByText('What else changes')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('isolating with names kept within reach, from the menu of a card; opening again', async ({ polder, page }) => {
    const { canvas, palette, plan } = polder;
    await canvas.card('kube-system/Deployment/coredns').click({ button: 'right', position: { x: 40, y: 12 } });
    await plan.choose(/^Isolate/);
    await expect(plan.title).toHaveText('Isolate kube-system/coredns');
    await expect(plan.check('Keep DNS within reach')).toBeChecked();
    await plan.check('Freeze what flows today').check();
    await expect(plan.preview).toContainText('What is written');
    await plan.apply('Isolate');
    await expect(polder.changes).toHaveText('1 file changed');
    await palette.run('Open: end the isolation');
    await plan.apply('Open');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(polder.changes).toHaveText('No changes');
  });

  test('renaming a namespace: what is in it moves along, and no flow changes', async ({ polder, page }) => {
    const { canvas, files, plan } = polder;
    await polder.explorer.row('shop').click();
    await canvas.stage.focus();
    await page.keyboard.press('F2');
    await plan.field('Name').fill('store');
    await expect(plan.preview).toContainText('None: the text changes');
    await plan.apply('Rename');
    await expect(canvas.card('store/Deployment/web')).toBeAttached();
    expect(await files.text(policies)).toContain('namespace: store');
    await polder.undo();
    await expect(polder.changes).toHaveText('No changes');
  });

  test('changing labels: the policies follow, or the workload falls out of them', async ({ polder }) => {
    const { canvas, palette, plan } = polder;
    await canvas.selectCard(cache);
    await palette.run('Change labels');
    await plan.field('Labels').fill('app=store, tier=backend');
    await expect(plan.ways).toHaveCount(2);
    await expect(plan.ways.first()).toContainText('follows');
    await plan.ways.last().click();
    await expect(plan.preview).toContainText(/no longer isolated|change/);
    await plan.apply('Apply');
    await polder.undo();
    await expect(polder.changes).toHaveText('No changes');
  });

  test('deleting a policy shows what breaks', async ({ polder, page }) => {
    const { canvas, plan } = polder;
    await polder.explorer.show('Policies');
    await polder.explorer.policies.getByRole('treeitem').filter({ hasText: 'allow-dns' }).first().click();
    await canvas.stage.focus();
    await page.keyboard.press('Shift+Delete');
    await expect(plan.preview).toContainText('loses DNS');
    await plan.apply('Delete');
    await expect(polder.changes).toHaveText('1 file changed');
    await polder.undo();
    await expect(polder.changes).toHaveText('No changes');
  });

  test('tidying says what it proves', async ({ polder }) => {
    const { palette, plan } = polder;
    await palette.run('Tidy the policies');
    await expect(plan.dialog).toContainText('no flow and no isolation changes');
    await expect(plan.preview).toContainText(/None: the text changes|Nothing can be said in fewer words/);
  });

  test('every intent begins at a card, by key and by menu', async ({ polder, page }) => {
    const { canvas, palette, plan } = polder;
    const intents = [
      { item: /^Allow flow to/, key: 'a', title: 'Allow a flow' },
      { item: /^Deny flow to/, key: 'd', title: 'Deny a flow' },
      { item: /^Isolate/, key: 'i', title: 'Isolate shop/web' },
      { item: /^Open: end/, words: 'Open: end the isolation', title: 'Open shop/web' },
      { item: /^Create a workload/, key: 'n', title: 'Create a workload' },
      { item: /^Create a namespace/, words: 'Create a namespace', title: 'Create a namespace' },
      { item: /^Create a policy/, key: 'p', title: 'Create a policy' },
      { item: /^Rename/, key: 'F2', title: 'Rename web' },
      { item: /^Change labels/, words: 'Change labels', title: 'Labels of web' },
      { item: /^Delete from/, key: 'Shift+Delete', title: 'Delete web' },
    ];
    /** Out of the list of ends, which is open at once where one is to be chosen, and out of the dialog. */
    const leave = async (heading: Locator) => {
      await expect(heading).toBeVisible();
      await expect(async () => {
        await page.keyboard.press('Escape');
        await expect(heading).toBeHidden({ timeout: 500 });
      }).toPass();
    };
    await canvas.selectCard(web);
    for (const { item, key, words, title } of intents) {
      const heading = page.getByRole('heading', { level: 2, name: title, exact: true, includeHidden: true });
      await canvas.stage.focus();
      await (key === undefined ? palette.run(words) : page.keyboard.press(key));
      await leave(heading);
      await canvas.card(web).click({ button: 'right', position: { x: 40, y: 12 } });
      await plan.menu.getByRole('menuitem', { name: item }).click();
      await leave(heading);
    }
    await expect(polder.changes).toHaveText('No changes');
  });

  test('the menu opens from the keyboard, in the explorer too', async ({ polder, page }) => {
    const { canvas, plan } = polder;
    await canvas.selectCard(web);
    await canvas.stage.focus();
    await page.keyboard.press('Shift+F10');
    await expect(plan.menu).toContainText('Isolate…');
    await page.keyboard.press('Escape');
    await expect(plan.menu).toBeHidden();
    await polder.explorer.row('shop').click({ button: 'right' });
    await expect(plan.menu).toContainText('Rename…');
  });
});

test('design from nothing: a namespace’s workloads and the flow between them', async ({ polder, page }) => {
  const { allowDialog, canvas, palette, plan } = polder;
  await polder.open({ sample: 'shop' });
  await palette.run('Clear this workspace');
  await page.getByRole('button', { name: 'Clear workspace' }).click();
  await page.getByRole('button', { name: 'Design from nothing' }).click();
  await plan.field('Name').fill('web');
  await plan.field('Namespace').fill('store');
  await expect(plan.written('store.yaml')).toContainText('app: web');
  await plan.apply('Create');
  await expect(canvas.card('store/Deployment/web')).toBeAttached();
  await canvas.stage.focus();
  await page.keyboard.press('n');
  await plan.field('Name').fill('db');
  await plan.field('Container ports').fill('postgres 5432');
  await plan.apply('Create');
  await canvas.stage.focus();
  await page.keyboard.press('i');
  await expect(plan.title).toHaveText('Isolate store/db');
  await plan.apply('Isolate');
  await canvas.drawEdge('store/Deployment/web', 'store/Deployment/db');
  await allowDialog.apply();
  await expect(canvas.label('store/Deployment/web', 'store/Deployment/db')).toHaveText('5432');
});
