import { join } from 'node:path';
import { findChromium, isShell, namedChromium, playwrightChromium, starts } from './findChromium.mjs';
import { projectRoot, runCommand, runTool } from './runCommand.mjs';

/** The last that still runs on Node 20. */
const packagedChromium = '@sparticuz/chromium@147.0.0';
const packageFolder = join(projectRoot, 'node_modules', '.cache', 'polder-chromium');

/**
 * A Chromium to test and measure in, whatever it takes: one that is here (the system's, or Playwright's
 * own if it was downloaded before), else Debian's package (as root only), else the one inside an npm package, and only
 * where none of these will do Playwright's download from its own servers. Each way has a time limit, since a machine
 * without internet lets a download hang.
 *
 * @param {{ prefersShell?: boolean }} [options] whether Debian's headless shell is fetched even where a whole browser is
 * @returns {Promise<Record<string, string> | null>} environment variables for the tests, POLDER_CHROMIUM among them;
 *   null when every way failed, after saying so
 */
export async function installChromium({ prefersShell = false } = {}) {
  const present = findChromium({ prefersShell });
  const isWanted = present !== null && (!prefersShell || present === namedChromium() || isShell(present));
  if (isWanted) return { POLDER_CHROMIUM: present };
  const shell = prefersShell ? [() => fromDebian('chromium-headless-shell')] : [];
  const whole = present
    ? [() => ({ POLDER_CHROMIUM: present })]
    : [() => fromDebian('chromium'), fromNpm, fromPlaywright];
  for (const way of [...shell, ...whole]) {
    const found = await way();
    if (found && starts(found.POLDER_CHROMIUM, found)) return found;
  }
  console.error(
    'No Chromium: none is on this machine, and neither Debian, npm nor Playwright would give one.\n' +
      'Install Chromium or Chrome, or set POLDER_CHROMIUM to the path of one.',
  );
  return null;
}

async function fromPlaywright() {
  console.log("Fetching Playwright's Chromium …");
  await runTool('@playwright/test/cli.js', ['install', '--no-shell', 'chromium'], {
    limit: 240,
    output: 'collect',
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  const path = playwrightChromium();
  return path ? { POLDER_CHROMIUM: path } : null;
}

/** @param {string} name of the package, and of what it installs */
async function fromDebian(name) {
  if (process.getuid?.() !== 0 || !(await runCommand('apt-get', ['--version'], { output: 'collect' })).ok) return null;
  console.log(`Installing Debian's ${name} …`);
  const quiet = { limit: 300, output: 'collect', env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => runCommand('apt-get', ['install', '--yes', '--no-install-recommends', name], quiet);
  // Lists of packages that are there, and not old, need no update.
  if (!(await install()).ok) {
    await runCommand('apt-get', ['update'], { ...quiet, limit: 120 });
    await install();
  }
  const path = findChromium({ prefersShell: true });
  return path ? { POLDER_CHROMIUM: path } : null;
}

/** This one is packed for AWS Lambda: it unpacks itself, with its libraries, when told that it runs there. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  console.log(`Fetching ${packagedChromium} …`);
  const install = ['install', '--prefix', packageFolder, '--no-audit', '--no-fund', packagedChromium];
  if (!(await runCommand('npm', install, { limit: 240, output: 'collect' })).ok) return null;
  const entry = join(packageFolder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  const unpack = `
    const { default: chromium } = await import(${JSON.stringify(entry)});
    const path = await chromium.executablePath();
    console.log(JSON.stringify({ path, libraries: process.env.LD_LIBRARY_PATH ?? '' }));`;
  const { ok, output } = await runCommand(process.execPath, ['--input-type=module', '--eval', unpack], {
    limit: 60,
    output: 'collect',
    env: { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  if (!ok) return null;
  const { path, libraries } = JSON.parse(output.trim().split('\n').at(-1));
  return { POLDER_CHROMIUM: path, LD_LIBRARY_PATH: libraries };
}
