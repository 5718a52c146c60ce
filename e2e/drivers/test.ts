import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '../support/browser.ts';
import { createPolder, type Polder } from './Polder.ts';

export { expect };

export interface PolderFixtures {
  /** The app in this test's own browser profile; nothing is open yet. */
  readonly polder: Polder;
  /** A folder on the disk that goes away with the test. */
  readonly folder: string;
}

export const test = base.extend<PolderFixtures>({
  polder: async ({ page }, use) => use(createPolder(page)),
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'polder-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});
