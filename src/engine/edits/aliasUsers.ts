import { findEntry, listEntries, toKeyText } from '../manifest/findEntry.ts';
import { resolveAlias } from '../manifest/resolveAlias.ts';
import type { SourceMap, SourceNode, SourceSeq } from '../manifest/SourceNode.ts';
import { findOwnEntry } from './findOwnEntry.ts';
import type { TreeChange } from './TreeChange.ts';
import type { YamlValue } from './YamlValue.ts';

/** Where a node stands as written: an entry of a map, or an item of the sequence that is the entry's value. */
interface Place {
  readonly map: SourceMap;
  readonly key: string;
  readonly position?: number;
}

/** Of an item of the sequence at a place; a list in a list has none. */
const toItem = (place: Place | null, position: number): Place | null =>
  place && place.position === undefined ? { ...place, position } : null;

type Visit = (node: SourceNode, place: Place | null) => void;

/** Every node as written, with its place; null where it has none that a change could name (the root, a list in a list). */
function visitPlaces(node: SourceNode, visit: Visit, place: Place | null = null): void {
  visit(node, place);
  if (node.type === 'map') {
    for (const { key, value } of node.entries) visitPlaces(value, visit, { map: node, key: toKeyText(key) });
  } else if (node.type === 'seq') {
    node.items.forEach((item, position) => visitPlaces(item, visit, toItem(place, position)));
  }
}

function findPlace(root: SourceNode, node: SourceNode): Place | null {
  let found: Place | null = null;
  visitPlaces(root, (other, place) => {
    if (other === node) found = place;
  });
  return found;
}

/** More are not written out: a document can hold far more by aliases than it has characters. */
const mostCopied = 2000;

/** What a node says, aliases and merge keys written out; null when that is too much. */
export function copyNode(node: SourceNode): YamlValue | undefined {
  let count = 0;
  const copy = (original: SourceNode): YamlValue => {
    count += 1;
    if (count > mostCopied) throw new RangeError('too much to write out');
    const resolved = resolveAlias(original);
    if (resolved.type === 'scalar') return resolved.value;
    if (resolved.type === 'seq') return resolved.items.map(copy);
    return Object.fromEntries(listEntries(resolved).map(({ key, value }) => [toKeyText(key), copy(value)]));
  };
  try {
    return copy(node);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const replaceAt = ({ map, key, position }: Place, value: YamlValue): TreeChange =>
  position === undefined ? { type: 'setValue', map, key, value } : { type: 'setItem', map, key, position, value };

/** The change where what it means to change is written: where the anchor stands, or in the map that is merged. */
export function retarget(root: SourceNode, change: TreeChange): TreeChange | null {
  const own = findOwnEntry(change.map, change.key);
  if (own === null) {
    const inherited = findEntry(change.map, change.key);
    if (inherited === null || change.type === 'addEntry') return change;
    const owner = findOwner(root, inherited);
    return owner && { ...change, map: owner };
  }
  const { value } = own;
  if (change.type === 'addEntry' || change.type === 'removeEntry' || change.type === 'setKey') return change;
  if (value.type === 'alias') {
    const place = findPlace(root, value.target);
    if (place === null) return null;
    if (place.position === undefined) return { ...change, map: place.map, key: place.key };
    return change.type === 'setValue' ? replaceAt(place, change.value) : null;
  }
  const item = change.type === 'setItem' && value.type === 'seq' ? value.items[change.position] : undefined;
  if (change.type !== 'setItem' || item?.type !== 'alias') return change;
  const place = findPlace(root, item.target);
  return place && replaceAt(place, change.value);
}

function findOwner(root: SourceNode, entry: ReturnType<typeof findEntry>): SourceMap | null {
  let owner: SourceMap | null = null;
  visitPlaces(root, (node) => {
    if (node.type === 'map' && entry && node.entries.includes(entry)) owner = node;
  });
  return owner;
}

/** The way to a node by keys and positions, as written. */
export type Route = readonly (string | number)[];

export function findRoute(node: SourceNode, target: SourceNode): Route | null {
  if (node === target) return [];
  const children: readonly (readonly [string | number, SourceNode])[] =
    node.type === 'map'
      ? node.entries.map(({ key, value }) => [toKeyText(key), value] as const)
      : node.type === 'seq'
        ? node.items.map((item, position) => [position, item] as const)
        : [];
  for (const [step, child] of children) {
    const route = findRoute(child, target);
    if (route !== null) return [step, ...route];
  }
  return null;
}

/** The map at the end of a route on which nothing is shared any more. */
export function followRoute(root: SourceNode, route: Route): SourceMap | null {
  let node: SourceNode | undefined = root;
  for (const step of route) {
    if (node?.type === 'map' && typeof step === 'string') node = findOwnEntry(node, step)?.value;
    else if (node?.type === 'seq' && typeof step === 'number') node = node.items[step];
    else return null;
  }
  return node?.type === 'map' ? node : null;
}

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

/** By what is referred to: the places that do. */
function listUsers(root: SourceNode): ReadonlyMap<SourceNode, readonly (Place | null)[]> {
  const users = new Map<SourceNode, (Place | null)[]>();
  visitPlaces(root, (node, place) => {
    if (node.type !== 'alias') return;
    users.set(node.target, [...(users.get(node.target) ?? []), place]);
  });
  return users;
}

/** The names of the anchors through which a change of an entry is shared. */
export function findAnchors(root: SourceNode, { map, key }: TreeChange): readonly string[] {
  const users = listUsers(root);
  const value = findOwnEntry(map, key)?.value;
  const names: string[] = value === undefined ? [] : value.type === 'alias' ? [value.name] : listOwn(value, users);
  const collect = (node: SourceNode): boolean => {
    const isOnTheWay = node === map || listChildren(node).some(collect);
    if (isOnTheWay) names.push(...listOwn(node, users));
    return isOnTheWay;
  };
  collect(root);
  return [...new Set(names)];
}

/** The name of a node's anchor, when somebody refers to it. */
const listOwn = (node: SourceNode, users: ReadonlyMap<SourceNode, unknown>): string[] =>
  node.type !== 'alias' && node.anchor !== undefined && users.has(node) ? [node.anchor] : [];

const listChildren = (node: SourceMap | SourceSeq | SourceNode): readonly SourceNode[] =>
  node.type === 'map' ? node.entries.map(({ value }) => value) : node.type === 'seq' ? node.items : [];
