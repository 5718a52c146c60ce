import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Download, Locator, Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

export { expect };
export type { BrowserContext, Download, Locator, Page };

interface TestFixtures {
  /** Set it to false (`test.use`) where a test provokes an error on purpose. */
  readonly mannersChecked: boolean;
  /** Runs with every test: no console error, no exception, no word to another origin. */
  readonly goodManners: void;
}

interface WorkerFixtures {
  /** The built app at the root of its own origin: `http://localhost:…/`. */
  readonly appUrl: string;
  /** The same files under a deeper path of another origin. */
  readonly subPathUrl: string;
}

/** The build that is tested; another one than dist/ while that is being built anew. */
const dist = process.env['POLDER_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** `test` of every spec: the page's addresses are relative to the built app. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  appUrl: [
    // Playwright wants the empty pattern of a fixture that needs no other.
    async ({}, use) => {
      const server = await serve({ folder: dist, port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  subPathUrl: [
    async ({}, use) => {
      const server = await serve({ folder: dist, port: 0, base: '/tools/network/polder/' });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ appUrl }, use) => use(appUrl),
  mannersChecked: [true, { option: true }],
  goodManners: [
    async ({ context, appUrl, subPathUrl, mannersChecked }, use) => {
      const own = [appUrl, subPathUrl].map((url) => new URL(url).origin);
      const misdeeds: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') misdeeds.push(`console: ${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (error) => misdeeds.push(`exception: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        // blob: and data: addresses stay inside the page; blob: ones carry its origin.
        if (url.protocol !== 'data:' && !own.includes(url.origin)) misdeeds.push(`request: ${request.url()}`);
      });
      await use();
      if (mannersChecked) expect(misdeeds, 'errors and requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
});
