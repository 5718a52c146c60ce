import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));

describe('the repository', () => {
  it('has no drawer for odds and ends', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|shared|lib|core)(\.[cm]?[jt]sx?|\/)/i;
    expect(tracked.filter((path) => drawers.test(path))).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    // Put together here, so that this file does not name them.
    const folders = ['work', 'home/\\w+', 'Users/\\w+', 'root'].map((name) => `["'\`\\s(=]/${name}/`);
    const machinePaths = new RegExp(folders.join('|'));
    const texts = tracked.filter((path) => /\.([cm]?[jt]sx?|json|md|ya?ml|css|html|svg|sh)$|^\.ci\/run$/.test(path));
    expect(texts.filter((path) => machinePaths.test(` ${readFileSync(path, 'utf8')}`))).toEqual([]);
  });

  it('keeps what others made out of it: no file of a build or a test run is tracked', () => {
    expect(
      tracked.filter((path) => /^(dist|dist-cli|node_modules|test-results|playwright-report)\//.test(path)),
    ).toEqual([]);
  });
});
