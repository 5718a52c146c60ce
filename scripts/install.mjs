import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, runCommand } from './runCommand.mjs';

const oldestNode = [20, 19];

/** Installs the packages of package-lock.json unless exactly those are there. Exits with a message when it cannot. */
export async function installMissing() {
  requireNode();
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) …');
  const { ok } = await runCommand('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (ok) return;
  console.error(
    'npm ci failed: the packages of package-lock.json could not be installed. Is the npm registry in reach?',
  );
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(`Polder needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Compares versions, not dates: a fresh clone and a switched branch carry the dates of the checkout. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !present[path]) || present[path]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await installMissing();
