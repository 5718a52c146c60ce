import { deployment, documents, ingressPolicy, namespace, pair } from './drivers/manifests.ts';
import type { Polder } from './drivers/Polder.ts';
import { expect, test } from './drivers/test.ts';

const web = 'shop/Deployment/web';
const api = 'shop/Deployment/api';
const coredns = 'kube-system/Deployment/coredns';

test('flows that are open by default are drawn when asked for', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open();
  await polder.importing.paste(documents(pair, deployment({ name: 'shed', namespace: 'farm' })));
  await expect(canvas.cards).toHaveCount(3);
  await expect(canvas.edges).toHaveCount(1);
  await expect(canvas.notes).toContainText(/open-by-default flows? not drawn/);
  await canvas.notes.getByRole('button', { name: 'Show' }).click();
  await expect(canvas.edge('farm/Deployment/mill', 'farm/Deployment/shed')).toHaveAttribute('data-verdict', 'open');
  await canvas.notes.getByRole('button', { name: 'Hide' }).click();
  await expect(canvas.edges).toHaveCount(1);
  await canvas.stage.focus();
  await polder.page.keyboard.press('o');
  await expect(canvas.edge('farm/Deployment/mill', 'farm/Deployment/shed')).toBeAttached();
});

test('a namespace folds into one card and back, and everything else stays where it was', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  const before = await canvas.positions();
  await canvas.collapse('shop');
  await expect(canvas.cards).toHaveCount(3);
  await expect(canvas.namespace('shop')).toContainText('4 workloads');
  const { ['namespace:shop']: _, ...others } = await canvas.positions();
  expect(before).toMatchObject(others);
  await canvas.expand('shop');
  await expect(canvas.cards).toHaveCount(7);
  expect(await canvas.positions()).toEqual(before);
});

test('a workload with pods unfolds to show them', async ({ polder }) => {
  const { canvas, inspector } = polder;
  const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: farm
  labels: {app: mill}
  ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: mill, uid: u1, controller: true}]
spec: {containers: [{name: mill, image: mill}]}
status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}]}
`;
  const owner = deployment({ name: 'mill', namespace: 'farm' }).replace('kind: Deployment', 'kind: StatefulSet');
  await polder.open();
  await polder.importing.paste(documents(owner, pod('mill-0'), pod('mill-1')));
  const card = canvas.card('farm/StatefulSet/mill');
  await card.getByRole('button', { name: /pods/i }).click();
  await expect(canvas.card('farm/Pod/mill-0')).toBeVisible();
  await canvas.card('farm/Pod/mill-1').click();
  await expect(inspector.title).toHaveText('mill-1');
  await card.getByRole('button', { name: /pods/i }).click();
  await expect(canvas.card('farm/Pod/mill-0')).toHaveCount(0);
});

test('the search dims what does not match, in the explorer and on the map', async ({ polder }) => {
  const { canvas, explorer, page } = polder;
  await polder.open({ sample: 'platform' });
  await page.keyboard.press('/');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.type('prometheus');
  await expect(explorer.row('prometheus')).toBeVisible();
  const matching = canvas.cards.filter({ hasText: 'prometheus' });
  await expect(matching.first()).not.toHaveAttribute('data-emphasis', /dim/);
  await expect(canvas.stage.locator('[data-testid="workload-card"][data-emphasis~="dim"]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(explorer.search).toHaveValue('');
  await expect(canvas.stage.locator('[data-emphasis~="dim"]')).toHaveCount(0);
});

test('the palette goes to a workload, a policy and a file', async ({ polder }) => {
  const { canvas, inspector, palette, page } = polder;
  await polder.open({ sample: 'shop' });
  await palette.run('coredns');
  await expect(canvas.card(coredns)).toHaveAttribute('data-emphasis', /selected/);
  await expect(inspector.title).toHaveText('coredns');
  await palette.run('allow-dns');
  await expect(inspector.title).toHaveText('allow-dns');
  await expect(canvas.ringed.first()).toBeVisible();
  await palette.run('kube-system.yaml');
  await expect(page.getByRole('tabpanel', { name: 'shop/kube-system.yaml' })).toBeVisible();
});

test('the palette opens from inside the editor, too', async ({ polder }) => {
  await polder.open({ sample: 'shop' });
  await polder.editor.text.click();
  await polder.palette.run('coredns');
  await expect(polder.inspector.title).toHaveText('coredns');
  await expect(polder.changes).toHaveText('No changes');
});

test('the theme is switched by hand and kept', async ({ polder }) => {
  const { page } = polder;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await polder.open();
  const light = await background();
  await polder.openView('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await background()).not.toBe(light);
  await polder.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await polder.openView('Light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the signs on cards are drawn in the colours of the theme', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open({ sample: 'shop' });
  const sign = canvas.card('shop/Deployment/web').getByRole('img', { name: 'ingress: isolated', includeHidden: true });
  const image = () => sign.evaluate((element) => getComputedStyle(element).backgroundImage);
  await expect.poll(image).toContain('data:image/svg+xml');
  const light = await image();
  await polder.openView('Dark');
  await expect.poll(image).not.toBe(light);
  expect(await image()).toContain('data:image/svg+xml');
});

test.describe('in a dark system', () => {
  test.use({ colorScheme: 'dark' });
  test('the app is dark by itself', async ({ polder }) => {
    await polder.open();
    await expect(polder.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test('the map is walked by keyboard alone', async ({ polder }) => {
  const { canvas, inspector, page } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  const isOnMap = () => canvas.stage.evaluate((stage) => stage === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isOnMap()); presses += 1) await page.keyboard.press('Tab');
  await expect(canvas.stage).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await expect(canvas.selected).toHaveCount(1);
  const visited = new Set<string | null>();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
    await page.keyboard.press(key);
    await expect(canvas.selected).toHaveCount(1);
    visited.add(await canvas.selected.getAttribute('data-node-id'));
    await expect(canvas.stage).toBeFocused();
  }
  expect(visited.size).toBeGreaterThan(3);
  await expect(inspector.title).not.toBeEmpty();

  await page.keyboard.press('Escape');
  await expect(canvas.selected).toHaveCount(0);
  await expect(inspector.details).toContainText('Nothing selected');
});

test('Enter opens a folded namespace where the keyboard is', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await canvas.collapse('kube-system');
  await expect(canvas.card(coredns)).toHaveCount(0);
  await canvas.namespace('kube-system').click({ position: { x: 60, y: 40 } });
  await canvas.stage.focus();
  await page.keyboard.press('Enter');
  await expect(canvas.card(coredns)).toBeVisible();
});

test('typing moves no card, whatever it adds or takes away', async ({ polder }) => {
  const { canvas, editor } = polder;
  await polder.open({ sample: 'shop' });
  await polder.files.open('shop/shop-policies.yaml');
  await expect(canvas.cards).toHaveCount(7);
  const before = await canvas.screenPlaces();
  await editor.replace('shop/shop-policies.yaml', 'app: cache', 'app: cachet');
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toHaveCount(0);
  await expect.poll(() => canvas.screenPlaces()).toEqual(before);
  await polder.undo();
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toBeAttached();
  await expect.poll(() => canvas.screenPlaces()).toEqual(before);
});

test('what an import adds finds its own place; nothing else makes room', async ({ polder }) => {
  const { canvas, importing } = polder;
  await polder.open();
  await importing.paste(pair);
  await expect(canvas.cards).toHaveCount(2);
  const before = await canvas.positions();
  await importing.paste(
    documents(
      deployment({ name: 'shed', namespace: 'farm' }),
      ingressPolicy({ name: 'shed', namespace: 'farm', app: 'shed', from: 'barn' }),
    ),
  );
  await expect(canvas.cards).toHaveCount(3);
  expect(await canvas.positions()).toMatchObject({
    'farm/Deployment/mill': before['farm/Deployment/mill'],
    'farm/Deployment/barn': before['farm/Deployment/barn'],
  });
});

test('a card that is dragged stays there through edits', async ({ polder }) => {
  const { canvas, editor } = polder;
  await polder.open({ sample: 'shop' });
  const start = await canvas.positions();
  await canvas.drag(web, { x: 0, y: 40 });
  await expect.poll(async () => (await canvas.positions())[web]).not.toBe(start[web]);
  const dragged = await canvas.positions();
  await editor.replace('shop/shop-policies.yaml', '6379', '6380');
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toHaveCount(0);
  expect(await canvas.positions()).toEqual(dragged);
  await polder.undo();
  await expect(canvas.edge(api, 'shop/Deployment/cache')).toBeAttached();
  await polder.palette.run('Tidy: lay out');
  await expect.poll(async () => (await canvas.positions())[web]).toBe(start[web]);
});

test('what is selected is moved by keys or by a command, without dragging', async ({ polder, page }) => {
  const { canvas } = polder;
  await polder.open({ sample: 'shop' });
  const { [web]: start, ...others } = await canvas.positions();
  const [left = 0, top = 0] = start!.split(' ').map(parseFloat);
  await canvas.selectCard(web);
  await canvas.stage.focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => (await canvas.positions())[web]).toBe(`${left - 32}px ${top}px`);
  await polder.palette.run('Move what is selected up');
  await expect.poll(async () => (await canvas.positions())[web]).toBe(`${left - 32}px ${top - 96}px`);
  await expect(polder.status).toContainText('Saved');
  await polder.reload();
  await expect.poll(async () => (await canvas.positions())[web]).toBe(`${left - 32}px ${top - 96}px`);
  // Only the frame around it has followed.
  const { [web]: _, 'namespace:shop': frame, ...after } = await canvas.positions();
  expect(others).toMatchObject(after);
  expect(frame).not.toBe(others['namespace:shop']);
});

const isAboveNotes = async ({ canvas }: Polder): Promise<boolean> => {
  const notes = (await canvas.notes.boundingBox())!;
  const boxes = await Promise.all((await canvas.cards.all()).map(async (card) => (await card.boundingBox())!));
  return boxes.every(({ y, height }) => y + height < notes.y);
};

test('however many notes there are, they cover no card', async ({ polder }) => {
  const { canvas, page } = polder;
  await page.setViewportSize({ width: 1024, height: 600 });
  await polder.open();
  const open = ['shed', 'silo', 'byre', 'loft', 'pen'].map((name) => deployment({ name, namespace: 'farm' }));
  await polder.importing.paste(documents(...open, namespace('fallow')));
  await expect(canvas.cards).toHaveCount(5);
  await expect(canvas.notes.locator('p')).toHaveCount(3);
  await expect.poll(() => isAboveNotes(polder)).toBe(true);
});

test('a map that nobody has moved stays whole in a smaller window; one that was moved stays where it is', async ({
  polder,
}) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  await page.setViewportSize({ width: 1280, height: 620 });
  await expect.poll(() => isAboveNotes(polder)).toBe(true);
  const zoomed = canvas.stage.locator('.react-flow__viewport');
  const whole = (await zoomed.getAttribute('style'))!;
  await canvas.stage.hover({ position: { x: 300, y: 150 } });
  await page.mouse.wheel(0, -40);
  await expect(zoomed).not.toHaveAttribute('style', whole);
  const moved = await zoomed.getAttribute('style');
  await page.setViewportSize({ width: 1280, height: 600 });
  await expect.poll(async () => (await canvas.stage.boundingBox())!.height).toBeLessThan(620);
  expect(await zoomed.getAttribute('style')).toBe(moved);
});

test('namespaces without workloads are counted beside the map', async ({ polder }) => {
  const { canvas } = polder;
  await polder.open();
  await polder.importing.paste(documents(pair, namespace('fallow')));
  await expect(canvas.cards).toHaveCount(2);
  await expect(canvas.notes).toContainText('1 namespace without workloads not drawn');
});

test('back from another view of the flows, the map is looked at from where it was left', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open({ sample: 'shop' });
  await expect(canvas.cards).toHaveCount(7);
  const ground = canvas.stage.locator('.react-flow__viewport');
  const whole = (await ground.getAttribute('style'))!;
  await canvas.stage.hover({ position: { x: 300, y: 150 } });
  await page.mouse.wheel(0, -40);
  await expect(ground).not.toHaveAttribute('style', whole);
  const left = (await ground.getAttribute('style'))!;
  await page.getByRole('tab', { name: 'List', exact: true }).click();
  await expect(canvas.stage).toBeHidden();
  await page.getByRole('tab', { name: 'Graph', exact: true }).click();
  await expect(ground).toHaveAttribute('style', left);
});

test('in a small window the map has the room; panels come back with a larger one, or when they are asked for', async ({
  polder,
}) => {
  const { canvas, page, explorer, inspector } = polder;
  const tab = page.getByRole('tab', { name: 'Editor' });
  // 1440 × 900 at 200 %.
  await page.setViewportSize({ width: 720, height: 450 });
  await polder.open();
  await expect(canvas.card('shop/Deployment/web')).toBeInViewport({ ratio: 1 });
  await expect(tab).toBeHidden();
  await expect(explorer.rows).toHaveCount(0);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBe(widths[1]);
  await canvas.selectCard('shop/Deployment/web');
  await expect(inspector.title).toContainText('web');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(tab).toBeVisible();
  await expect(explorer.rows.first()).toBeVisible();
});

test('lines are painted where their cards are, before and after the map was dragged', async ({ polder }) => {
  const { canvas, page } = polder;
  await polder.open();
  const edge = canvas.edge('ingress/Deployment/controller', 'shop/Deployment/web');
  await expect(edge).toBeAttached();
  /** How many of eight places along the line have ink; a label covers some. */
  const inkAlong = () =>
    edge.evaluate((entry) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', entry.getAttribute('data-path') ?? '');
      const map = document.querySelector('.react-flow')!.getBoundingClientRect();
      const matrix = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform);
      const paper = document.querySelector<HTMLCanvasElement>('[data-testid="policy-canvas"] > canvas')!;
      const { left, top, width } = paper.getBoundingClientRect();
      const places = [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9].map((share) => {
        const on = path.getPointAtLength(path.getTotalLength() * share);
        const at = new DOMPoint(on.x, on.y).matrixTransform(matrix);
        const ratio = paper.width / width;
        const [x, y] = [map.left + at.x - left, map.top + at.y - top].map((value) => Math.round(value * ratio));
        const { data } = paper.getContext('2d')!.getImageData(x! - 1, y! - 1, 3, 3);
        return Math.min(...Array.from({ length: 9 }, (_, pixel) => data[pixel * 4]!));
      });
      // Blue on white: there is little red.
      return places.filter((red) => red < 190).length;
    });
  await expect.poll(inkAlong).toBeGreaterThan(4);
  const ground = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('.react-flow')!.getBoundingClientRect();
    for (let at = 0.1; at < 0.9; at += 0.02) {
      const [x, y] = [left + width * at, top + height * 0.6];
      if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y };
    }
    throw new Error('There is no ground.');
  });
  const before = (await canvas.card('shop/Deployment/web').boundingBox())!;
  await page.mouse.move(ground.x, ground.y);
  await page.mouse.down();
  await page.mouse.move(ground.x + 35, ground.y + 21, { steps: 7 });
  expect(await inkAlong()).toBeGreaterThan(4);
  await page.mouse.up();
  await expect.poll(inkAlong).toBeGreaterThan(4);
  const after = (await canvas.card('shop/Deployment/web').boundingBox())!;
  expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([35, 21]);
});
