import { generateWorkspace } from '../generateWorkspace.mjs';
import { median } from '../measure.mjs';
import { openWorkspace } from './openWorkspace.mjs';
import { traceFrames } from './traceFrames.mjs';
import { timeInput, watchPage } from './watchPage.mjs';

const rounds = 5;
const card = '[data-testid="workload-card"]';

/** Everything that is measured of a workspace of one size, in a page of its own. */
export async function measureWorkspace(browser, url, size) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchPage);
  await page.goto(`${url}?sample=shop`);
  await page.locator(card).first().waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.waitForTimeout(1500);
  const before = await heapOf(page);

  const opening = await openWorkspace(page, generateWorkspace(size));
  const stage = await page.getByTestId('policy-canvas').boundingBox();
  const middle = { x: stage.x + stage.width / 2, y: stage.y + stage.height * 0.45 };
  const dom = { nodes: 0, edges: 0 };
  const count = async () => {
    const now = await page.evaluate(() => ({
      nodes: document.querySelectorAll('.react-flow__node').length,
      edges: document.querySelectorAll('[data-testid="flow-edge"]').length,
    }));
    dom.nodes = Math.max(dom.nodes, now.nodes);
    dom.edges = Math.max(dom.edges, now.edges);
  };
  await count();

  const panFar = await traceFrames(browser, page, () => pan(page, middle, { reach: 250, count }));
  const zoom = await traceFrames(browser, page, async () => {
    await wheel(page, middle, { by: -60, times: 50, count });
    await wheel(page, middle, { by: 60, times: 50, count });
  });
  await zoomUntilCards(page, middle);
  await count();
  const panNear = await traceFrames(browser, page, () => pan(page, middle, { reach: 300, count }));
  const inputs = await timeInputs(page, middle);
  await count();

  await closeWorkspace(page);
  const heap = (await heapOf(page)) - before;
  await page.close();
  return { ...size, dom, panFar, panNear, zoom, opening, inputs, heap };
}

async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** The place nearest to a point where nothing but ground is: dragging a card would move the card. */
function groundNear({ x, y }) {
  const isGround = (at) => document.elementFromPoint(at.x, at.y)?.classList.contains('react-flow__pane');
  for (let away = 0; away < 300; away += 6) {
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn / 16) * 2 * Math.PI;
      const at = { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) };
      if (isGround(at)) return at;
    }
  }
  throw new Error('no ground to drag the map by');
}

/** Drags the map to and fro. */
async function pan(page, middle, { reach, count }) {
  const { x, y } = await page.evaluate(groundNear, middle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [dx, dy] of [
    [-1, 0],
    [-1, -1],
    [0, -1],
    [1, 1],
    [0, 0],
  ]) {
    await page.mouse.move(x + dx * reach, y + dy * reach * 0.5, { steps: 30 });
    await count();
  }
  await page.mouse.up();
}

async function wheel(page, { x, y }, { by, times, count }) {
  await page.mouse.move(x, y);
  for (let time = 0; time < times; time += 1) {
    await page.mouse.wheel(0, by);
    if (time % 10 === 0) await count();
  }
  await page.waitForTimeout(300);
}

/** Near enough to see cards with all their words. */
async function zoomUntilCards(page, { x, y }) {
  await page.mouse.move(x, y);
  const isNear = () =>
    page
      .getByTestId('policy-canvas')
      .getAttribute('data-distance')
      .then((word) => word === 'near');
  for (let time = 0; time < 200 && !(await isNear()); time += 1) {
    await page.mouse.wheel(0, -80);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(500);
}

/** The sample that was open before. */
async function closeWorkspace(page) {
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  await page.getByRole('button', { name: /^Open the sample Shop(?! with)/ }).click();
  await page.locator(`[data-node-id="shop/Deployment/web"]`).waitFor();
  await page.waitForTimeout(2000);
}

/** Medians of several rounds. */
async function timeInputs(page, middle) {
  const times = { hover: [], select: [], filter: [] };
  const time = async (type, shows, act) => {
    const measured = page.evaluate(timeInput, { type, shows });
    await page.evaluate(() => undefined);
    await act();
    const result = await measured;
    await page.waitForTimeout(400);
    return result;
  };
  const away = async () => {
    await page.mouse.move(2, 2);
    await page.waitForTimeout(400);
  };
  for (let round = 0; round < rounds; round += 1) {
    const at = await cardNear(page, middle, round);
    times.hover.push(await time('mousemove', `${card}[data-emphasis~="lit"]`, () => page.mouse.move(at.x, at.y)));
    await away();
    times.select.push(
      await time('mousedown', `${card}[data-emphasis~="selected"]`, () => page.mouse.click(at.x, at.y)),
    );
    await page.getByTestId('policy-canvas').press('Escape');
    await away();
  }
  await page.getByRole('searchbox').first().focus();
  for (let round = 0; round < rounds; round += 1) {
    times.filter.push(await time('keydown', `${card}[data-emphasis~="dim"]`, () => page.keyboard.press('7')));
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(400);
  }
  return { hover: median(times.hover), select: median(times.select), filter: median(times.filter) };
}

/** The middle of the first line of a card; another one each round. */
async function cardNear(page, { x, y }, round) {
  const boxes = await page
    .locator(card)
    .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().toJSON()));
  const far = (box) => Math.abs(box.x + box.width / 2 - x) + Math.abs(box.y + box.height / 2 - y);
  const box = boxes.toSorted((a, b) => far(a) - far(b))[round % Math.min(5, boxes.length)];
  return { x: box.x + box.width / 2, y: box.y + 12 };
}
