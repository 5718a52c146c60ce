import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, join } from 'node:path';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The same engine without a browser's windows. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];

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
 * @param {{ prefersShell?: boolean }} [options] whether the headless shell comes before a whole browser
 * @returns {string | null} its path
 */
export function findChromium({ prefersShell = false } = {}) {
  const named = namedChromium();
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = (names) => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const whole = [...onPath(browsers), ...(usualPlaces[process.platform] ?? []), playwrightChromium()];
  const candidates = prefersShell ? [...onPath(shells), ...whole] : [...whole, ...onPath(shells)];
  return candidates.find((path) => path !== null && existsSync(path) && starts(path)) ?? null;
}

/** The one that somebody chose. */
export const namedChromium = () => process.env.POLDER_CHROMIUM || process.env.CHROME || null;

/** @param {string} path */
export const isShell = (path) => shells.includes(basename(path));

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
