import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json; every command runs there. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) stop(child);
    process.exit(130);
  });
}

/**
 * Runs a program to its end. It gets no stdin, and its whole process group is stopped when it takes longer than `limit`.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ limit?: number, env?: Record<string, string>, output?: 'show' | 'collect' }} [options] `limit` in seconds
 * @returns {Promise<{ ok: boolean, timedOut: boolean, output: string }>} `output` only when collected; never rejects
 */
export function runCommand(program, args, { limit = 600, env = {}, output = 'show' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
      // npm and npx are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    running.add(child);
    let collected = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (collected += chunk));
    child.stderr?.on('data', (chunk) => (collected += chunk));
    const timer = setTimeout(() => {
      timedOut = true;
      stop(child);
    }, limit * 1000);
    const finish = (ok) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok: ok && !timedOut, timedOut, output: collected });
    };
    child.once('error', (error) => {
      collected += String(error);
      finish(false);
    });
    // 'close' comes when all output has been read; a grandchild that keeps the pipe open must not hold us for long.
    child.once('exit', (code) => {
      child.once('close', () => finish(code === 0));
      setTimeout(() => finish(code === 0), 1000).unref();
    });
  });
}

/** A script of an installed package, run by this very Node: no shell, no npx, the same on every platform. */
export const runTool = (script, args, options) =>
  runCommand(process.execPath, [`node_modules/${script}`, ...args], options);

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
