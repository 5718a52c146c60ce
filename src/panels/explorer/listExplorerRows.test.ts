import { describe, expect, it } from 'vitest';
import { createSnapshot, createWorkload } from '../../testing/createSnapshot.ts';
import { listExplorerRows, outsideRowId, sortForExplorer } from './listExplorerRows.ts';

const at = { file: 'pods.yaml', start: 0, end: 0 } as never;
const pod = (name: string) =>
  ({ id: `shop/Pod/${name}`, name, ips: [], ingress: 'open', egress: 'open', hostNetwork: false, at }) as const;

describe('the rows of the explorer', () => {
  const snapshot = createSnapshot({
    workloads: [
      createWorkload('shop', 'web', { pods: [pod('web-1'), pod('web-2')] }),
      createWorkload('ops', 'monitor'),
    ],
  });
  const labels = (toggled: readonly string[], search = '') =>
    listExplorerRows(sortForExplorer(snapshot), { toggled: new Set(toggled), search }).map(
      ({ label, level }) => `${level} ${label}`,
    );

  it('show namespaces open with their workloads, and what is outside last', () => {
    expect(labels([])).toEqual([
      '1 ops',
      '2 monitor',
      '1 shop',
      '2 web',
      '1 Outside the cluster',
      '2 Anywhere outside',
    ]);
  });

  it('fold what was toggled, and unfold pods', () => {
    expect(labels(['namespace:ops', 'shop/Deployment/web', outsideRowId])).toEqual([
      '1 ops',
      '1 shop',
      '2 web',
      '3 web-1',
      '3 web-2',
      '1 Outside the cluster',
    ]);
  });

  it('show what is searched for with all above it, folded or not', () => {
    expect(labels(['namespace:shop'], 'web-2')).toEqual(['1 shop', '2 web', '3 web-2']);
    expect(labels([], 'nothing of the kind')).toEqual([]);
  });
});
