import { crash } from './support/crash.ts';
import { deployment, pair } from './drivers/manifests.ts';
import { createPolder, type Polder } from './drivers/Polder.ts';
import { expect, test } from './drivers/test.ts';
import type { Page } from './support/browser.ts';

const policies = 'shop/shop-policies.yaml';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';
const database = 'shop/StatefulSet/database';

const inAnotherTab = async (polder: Polder): Promise<Polder> => {
  const tab = createPolder(await polder.page.context().newPage());
  await tab.open();
  // Only the page in front is drawn at full speed.
  await tab.page.bringToFront();
  return tab;
};

test('a reload keeps the text, what has changed since the import, and where things stand', async ({ polder }) => {
  const { canvas, editor, files } = polder;
  await polder.open();
  await editor.replace(policies, '5432', '5433');
  await expect(canvas.edge(api, database)).toHaveCount(0);
  const text = await files.text(policies);
  await canvas.drag(cache, { x: 60, y: 30 });
  await canvas.collapse('ingress');
  await expect(canvas.card('namespace:ingress')).toHaveAttribute('data-testid', 'collapsed-namespace');
  const places = await canvas.positions();
  await polder.saved();

  await polder.reload();
  await expect(canvas.cards).toHaveCount(5);
  await expect(canvas.edge(api, database)).toHaveCount(0);
  await expect(polder.changes).toHaveText('1 file changed');
  expect(await canvas.positions()).toEqual(places);
  expect(await files.text(policies)).toBe(text);
  await editor.replace(policies, '5433', '5432');
  await expect(polder.changes).toHaveText('No changes');
});

test('an own import is what the next visit shows', async ({ polder }) => {
  await polder.open();
  await polder.importing.paste(pair);
  await expect(polder.canvas.cards).toHaveCount(2);
  await polder.saved();
  await polder.open();
  await expect(polder.canvas.cards).toHaveCount(2);
  await expect(polder.invitation).toBeHidden();
});

for (const { way, leave } of [
  { way: 'a crash', leave: crash },
  { way: 'a tab closed at once', leave: (page: Page) => page.close({ runBeforeUnload: false }) },
]) {
  test(`${way} in the middle of typing loses no more than the last moment`, async ({ polder }) => {
    await polder.open();
    const before = await polder.files.text(policies);
    await polder.editor.replace(policies, '# Start from nothing', '# Kept');
    await polder.saved();
    await polder.editor.type(' and perhaps this');
    await leave(polder.page);

    const again = await inAnotherTab(polder);
    await expect(again.changes).toHaveText('1 file changed');
    const [, after = ''] = before.split('# Start from nothing');
    const text = await again.files.text(policies);
    expect(text.endsWith(after)).toBe(true);
    expect('# Kept and perhaps this').toContain(text.slice(0, -after.length));
    expect(text.startsWith('# Kept')).toBe(true);
  });
}

test('a crash between two keystrokes loses none of them', async ({ polder }) => {
  await polder.open();
  let tab = polder;
  await tab.editor.replace(policies, '# Start from nothing', '# ');
  let typed = '';
  // Each time right after another number of keystrokes: before, while and after the browser saves.
  for (const word of ['a', 'bc', 'def', 'ghij', 'klmnopq']) {
    await tab.editor.type(word);
    await crash(tab.page);
    typed += word;
    tab = await inAnotherTab(tab);
    expect((await tab.files.text(policies)).split('\n')[0]).toMatch(new RegExp(`^# ${typed}`));
    await tab.editor.open(policies);
    await tab.editor.goTo(1, `# ${typed}`.length + 1);
  }
});

test.describe('two tabs on one workspace', () => {
  test('show the conflict and overwrite nothing; both versions can be kept', async ({ polder }) => {
    await polder.open();
    const other = await inAnotherTab(polder);
    await polder.page.bringToFront();
    await polder.editor.replace(policies, '5432', '5433');
    await polder.saved();
    await expect(other.notices).toContainText('Another tab saved this workspace');
    await other.page.bringToFront();
    await other.editor.replace(policies, '6379', '6380');
    await expect(other.status).toContainText('Not saved yet');

    await other.notices.getByRole('button', { name: 'Keep both' }).click();
    await expect(other.notices).not.toContainText('Another tab');
    await other.saved();
    await expect(other.workspaces.button).toHaveAccessibleName('Workspace: Shop (copy)');
    expect(await other.files.text(policies)).toMatch(/port: 5432[^]*port: 6380/);

    await polder.page.bringToFront();
    await polder.reload();
    expect(await polder.files.text(policies)).toMatch(/port: 5433[^]*port: 6379/);
    await polder.workspaces.switchTo('Shop (copy)');
    expect(await polder.files.text(policies)).toMatch(/port: 5432[^]*port: 6380/);
  });

  test('the other tab’s version can be shown instead', async ({ polder }) => {
    await polder.open();
    const other = await inAnotherTab(polder);
    await polder.page.bringToFront();
    await polder.editor.replace(policies, '5432', '5433');
    await expect(other.notices).toContainText('Another tab saved this workspace');
    await other.page.bringToFront();
    await other.notices.getByRole('button', { name: /Show the other tab/ }).click();
    await expect(other.canvas.edge(api, database)).toHaveCount(0);
    await expect(other.notices).not.toContainText('Another tab');
  });

  test('moving things in one does not trouble the other', async ({ polder }) => {
    await polder.open();
    const other = await inAnotherTab(polder);
    await polder.page.bringToFront();
    await polder.canvas.drag(cache, { x: 60, y: 30 });
    await polder.saved();
    await other.page.bringToFront();
    await other.editor.replace(policies, '5432', '5433');
    await other.saved();
    await expect(other.notices).not.toContainText('Another tab');
  });
});

test('several workspaces are kept side by side: named, switched, deleted after asking', async ({ polder }) => {
  const { canvas, importing, workspaces } = polder;
  await polder.open();
  await importing.paste(pair);
  await expect(canvas.cards).toHaveCount(2);
  await workspaces.rename('Farm');
  await expect(workspaces.button).toHaveAccessibleName('Workspace: Farm');
  await importing.openDialog();
  await importing.pick({ name: 'shed.yaml', content: deployment({ name: 'shed', namespace: 'farm' }) });
  await expect(canvas.cards).toHaveCount(1);

  await workspaces.switchTo('Farm');
  await expect(canvas.cards).toHaveCount(2);
  await workspaces.manage();
  await expect(workspaces.list).toHaveCount(3);
  await workspaces.dialog.getByRole('button', { name: 'Delete shed.yaml' }).click();
  await expect(polder.dialog).toContainText('Delete “shed.yaml”?');
  await polder.dialog.getByRole('button', { name: 'Cancel' }).click();
  await workspaces.manage();
  await expect(workspaces.list).toHaveCount(3);
  await workspaces.dialog.getByRole('button', { name: 'Delete shed.yaml' }).click();
  await polder.dialog.getByRole('button', { name: 'Delete workspace' }).click();
  await expect(polder.dialog).toBeHidden();
  await workspaces.manage();
  await expect(workspaces.list).toHaveCount(2);
  await expect(canvas.cards).toHaveCount(2);
});

test('clearing asks first, and can be taken back', async ({ polder }) => {
  const { canvas, workspaces } = polder;
  await polder.open();
  await polder.importing.paste(pair);
  await expect(canvas.cards).toHaveCount(2);
  await workspaces.clear();
  await expect(polder.dialog).toContainText('Clear “Pasted manifests”?');
  await polder.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(canvas.cards).toHaveCount(2);
  await workspaces.clear();
  await polder.dialog.getByRole('button', { name: 'Clear workspace' }).click();
  await expect(canvas.cards).toHaveCount(0);
  await polder.undo();
  await expect(canvas.cards).toHaveCount(2);
  expect(await polder.files.text('pasted.yaml')).toBe(pair);
});
