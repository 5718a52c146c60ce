import { expect, test } from './drivers/test.ts';

const policies = 'shop/shop-policies.yaml';
const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const cache = 'shop/Deployment/cache';
const controller = 'ingress/Deployment/controller';

test.beforeEach(({ polder }) => polder.open({ sample: 'shop' }));

test('an edge drawn by mouse is written into the policies, and removed again byte for byte', async ({ polder }) => {
  const { allowDialog, canvas, editor, files, inspector, denyDialog } = polder;
  const before = await files.bytes(policies);

  await canvas.drawEdge(web, cache);
  await expect(allowDialog.from).toContainText('web');
  await expect(allowDialog.to).toContainText('cache');
  // The only port of the target: there is nothing to decide.
  await expect(allowDialog.port(/^redis 6379/)).toBeChecked();
  await expect(allowDialog.changes).toHaveCount(1);
  await expect(allowDialog.changes).toContainText('shop/web → shop/cache');
  await expect(allowDialog.written(policies)).toContainText('app: cache');
  await allowDialog.apply();

  await expect(canvas.label(web, cache)).toHaveText('6379');
  await expect(inspector.details).toContainText('Allowed by rule');
  await expect(editor.lines).toContainText('app: cache');
  const written = (await files.text(policies)).split('\n');
  const original = before.toString('utf8').split('\n');
  expect(original.filter((line) => !written.includes(line))).toEqual([]);
  expect(written.length).toBeGreaterThan(original.length);

  await canvas.selectEdge(web, cache);
  await canvas.stage.focus();
  await polder.page.keyboard.press('Delete');
  await expect(denyDialog.changes).toHaveCount(1);
  await expect(denyDialog.dialog).toContainText('Rules that allow it');
  await denyDialog.deny();
  await expect(canvas.edge(web, cache)).toHaveCount(0);
  expect(await files.bytes(policies)).toEqual(before);
  await expect(polder.changes).toHaveText('No changes');
});

test('the dialog offers the container’s port where the Service has another', async ({ polder }) => {
  const { allowDialog, canvas, files } = polder;
  // The API listens on 8080; its Service says 80.
  await canvas.drawEdge('ingress/Deployment/error-pages', api);
  await expect(allowDialog.port(/^http 8080/)).toBeChecked();
  await expect(allowDialog.dialog).toContainText('Service api');
  await expect(allowDialog.ports.filter({ hasText: /\b80\b/ })).toHaveCount(0);
  await allowDialog.apply();
  await expect(canvas.label('ingress/Deployment/error-pages', api)).toHaveText('8080');
  // Across namespaces: both selectors in one item, the namespace by its own label.
  expect(await files.text(policies)).toMatch(
    /- namespaceSelector:\n\s+matchLabels:\n\s+kubernetes\.io\/metadata\.name: ingress\n\s+podSelector:\n\s+matchLabels:\n\s+app: error-pages/,
  );
});

test('both ends are written when both are isolated', async ({ polder }) => {
  const { allowDialog, canvas } = polder;
  await canvas.drawEdge(controller, api);
  await expect(allowDialog.written('shop/ingress-policies.yaml')).toContainText('app: api');
  await expect(allowDialog.written(policies)).toContainText('app: controller');
  await allowDialog.apply();
  await expect(canvas.edge(controller, api)).toBeAttached();
  await expect(polder.changes).toHaveText('2 files changed');
  await polder.undo();
  await expect(canvas.edge(controller, api)).toHaveCount(0);
  await expect(polder.changes).toHaveText('No changes');
});

test('an edge may lead to a whole namespace, and come from one', async ({ polder }) => {
  const { allowDialog, canvas } = polder;
  await canvas.drawEdge(web, 'namespace:ingress');
  await expect(allowDialog.from).toContainText('web');
  await expect(allowDialog.to).toContainText('ingress');
  await expect(allowDialog.to).toContainText('Namespace');
  await allowDialog.port('Every port').check();
  await expect(allowDialog.changes.first()).toContainText('shop/web → ingress/');
  await allowDialog.cancel();

  await canvas.drawEdge('namespace:ingress', cache);
  await expect(allowDialog.from).toContainText('ingress');
  await expect(allowDialog.written(policies)).toContainText('namespaceSelector');
  await allowDialog.apply();
  await expect(canvas.edge(controller, cache)).toBeAttached();
  await expect(canvas.edge('ingress/Deployment/error-pages', cache)).toBeAttached();

  // Folded, it is the same.
  await canvas.collapse('ingress');
  await canvas.drawEdge(cache, 'namespace:ingress');
  await expect(allowDialog.to).toContainText('ingress');
});

test('an edge is drawn without a mouse: select the source, press A, choose the target', async ({ polder }) => {
  const { allowDialog, canvas, page } = polder;
  await page.keyboard.press('/');
  await page.keyboard.type('web');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(canvas.card(web)).toHaveAttribute('data-emphasis', /selected/);
  await canvas.stage.focus();
  await page.keyboard.press('a');
  await expect(allowDialog.search).toBeFocused();
  await page.keyboard.type('cache');
  await page.keyboard.press('Enter');
  await expect(allowDialog.from).toContainText('web');
  await expect(allowDialog.to).toContainText('cache');
  await expect(allowDialog.changes).toHaveCount(1);
  await allowDialog.dialog.getByRole('button', { name: 'Apply' }).focus();
  await page.keyboard.press('Enter');
  await expect(canvas.edge(web, cache)).toBeAttached();
});

test('the palette allows a flow from what is selected', async ({ polder }) => {
  const { allowDialog, canvas, palette } = polder;
  await canvas.selectCard(web);
  await palette.run('Allow flow to');
  await allowDialog.chooseTarget('database');
  await expect(allowDialog.port(/^postgres 5432/)).toBeChecked();
  await allowDialog.apply();
  await expect(canvas.edge(web, 'shop/StatefulSet/database')).toBeAttached();
});

test('other ports than the declared ones can be allowed, and every port', async ({ polder }) => {
  const { allowDialog, canvas } = polder;
  await canvas.drawEdge(web, cache);
  await expect(allowDialog.port(/^redis 6379/)).toBeChecked();
  await allowDialog.addPort('udp 7000-7010');
  await expect(allowDialog.written(policies)).toContainText('endPort: 7010');
  await allowDialog.port('Every port').check();
  await expect(allowDialog.written(policies)).not.toContainText('endPort');
  await allowDialog.cancel();
  await expect(allowDialog.dialog).toBeHidden();
  await expect(polder.changes).toHaveText('No changes');
});

test('removing a flow that a rule for all makes says what else goes with it', async ({ polder }) => {
  const { canvas, inspector, denyDialog } = polder;
  // Names for the whole shop come from one rule.
  await canvas.selectCard(web);
  await inspector.flow(/^shop\/web → kube-system\/coredns/).click();
  await polder.palette.run('Deny this flow');
  await expect(denyDialog.dialog).toContainText('allow-dns');
  await expect(denyDialog.dialog).toContainText(
    /other flows change|Another flow changes|shop\/web → kube-system\/coredns/,
  );
  await denyDialog.deny();
  await expect(polder.changes).toHaveText('1 file changed');
  await polder.undo();
  await expect(polder.changes).toHaveText('No changes');
});

test('an edit moves nothing that was there', async ({ polder }) => {
  const { allowDialog, canvas } = polder;
  await polder.files.open(policies);
  await canvas.selectCard(web);
  const before = await canvas.screenPlaces();
  await canvas.drawEdge(web, cache);
  await allowDialog.apply();
  await expect(canvas.edge(web, cache)).toBeAttached();
  expect(await canvas.screenPlaces()).toEqual(before);
  await polder.undo();
  await expect(canvas.edge(web, cache)).toHaveCount(0);
  expect(await canvas.screenPlaces()).toEqual(before);
});
