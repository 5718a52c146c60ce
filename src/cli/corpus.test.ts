import { describe, expect, it } from 'vitest';
import { findShared, skipNote } from '../testing/oracles/sharedFolder.ts';
import { runCli } from './runCli.ts';

const sets = [
  'online-boutique',
  'sock-shop',
  'argo-cd/manifests/install.yaml',
  'npguard-acs',
  'npguard-dumps',
  'bad-input-a',
];

describe('manifests of other projects', () => {
  for (const name of sets) {
    const path = `corpus/${name}`;
    const found = findShared(path);
    it.skipIf(found === undefined)(`${name}: every problem has its place${skipNote(path, found)}`, async () => {
      let stdout = '';
      let stderr = '';
      const status = await runCli(['flows', found ?? '', '--format', 'json'], {
        readStdin: () => Promise.reject(new Error('nobody reads stdin')),
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
      });
      expect(status).toBe(0);
      const { flows, problems } = JSON.parse(stdout) as { flows: unknown[]; problems: unknown[] };
      expect(flows.length).toBeGreaterThan(0);
      const lines = stderr.split('\n').filter((line) => line !== '');
      expect(lines).toHaveLength(problems.length);
      expect(lines.filter((line) => !/^.+:\d+:\d+ [A-Z_]+ \S.*\.$/.test(line))).toEqual([]);
    });
  }
});
