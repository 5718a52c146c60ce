import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the manifests and verdicts of other projects are: beside the checkout, never in it. Undefined when they are absent; tests
 * that need them skip then.
 */
export const findShared = (path: string): string | undefined => {
  const found = fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
  return existsSync(found) ? found : undefined;
};

/** For the title of a test that skips. */
export const skipNote = (path: string, found: string | undefined): string =>
  found === undefined ? ` (skipped: ../shared/${path} is absent)` : '';
