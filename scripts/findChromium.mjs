import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

/**
 * A Chromium that is already on this machine and starts: the one POLDER_CHROMIUM or CHROME names, else the system's,
 * else Playwright's own. Looks only; `installChromium` fetches one.
 *
 * @returns {string | null} its path
 */
export function findChromium() {
  const named = process.env.POLDER_CHROMIUM ?? process.env.CHROME;
  if (named) return named;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [...onPath, ...(usualPlaces[process.platform] ?? []), playwrightChromium()];
  return candidates.find((path) => path !== null && existsSync(path) && starts(path)) ?? null;
}

/** Where Playwright keeps the Chromium it downloads; null before the packages are installed. */
export function playwrightChromium() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
}

/** Ubuntu's chromium-browser without its snap, and any build without its shared libraries, are there but do not start. */
export function starts(path, env = {}) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { status } = spawnSync(path, ['--version'], {
    stdio: 'ignore',
    timeout: 20_000,
    env: { ...process.env, ...env },
  });
  return status === 0;
}
