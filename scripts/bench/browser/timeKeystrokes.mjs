import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../runCommand.mjs';
import { median } from '../measure.mjs';

const rounds = 12;

/** In the file that the platform sample opens first: a line of a selector that many flows hang on. */
const file = 'platform/auth-policies.yaml';
const line = '              tier: frontend';

/** Times that a person at the keyboard feels. */
export async function timeKeystrokes(page, url) {
  await page.goto(`${url}?sample=platform`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('[data-testid="flow-edge"]').first().waitFor({ state: 'attached' });
  await putCaret(page);
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    // Typed and taken back: either redraws every flow of the rule.
    times.push(await timeKey(page, 'x'), await timeKey(page, 'Backspace'));
  }
  return [
    {
      what: 'Keystroke in a policy to the redrawn graph, platform sample (60 workloads)',
      figure: median(times),
      unit: 'ms',
      most: 100,
      note: `slowest of ${times.length}: ${Math.max(...times).toFixed(0)} ms`,
    },
  ];
}

async function putCaret(page) {
  const text = readFileSync(join(projectRoot, 'public/samples', file), 'utf8');
  const above = text.split('\n').indexOf(line);
  if (above < 0) throw new Error(`${file} has no line "${line}"`);
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+Home');
  for (let count = 0; count < above; count += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.waitForTimeout(1000);
}

/** From the key's own time stamp until other edges have been painted. */
async function timeKey(page, key) {
  const painted = page.evaluate(
    () =>
      new Promise((resolve) => {
        const canvas = document.querySelector('[data-testid="policy-canvas"]');
        const edges = () =>
          [...canvas.querySelectorAll('[data-testid="flow-edge"]')]
            .map(({ dataset }) => `${dataset.edgeFrom} ${dataset.edgeTo}`)
            .join();
        const before = edges();
        let pressed = 0;
        addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (pressed === 0 || edges() === before) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        observer.observe(canvas, { subtree: true, childList: true, attributes: true });
      }),
  );
  // The listeners must be there before the key is.
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  const time = await painted;
  await page.waitForTimeout(400);
  return time;
}
