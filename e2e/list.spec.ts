import { expect, test } from './drivers/test.ts';

test('the list has the flows of the graph, with their reasons', async ({ polder }) => {
  const { list } = polder.views;
  await polder.open();
  await polder.page.keyboard.press('l');
  await expect(list.summary).toContainText(/^\d+ flows, by source/);
  const count = Number.parseInt(await list.summary.innerText());
  await expect(list.grid).toHaveAttribute('aria-rowcount', `${count + 1}`);
  const row = list.row('ingress/controllershop/web');
  await expect(row).toContainText('TCP 8080');
  await expect(row).toContainText('allowed by rule');
  await expect(row).toContainText('egress: controller · ingress: web');
});

test('a row shows its flow everywhere', async ({ polder }) => {
  const { list } = polder.views;
  await polder.open();
  await list.show();
  await list.row('ingress/controllershop/web').click();
  await expect(polder.inspector.title).toContainText('web');
  await expect(list.row('ingress/controllershop/web')).toHaveAttribute('aria-selected', 'true');
  await polder.views.show('Graph');
  await expect(polder.canvas.edge('ingress/Deployment/controller', 'shop/Deployment/web')).toHaveAttribute(
    'data-emphasis',
    /selected/,
  );
});

test('it is narrowed down', async ({ polder }) => {
  const { list } = polder.views;
  await polder.open();
  await list.show();
  await list.search.fill('web');
  await expect(list.rows).toHaveCount(3);
  await list.filter('Direction', 'As target');
  await expect(list.rows).toHaveCount(1);
  await list.search.fill('');
  await list.port('5432');
  await list.filter('Direction', 'At either end');
  await expect(list.rows).toHaveCount(1);
  await expect(list.rows).toContainText('shop/database');
  await list.filter('Protocol', 'UDP');
  await expect(list.grid).toContainText('No flow passes the filters.');
});

test('what is open by default is counted, and listed on request', async ({ polder }) => {
  const { list } = polder.views;
  await polder.open();
  await list.show();
  await expect(list.summary).toContainText('9 more open by default');
  const count = Number.parseInt(await list.summary.innerText());
  await list.toggleOpen();
  await expect(list.summary).toContainText(`${count + 9} flows`);
  await list.filter('Verdict', 'open by default');
  await expect(list.rows).toHaveCount(9);
  await expect(list.rows.first()).toContainText('open by default: no policy selects either end');
});

test('the keyboard walks, sorts and opens', async ({ polder }) => {
  const { list } = polder.views;
  await polder.open();
  await list.show();
  await list.grid.focus();
  await polder.page.keyboard.press('ArrowUp');
  await polder.page.keyboard.press('ArrowRight');
  await polder.page.keyboard.press('Enter');
  await expect(list.header('To')).toHaveAttribute('aria-sort', 'ascending');
  await polder.page.keyboard.press('Enter');
  await expect(list.header('To')).toHaveAttribute('aria-sort', 'descending');
  await expect(list.summary).toContainText('by target, descending');
  await polder.page.keyboard.press('ArrowDown');
  await polder.page.keyboard.press('Enter');
  await expect(list.rows.first()).toHaveAttribute('aria-selected', 'true');
});

test('it is copied as CSV and as Markdown', async ({ polder }) => {
  const { list } = polder.views;
  await polder.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await polder.open();
  await list.show();
  await list.search.fill('database');
  await list.copy('CSV');
  await expect(polder.toasts).toContainText('Copied 2 flows');
  const clipboard = () => polder.page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toContain(
    'shop/Deployment/api,shop/StatefulSet/database,TCP 5432,,,allowed by rule,egress: api · ingress: database',
  );
  await list.copy('Markdown');
  await expect.poll(clipboard).toContain('| shop/Deployment/api | shop/StatefulSet/database | TCP 5432 |');
});

test('all columns are in sight on a small screen, too', async ({ polder }) => {
  await polder.page.setViewportSize({ width: 1024, height: 768 });
  await polder.open({ sample: 'platform' });
  const { list } = polder.views;
  await list.show();
  await expect(list.grid.getByRole('gridcell', { name: 'allowed by rule' }).first()).toBeVisible();
  const [inner, outer] = await list.grid.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
  expect(inner).toBeLessThanOrEqual(outer!);
});
