import type { Pod } from '../cluster/Cluster.ts';
import type { LabelRequirement } from '../labels/LabelSelector.ts';
import { rankKey } from './chooseLabels.ts';
import { isStableLabel } from './isStableLabel.ts';

/**
 * A requirement that no excluded pod meets and every kept one does: a label that all excluded pods carry, with values that
 * no kept pod has. The most telling key wins. Null when no single label tells them apart.
 */
export function findExclusion(excluded: readonly Pod[], kept: readonly Pod[]): LabelRequirement | null {
  const [first] = excluded;
  if (!first) return null;
  const keys = Object.keys(first.labels)
    .filter(isStableLabel)
    .sort((a, b) => rankKey(a) - rankKey(b));
  for (const key of keys) {
    if (!excluded.every(({ labels }) => Object.hasOwn(labels, key))) continue;
    const values = [...new Set(excluded.map(({ labels }) => labels[key]!))];
    const isClear = kept.every(({ labels }) => !Object.hasOwn(labels, key) || !values.includes(labels[key]!));
    if (isClear) return { key, operator: 'NotIn', values };
  }
  return null;
}
