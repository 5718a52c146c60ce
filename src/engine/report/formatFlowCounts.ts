import type { ChangeKind } from '../diff/WorkspaceDiff.ts';

/** `12 flows come, 3 go, 2 change`; null when there are none. */
export const formatFlowCounts = ({ added, removed, changed }: Readonly<Record<ChangeKind, number>>): string | null => {
  const parts = [
    ...(added > 0 ? [[added, 'come', 'comes'] as const] : []),
    ...(removed > 0 ? [[removed, 'go', 'goes'] as const] : []),
    ...(changed > 0 ? [[changed, 'change', 'changes'] as const] : []),
  ];
  if (parts.length === 0) return null;
  return parts
    .map(([count, many, one], index) => {
      const noun = index > 0 ? '' : count === 1 ? ' flow' : ' flows';
      return `${count}${noun} ${count === 1 ? one : many}`;
    })
    .join(', ');
};
