import type { SourceNode } from '../manifest/SourceNode.ts';
import { isSharedNode } from './isSharedNode.ts';
import type { IsolationStep, TreeSteps } from './planTreeSteps.ts';
import { findRoute, followRoute } from './Route.ts';
import type { TreeChange } from './TreeChange.ts';

/**
 * Changes of a tree as one step, after what they touch has been written out where that is wanted. A map that is reached in
 * several ways can not be written out: which of them is meant is not known here.
 */
export function isolateChanges(root: SourceNode, changes: readonly TreeChange[]): TreeSteps['steps'] {
  const placed = changes.map((change) => ({ change, route: findRoute(root, change.map) }));
  const isolations = placed.map(({ change, route }): IsolationStep => {
    const last = change.type === 'setItem' ? [change.key, change.position] : [change.key];
    return { isolate: () => (route === null || isSharedNode(root, change.map) ? null : [...route, ...last]) };
  });
  return [
    ...isolations,
    (now) => {
      const found = placed.map(({ change, route }) => {
        const map = now === root ? change.map : route && followRoute(now, route);
        return map && { ...change, map };
      });
      return found.every((change) => change !== null) ? found : 'ALIASED';
    },
  ];
}
