import { join } from 'node:path';
import { installChromium } from '../installChromium.mjs';
import { projectRoot } from '../runCommand.mjs';
import { serve } from '../serve.mjs';
import { timeKeystrokes } from './browser/timeKeystrokes.mjs';
import { timeLargeWorkspace } from './browser/timeLargeWorkspace.mjs';
import { timeTyping } from './browser/timeTyping.mjs';

/** What is measured in the built app. */
export const browserCases = [
  { id: 'keystroke', run: timeKeystrokes },
  { id: 'typing', run: timeTyping },
  { id: 'page', run: timeLargeWorkspace },
];

/**
 * Times that a person at the keyboard feels.
 *
 * @param {(id: string) => boolean} isWanted
 */
export async function benchBrowser(isWanted) {
  const found = await installChromium();
  if (!found) throw new Error('There is no browser to measure in.');
  Object.assign(process.env, found);
  const { chromium } = await import('@playwright/test');
  const server = await serve({ folder: join(projectRoot, 'dist'), port: 0 });
  const browser = await chromium.launch({
    executablePath: found.POLDER_CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const rows = [];
    for (const { id, run } of browserCases.filter((one) => isWanted(one.id))) {
      console.log(`  ${id} …`);
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      rows.push(...(await run(page, server.url)));
      await page.close();
    }
    return { browser: browser.version(), rows };
  } finally {
    await browser.close();
    await server.close();
  }
}
