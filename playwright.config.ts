import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/findChromium.mjs';

// Workers inherit it and need not look again.
process.env.POLDER_CHROMIUM ??= findChromium({ prefersShell: true }) ?? '';

/** The built app in a real browser; e2e/support starts a server for it per worker. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.POLDER_CHROMIUM || undefined,
      args: [
        // A root user, as in containers, cannot use Chromium's sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
