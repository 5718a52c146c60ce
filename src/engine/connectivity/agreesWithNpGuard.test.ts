import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../testing/analyse.ts';
import { diffPeerFlows, readPeerFlows, toPeerFlows } from '../../testing/oracles/peerFlows.ts';
import { readFolder } from '../../testing/oracles/readFolder.ts';
import { findShared } from '../../testing/oracles/sharedFolder.ts';

/** A folder of manifests, what np-guard says about it, and the differences that we mean. */
interface NpGuardCase {
  manifests: string;
  expected: string;
  /** Each reason is explained in docs/semantics/kubernetes.md; a difference that no longer occurs fails the test. */
  differences?: { reason: string; matches: RegExp }[];
}

const cases: NpGuardCase[] = [
  {
    manifests: 'npguard-acs/tests/acs-security-demos',
    expected: 'npguard-acs/_expected/acs-security-demos_connlist_output.txt',
  },
];

describe('connectivity, compared with the expectations of np-guard,', () => {
  it.each(cases)('of $manifests', ({ manifests, expected, differences = [] }) => {
    const folder = findShared(`corpus/${manifests}`);
    const output = findShared(`corpus/${expected}`);
    const { connectivity } = analyseFiles(readFolder(folder ?? '', { except: ['connlist_output.json'] }));
    const found = diffPeerFlows(readPeerFlows(readFileSync(output ?? '', 'utf8')), toPeerFlows(connectivity));
    expect(found.filter((line) => !differences.some(({ matches }) => matches.test(line)))).toEqual([]);
    for (const { reason, matches } of differences) {
      expect(
        found.some((line) => matches.test(line)),
        reason,
      ).toBe(true);
    }
  });
});
