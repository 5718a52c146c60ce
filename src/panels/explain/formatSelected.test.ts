import { describe, expect, it } from 'vitest';
import { formatPeer, formatSelected } from './formatSelected.ts';

const nobody = { pods: 0, perhaps: 0, workloads: [], workloadCount: 0, namespaces: [] };
const web = { id: 'shop/Deployment/web', pods: 2, perhaps: 0 };

describe('the words for what a selector takes in', () => {
  it('count pods and name workloads and namespaces', () => {
    expect(formatSelected({ ...nobody, pods: 2, workloads: [web], workloadCount: 1, namespaces: ['shop'] })).toBe(
      'web in shop (2 pods)',
    );
    const workloads = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...web, id: `x/Job/${name}` }));
    expect(formatSelected({ pods: 9, perhaps: 1, workloads, workloadCount: 5, namespaces: ['x', 'y'] })).toBe(
      'a, b, c and 2 more in x, y (10 pods), 1 of these pods only perhaps',
    );
  });

  it('say what is only perhaps so, and nothing', () => {
    expect(formatSelected({ ...nobody, perhaps: 1, workloads: [web], workloadCount: 1, namespaces: ['shop'] })).toBe(
      'perhaps web in shop',
    );
    expect(formatSelected(nobody)).toBe('no pods');
  });

  it('name the addresses of a peer beside its pods', () => {
    const takes = { ...nobody, pods: 2, workloads: [web], workloadCount: 1, namespaces: ['shop'] };
    expect(formatPeer({ takes: nobody, externals: ['192.0.2.0/24'] })).toBe('192.0.2.0/24 outside');
    expect(formatPeer({ takes, externals: ['192.0.2.0/24'] })).toBe('192.0.2.0/24 outside; web in shop (2 pods)');
    expect(formatPeer({ takes: nobody, externals: [] })).toBe('nothing');
  });
});
