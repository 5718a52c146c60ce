import { generateCluster, toFiles } from '../cluster/generateCluster.mjs';
import { median } from '../measure.mjs';
import { sizes } from '../sizes.mjs';
import { importFiles } from './importFiles.mjs';

const keys = 12;

/** A workspace of 10,000 pods in the built app: what its main thread does for the engine, on opening and at each key. */
export async function timeLargeWorkspace(page, url) {
  await page.addInitScript(watchMainThread);
  await page.goto(url);
  await waitForEngine(page);
  await openCluster(page, toFiles(generateCluster(sizes['10k']), 'yaml'));
  const opening = await page.evaluate(() => globalThis.mainThread.take());
  await page.locator('.monaco-editor .view-lines').click();
  const edits = [];
  for (let round = 0; round < keys; round += 1) {
    await page.keyboard.press(round % 2 === 0 ? 'x' : 'Backspace');
    await waitForEngine(page);
    edits.push(await page.evaluate(() => globalThis.mainThread.take()));
  }
  const received = edits.slice(2).map(({ messages }) => messages.reduce((sum, one) => sum + one, 0));
  return [
    {
      what: 'Opening 10,000 pods in the browser: the longest task for a message of the engine',
      figure: Math.max(...opening.messages),
      unit: 'ms',
      most: 50,
      note: `${opening.messages.length} messages, ${sum(opening.messages).toFixed(0)} ms together; the longest task of all, drawing included: ${longest(opening)} ms`,
    },
    {
      what: 'One key in a policy of it: receiving what the engine answers',
      figure: median(received),
      unit: 'ms',
      most: 10,
      note: `slowest of ${received.length}: ${Math.max(...received).toFixed(1)} ms; the longest task of all, drawing included: ${Math.max(...edits.slice(2).map(longest))} ms`,
    },
  ];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const longest = ({ tasks }) => Math.round(Math.max(0, ...tasks));

/** Runs in the page, before the app: how long it takes to unpack and take in each message of a worker, and long tasks. */
function watchMainThread() {
  const messages = [];
  const tasks = [];
  let since = 0;
  const isOwn = ({ startTime }) => startTime >= since;
  new PerformanceObserver((list) =>
    tasks.push(
      ...list
        .getEntries()
        .filter(isOwn)
        .map(({ duration }) => duration),
    ),
  ).observe({ type: 'longtask' });
  const { get, set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    get,
    set(handler) {
      set.call(this, (event) => {
        const started = performance.now();
        handler.call(this, event);
        messages.push(performance.now() - started);
      });
    },
  });
  globalThis.mainThread = {
    /** What there was since the last time. */
    take: () => ({ messages: messages.splice(0), tasks: tasks.splice(0) }),
    /** Tasks that began before now do not count; long ones are told of late. */
    begin: () => {
      since = performance.now();
      globalThis.mainThread.take();
    },
    count: () => messages.length,
  };
}

async function openCluster(page, files) {
  await importFiles(
    page,
    files.map(({ path, text }) => ({ name: path.replaceAll('/', '-'), text })),
  );
  // Handing 40 MB of files to the page is work of the one who measures.
  await page.evaluate(() => globalThis.mainThread.begin());
  await page.getByText(/^2,?000 workloads$/).waitFor({ timeout: 240_000 });
  await waitForEngine(page);
}

/** Until the engine has been silent for a while. */
async function waitForEngine(page) {
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
  for (let quiet = 0, seen = -1; quiet < 4;) {
    await page.waitForTimeout(500);
    const count = await page.evaluate(() => globalThis.mainThread.count());
    quiet = count > 0 && count === seen ? quiet + 1 : 0;
    seen = count;
  }
}
