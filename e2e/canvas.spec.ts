import { deployment, documents, namespace, pair } from './drivers/manifests.ts';
import { expect, test } from './drivers/test.ts';

const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const coredns = 'kube-system/Deployment/coredns';

/** So many workloads, each of which only one other may enter. */
const many = (count: number): string =>
  documents(
    namespace('crowd'),
    ...Array.from({ length: count }, (_, at) => deployment({ name: `w${at}`, namespace: 'crowd' })),
  );

test('a filter keeps what it names and its neighbours, says what it leaves out, and is kept with the workspace', async ({
  polder,
}) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  await canvas.stage.focus();
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: /^Filter/ });
  await panel.getByRole('textbox', { name: 'Ports' }).fill('6379');
  await expect(canvas.cards).toHaveCount(2);
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(canvas.notes).toContainText(/Filtered: 5 workloads and \d+ flows not drawn/);
  await polder.saved();
  await polder.reload();
  await expect(canvas.cards).toHaveCount(2);
  await canvas.notes.getByRole('button', { name: 'Clear' }).click();
  await expect(canvas.cards).toHaveCount(7);
});

test('a node is hidden with one key, listed, and brought back', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(coredns);
  await canvas.stage.focus();
  await page.keyboard.press('h');
  await expect(canvas.card(coredns)).toHaveCount(0);
  await expect(canvas.notes).toContainText('Hidden: kube-system/coredns');
  await canvas.notes.getByRole('button', { name: 'Show' }).first().click();
  await expect(canvas.card(coredns)).toBeVisible();
});

test('DNS is hidden as a whole, and the number of its flows stays in sight', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toBeAttached();
  const before = await canvas.edges.count();
  await canvas.toolbar.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('checkbox', { name: /DNS/ }).click();
  await page.keyboard.press('Escape');
  await expect(canvas.notes).toContainText(/DNS \(port 53\): \d+ flows hidden/);
  expect(await canvas.edges.count()).toBeLessThan(before);
});

test('a view is kept under a name and opened again, places and all', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.collapse('kube-system');
  await canvas.toolbar.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('Without DNS');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.keyboard.press('Escape');
  const kept = await canvas.positions();
  await canvas.expand('kube-system');
  await expect(canvas.card(coredns)).toBeVisible();
  await canvas.toolbar.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Without DNS', exact: true }).click();
  await expect(canvas.card(coredns)).toHaveCount(0);
  expect(await canvas.positions()).toEqual(kept);
});

test('in and out are told apart at the neighbours of what is selected', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(api);
  await expect(canvas.card(web)).toHaveAttribute('data-emphasis', /source/);
  await expect(canvas.card('shop/Deployment/cache')).toHaveAttribute('data-emphasis', /target/);
  await expect(canvas.card('ingress/Deployment/error-pages')).toHaveAttribute('data-emphasis', /dim/);
});

test('a neighbour out of view is listed, and a press walks there and back', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.selectCard(api);
  // The pointer is on the card: it stays in view, and hardly anything else does.
  await page.mouse.wheel(0, -2000);
  await expect(canvas.focusList).toContainText('out of view');
  await canvas.focusList.getByRole('button', { name: /coredns/ }).click();
  await expect(canvas.card(coredns)).toHaveAttribute('data-emphasis', /selected/);
  await canvas.stage.focus();
  await page.keyboard.press('Escape');
  await expect(canvas.card(api)).toHaveAttribute('data-emphasis', /selected/);
});

test('typing on the map goes to what has the name', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.stage.focus();
  await page.keyboard.type('dat');
  await expect(canvas.find).toHaveValue('dat');
  await expect(canvas.card('shop/StatefulSet/database')).toHaveAttribute('data-emphasis', /selected/);
  await page.keyboard.press('Escape');
  await expect(canvas.find).toHaveCount(0);
  await expect(canvas.stage).toBeFocused();
});

test('the map and what it shows are two tab stops, whatever is drawn', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  const stops = await canvas.stage.evaluate(
    (stage) =>
      [stage, ...stage.querySelectorAll<HTMLElement>('button, a, input, [tabindex]')].filter(
        (element) => (element as HTMLElement).tabIndex >= 0 && !element.closest('[data-testid="hidden-flows"]'),
      ).length,
  );
  expect(stops).toBe(2);
});

test('a flow that is a line on the map has a name and can be selected without seeing it', async ({ polder }) => {
  const { canvas, inspector } = polder;
  await polder.open({ sample: 'shop' });
  const flow = canvas.stage.getByRole('button', { name: 'shop/web → shop/api: 8080, allowed by a rule' });
  await flow.dispatchEvent('click');
  await expect(canvas.edge(web, api)).toHaveAttribute('data-emphasis', /selected/);
  await expect(inspector.details).toContainText('Allowed by rule');
});

test('all folds at once lay nothing out anew, and unfold to where everything stood', async ({ polder }) => {
  const { canvas, palette } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  const before = await canvas.positions();
  await palette.run('Collapse all namespaces');
  await expect(canvas.cards).toHaveCount(0);
  const folded = await canvas.positions();
  expect(folded['namespace:shop']).toBe(before['namespace:shop']);
  await palette.run('Expand all namespaces');
  await expect(canvas.cards).toHaveCount(7);
  expect(await canvas.positions()).toEqual(before);
});

test('without any policy the map says that everything is open', async ({ polder }) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.paste(documents(namespace('farm'), deployment({ name: 'mill', namespace: 'farm' })));
  await expect(canvas.cards).toHaveCount(1);
  await expect(canvas.notes).toContainText('No policy: every workload is open');
});

test('of many workloads only those in view are elements', async ({ polder }) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.pick({ name: 'crowd.yaml', content: documents(pair, many(420)) });
  await expect(canvas.stage.locator('canvas[data-painted]').first()).toBeAttached();
  await expect(polder.status).toContainText('422 workloads');
  expect(await canvas.stage.locator('.react-flow__node').count()).toBeLessThan(400);
  await polder.palette.run('w417');
  await expect(canvas.card('crowd/Deployment/w417')).toHaveAttribute('data-emphasis', /selected/);
  await expect(canvas.card('crowd/Deployment/w417')).toBeVisible();
  expect(await canvas.stage.locator('.react-flow__node').count()).toBeLessThan(400);
});

test('what was pointed at from afar no longer is when the map comes near under the pointer', async ({
  polder,
  page,
}) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.pick({ name: 'crowd.yaml', content: documents(pair, many(900)) });
  await expect(polder.status).toContainText('902 workloads');
  await expect(canvas.stage).toHaveAttribute('data-overview', 'true');
  const frame = (await canvas.namespace('crowd').boundingBox())!;
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  const faded = canvas.stage.locator('[data-emphasis~="dim"]');
  await expect(faded.first()).toBeAttached();
  await expect(async () => {
    await page.mouse.wheel(0, -200);
    await expect(canvas.cards.first()).toBeAttached({ timeout: 200 });
  }).toPass();
  await expect(canvas.stage).toHaveAttribute('data-overview', 'false');
  await expect(faded).toHaveCount(0);
});

test('cards that the map is dragged under, or that come under a pointer at rest, are not pointed at', async ({
  polder,
  page,
}) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.pick({ name: 'crowd.yaml', content: documents(pair, many(40)) });
  const box = (await canvas.card('crowd/Deployment/w20').boundingBox())!;
  const lit = canvas.stage.locator('[data-emphasis~="lit"]');
  await page.mouse.move(box.x - 6, box.y - 6);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) {
    await page.mouse.move(box.x + 4 * step, box.y + 2 * step);
    expect(await lit.count()).toBe(0);
  }
  await page.mouse.up();
  await page.mouse.move(box.x + 120, box.y + 60);
  await canvas.card('crowd/Deployment/w20').hover({ position: { x: 40, y: 12 } });
  await expect(lit.first()).toBeAttached();
});
