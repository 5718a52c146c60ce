import { useMemo } from 'react';
import type { LabelSet } from '../../engine/index.ts';
import { usePolder } from '../../store/store.ts';

export interface KnownLabels {
  readonly keys: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Longer lists help nobody. */
const mostValues = 200;

/** Labels that pods, or namespaces, of the workspace have: what a selector can be about. */
export function useKnownLabels(of: 'pods' | 'namespaces'): KnownLabels {
  const snapshot = usePolder(({ analysis }) => analysis.snapshot);
  return useMemo(() => {
    const sets = of === 'pods' ? snapshot?.workloads : snapshot?.namespaces;
    return collect((sets ?? []).map(({ labels }) => labels));
  }, [snapshot, of]);
}

function collect(sets: readonly LabelSet[]): KnownLabels {
  const found = new Map<string, Set<string>>();
  for (const labels of sets) {
    for (const [key, value] of Object.entries(labels)) {
      const values = found.get(key) ?? new Set();
      if (values.size < mostValues) found.set(key, values.add(value));
    }
  }
  return {
    keys: [...found.keys()].sort(),
    values: new Map([...found].map(([key, values]) => [key, [...values].sort()])),
  };
}
