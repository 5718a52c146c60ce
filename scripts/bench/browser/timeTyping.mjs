import { setTimeout } from 'node:timers/promises';
import { generateWorkspace } from '../generateWorkspace.mjs';
import { median } from '../measure.mjs';
import { importFiles } from './importFiles.mjs';

const rounds = 12;

/** A peer in the file that is opened first; one letter more and its field is unknown, and what it lets in is not. */
const line = '        - podSelector:';

/** From a key in the editor to what follows from it, at 500 workloads; and from a click on a file to an editor to type in. */
export async function timeTyping(page, url) {
  const usable = await timeEditor(page, url);
  await page.goto(url);
  await page.locator('[data-testid="policy-canvas"] canvas[data-painted]').first().waitFor();
  const files = generateWorkspace({ namespaces: 50, workloads: 500 });
  await importFiles(page, files);
  await page.getByText(/^500 workloads$/).waitFor();
  await page.locator('[data-testid="policy-canvas"] canvas[data-painted]').first().waitFor();
  await page.evaluate(watchPage);
  await putCaret(page, files[0].text);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timeKey(page, 'x'), await timeKey(page, 'Backspace'));
  }
  const worst = (of) => Math.max(...times.map(of)).toFixed(0);
  const both = times.map(({ marked, drawn }) => Math.max(marked, drawn));
  return [
    {
      what: 'A key in a policy to markers and graph, 500 workloads',
      figure: median(both),
      unit: 'ms',
      most: 100,
      note: `markers ${median(times.map(({ marked }) => marked)).toFixed(0)} ms (slowest of ${times.length}: ${worst(({ marked }) => marked)}), graph ${median(times.map(({ drawn }) => drawn)).toFixed(0)} ms (slowest ${worst(({ drawn }) => drawn)})`,
    },
    usable,
  ];
}

/** First visits: from the page asking for the editor until lines of the file stand in it. */
async function timeEditor(page, url) {
  const times = [];
  for (let visits = 0; visits < 5; visits += 1) {
    const context = await page
      .context()
      .browser()
      .newContext({ viewport: { width: 1440, height: 900 } });
    const visit = await context.newPage();
    await visit.addInitScript(watchEditor);
    await visit.goto(url);
    await visit.waitForFunction(() => globalThis.editorUsable > 0);
    times.push(
      await visit.evaluate(() => {
        const asked = performance.getEntriesByType('resource').find(({ name }) => name.includes('/EditorDock-'));
        return globalThis.editorUsable - asked.startTime;
      }),
    );
    await context.close();
  }
  return {
    what: 'Monaco: from being asked for to lines that can be typed in',
    figure: median(times),
    unit: 'ms',
    most: 600,
    note: `first visits, nothing in any cache; slowest of ${times.length}: ${Math.max(...times).toFixed(0)} ms. It is asked for when the first picture is on the screen`,
  };
}

/** Runs in the page, before the app: when the first line has been painted. */
function watchEditor() {
  globalThis.editorUsable = 0;
  const look = () => {
    if (document.querySelector('.monaco-editor .view-line span span') === null) requestAnimationFrame(look);
    else setTimeout(() => (globalThis.editorUsable = performance.now()));
  };
  requestAnimationFrame(look);
}

async function putCaret(page, text) {
  const above = text.split('\n').indexOf(line);
  if (above < 0) throw new Error(`The first file has no line "${line}"`);
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+Home');
  for (let count = 0; count < above; count += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1000);
}

/** Runs in the page: when the map was last painted, and when the editor's markers last changed. */
function watchPage() {
  const watch = { painted: 0, marked: 0, drawn: '' };
  globalThis.typingWatch = watch;
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (...path) {
    if (this.canvas.closest('[data-testid="policy-canvas"]') !== null) watch.painted = performance.now();
    return stroke.apply(this, path);
  };
  const marks = () => document.querySelectorAll('.monaco-editor [class*="squiggly"]').length;
  let before = marks();
  new MutationObserver(() => {
    const now = marks();
    if (now !== before) watch.marked = performance.now();
    before = now;
  }).observe(document.querySelector('.monaco-editor'), { subtree: true, childList: true, attributes: true });
}

async function tooLate() {
  await setTimeout(10_000, undefined, { ref: false });
  throw new Error('Ten seconds after a key neither markers nor graph had changed');
}

/** In milliseconds from the key's own time stamp: the first change of the markers, and the first painting that follows an answer. */
async function timeKey(page, key) {
  const done = page.evaluate(
    () =>
      new Promise((resolve) => {
        const watch = globalThis.typingWatch;
        const flows = () => document.querySelector('[role="contentinfo"], footer')?.textContent ?? '';
        const before = flows();
        let pressed = 0;
        let answered = 0;
        addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
        const look = () => {
          if (pressed > 0 && answered === 0 && flows() !== before) answered = performance.now();
          // The status changes in the same commit that gives the map its new flows; it paints in a frame of its own.
          if (answered > 0 && watch.painted >= answered - 20 && watch.marked > pressed) {
            resolve({ marked: watch.marked - pressed, drawn: watch.painted - pressed });
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  const times = await Promise.race([done, tooLate()]);
  await page.waitForTimeout(400);
  return times;
}
