import { describe, expect, it } from 'vitest';
import { parseManifests } from '../manifest/parseManifests.ts';
import { readCluster } from '../cluster/readCluster.ts';
import type { Pod } from '../cluster/Cluster.ts';
import type { LabelSelector, LabelSet } from '../labels/LabelSelector.ts';
import { toFilePath } from '../manifest/SourceFile.ts';
import { chooseLabels } from './chooseLabels.ts';

const podsOf = (...labels: readonly LabelSet[]): readonly Pod[] => {
  const items = labels.map((own, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace: 'shop', labels: own },
  }));
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  return readCluster(parseManifests([{ path: toFilePath('a.json'), text }])).pods;
};

const choose = (labels: readonly LabelSet[], selector: LabelSet | null = null) => {
  const neighbours = podsOf(...labels);
  const own: LabelSelector | null = selector && { matchLabels: selector, matchExpressions: [] };
  return chooseLabels(neighbours.slice(0, 1), { neighbours, selector: own });
};

describe('choosing the labels of a workload', () => {
  it("takes the workload's own selector when it selects nothing else", () => {
    const web = { app: 'web', tier: 'front', extra: 'x' };
    expect(choose([web, { app: 'api' }], { app: 'web', tier: 'front' })?.labels).toEqual({ app: 'web', tier: 'front' });
    expect(choose([web, { app: 'web', tier: 'front' }], { app: 'web', tier: 'front' })?.labels).toEqual({ extra: 'x' });
  });

  it('takes the fewest that tell it apart, the telling ones first', () => {
    const web = { team: 'a', app: 'web', tier: 'front' };
    expect(choose([web, { app: 'api', tier: 'front', team: 'b' }])?.labels).toEqual({ app: 'web' });
    expect(choose([web, { app: 'web', tier: 'back', team: 'a' }])?.labels).toEqual({ tier: 'front' });
    expect(choose([web, { app: 'web', team: 'a' }, { app: 'api', tier: 'front' }])?.labels).toEqual({
      app: 'web',
      tier: 'front',
    });
  });

  it('never takes what controllers and releases set', () => {
    const hashes = { 'pod-template-hash': 'x', 'helm.sh/chart': 'web-1.0', 'batch.kubernetes.io/job-name': 'web' };
    expect(choose([{ ...hashes, app: 'web' }, { app: 'web' }])).toEqual({
      labels: { app: 'web' },
      shared: ['shop/Pod/pod-1'],
    });
    expect(choose([hashes, {}])).toBeNull();
  });
});
