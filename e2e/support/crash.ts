import type { Page } from '@playwright/test';

/** The page's process dies at once: no unload, no last word. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It never answers: the one who would is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}
