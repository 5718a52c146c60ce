import { findEntry } from '../manifest/findEntry.ts';
import type { SourceNode } from '../manifest/SourceNode.ts';
import { copyNode } from './copyNode.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import { listUsers, replaceAt, toItem, type Place } from './nodePlaces.ts';
import type { Route } from './Route.ts';
import type { TreeChange } from './TreeChange.ts';

/**
 * The next change towards a route on which everything is written in its place, and there only: an alias or an inherited entry
 * on it is written out; who refers to something on it gets a copy. None: the route is like that. Null: it can not be.
 */
export function isolateRoute(root: SourceNode, route: Route): readonly TreeChange[] | null {
  const users = listUsers(root);
  let node: SourceNode = root;
  let place: Place | null = null as Place | null;
  for (const step of route) {
    if (node.type === 'map' && typeof step === 'string') {
      const own = findOwnEntry(node, step);
      if (own === null) {
        const inherited = findEntry(node, step);
        const value = inherited ? copyNode(inherited.value) : undefined;
        if (inherited === null) return [];
        return value === undefined ? null : [{ type: 'addEntry', map: node, key: step, value }];
      }
      place = { map: node, key: step };
      node = own.value;
    } else if (node.type === 'seq' && typeof step === 'number' && node.items[step]) {
      place = toItem(place, step);
      node = node.items[step];
    } else return [];
    if (node.type === 'alias') return writeOut(place, node.target);
    const own = users.get(node);
    if (own) return writeOutAll(own, node);
  }
  return [];
}

function writeOut(place: Place | null, node: SourceNode): readonly TreeChange[] | null {
  const value = copyNode(node);
  return place === null || value === undefined ? null : [replaceAt(place, value)];
}

function writeOutAll(places: readonly (Place | null)[], node: SourceNode): readonly TreeChange[] | null {
  const changes = places.map((place) => writeOut(place, node));
  return changes.every((change) => change !== null) ? changes.flat() : null;
}
