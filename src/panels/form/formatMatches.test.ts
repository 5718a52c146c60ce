import { describe, expect, it } from 'vitest';
import { formatMatches, formatNamespaces, formatPods } from './formatMatches.ts';

const none = { pods: 0, perhaps: 0, workloads: [], workloadCount: 0, namespaces: null };
const web = { id: 'shop/Deployment/web', kind: 'Deployment', namespace: 'shop', name: 'web' };

describe('what a selector matches, in words', () => {
  it('counts pods, and says what is open', () => {
    expect(formatMatches(none)).toBe('Matches no pod of the workspace');
    expect(formatMatches({ ...none, pods: 3, workloadCount: 2 })).toBe('Matches 3 pods of 2 workloads');
    expect(formatMatches({ ...none, perhaps: 1, workloadCount: 1 })).toBe(
      'Matches 0 pods of 1 workload; 1 pod perhaps: the import leaves it open',
    );
  });

  it('names namespaces', () => {
    expect(formatNamespaces({ names: ['a', 'b'], count: 3, perhaps: 0 })).toBe('In a, b, 1 more');
    expect(formatNamespaces({ names: [], count: 0, perhaps: 2 })).toBe(
      'In no namespace; 2 perhaps: their labels are not in the import',
    );
  });

  it('names pods where there are real ones, and the namespace where it is another', () => {
    expect(formatPods({ ...web, pods: 1, perhaps: 0, podNames: [] }, 'shop')).toBe('');
    expect(formatPods({ ...web, pods: 0, perhaps: 3, podNames: ['web-0', 'web-1'] }, 'lab')).toBe(
      'shop · web-0, web-1, … · perhaps',
    );
  });
});
