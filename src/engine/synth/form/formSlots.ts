import type { RefusalCode } from '../../edits/EditPlan.ts';
import { findOwnEntry } from '../../edits/findOwnEntry.ts';
import type { TreeChange } from '../../edits/TreeChange.ts';
import type { YamlValue } from '../../edits/YamlValue.ts';
import { resolveAlias, type ResolvedNode } from '../../manifest/resolveAlias.ts';
import type { SourceMap } from '../../manifest/SourceNode.ts';
import { findMapIn, peerKeyOf } from './readPolicyForm.ts';
import { findValue, readItems } from './readFormItems.ts';
import type { FormItemPlace, FormRulePlace, FormSelectorPlace } from './PolicyForm.ts';

/** The changes of one step of a form's edit, found in the policy's map as the steps before left it. */
export type ObjectStep = (object: SourceMap) => readonly TreeChange[] | RefusalCode;

/** Where a value stands or would stand: an entry of a map, or an item of the sequence there. */
export interface Slot {
  readonly map: SourceMap;
  readonly key: string;
  readonly position?: number;
  /** What stands there; null: nothing. */
  readonly value: ResolvedNode | null;
}

const toMap = ({ value }: Slot): SourceMap | null => (value?.type === 'map' ? value : null);

export const fieldSlot = (map: SourceMap, key: string): Slot => ({ map, key, value: findValue(map, key) });

function itemSlot(map: SourceMap, key: string, position: number): Slot | null {
  const item = readItems(map, key)[position];
  return item ? { map, key, position, value: resolveAlias(item) } : null;
}

export const findSpec = (object: SourceMap): SourceMap | null => findMapIn(object, 'spec');

export function findRule(object: SourceMap, { direction, rule }: FormRulePlace): Slot | null {
  const spec = findSpec(object);
  const slot = spec && itemSlot(spec, direction, rule);
  return slot?.value?.type === 'map' ? slot : null;
}

/** An item of a rule's peers or ports, which is a map. */
export function findItem(object: SourceMap, place: FormItemPlace, list: 'peers' | 'ports'): Slot | null {
  const rule = findRule(object, place);
  const map = rule && toMap(rule);
  const slot = map && itemSlot(map, list === 'peers' ? peerKeyOf(place.direction) : 'ports', place.item);
  return slot?.value?.type === 'map' ? slot : null;
}

export function findSelector(object: SourceMap, place: FormSelectorPlace): Slot | null {
  if (place.of === 'subject') {
    const spec = findSpec(object);
    return spec && fieldSlot(spec, 'podSelector');
  }
  const peer = findItem(object, place, 'peers');
  const map = peer && toMap(peer);
  return map && fieldSlot(map, place.of === 'pods' ? 'podSelector' : 'namespaceSelector');
}

/** Writes what stands in a slot anew. */
export function setSlot({ map, key, position }: Slot, value: YamlValue): TreeChange {
  return position === undefined ? setField(map, key, value) : { type: 'setItem', map, key, position, value };
}

/** An entry of a map that has entries: another value, or one more. */
export const setField = (map: SourceMap, key: string, value: YamlValue, placeAfter?: string): TreeChange =>
  findOwnEntry(map, key) === null
    ? { type: 'addEntry', map, key, value, ...(placeAfter !== undefined && { placeAfter }) }
    : { type: 'setValue', map, key, value };

/** An entry of the map in a slot, which may have to be made. */
export function setInside(slot: Slot, key: string, value: YamlValue, placeAfter?: string): TreeChange {
  const map = toMap(slot);
  return map && map.entries.length > 0 ? setField(map, key, value, placeAfter) : setSlot(slot, { [key]: value });
}

/** Items at the end of a list in the map in a slot; either may have to be made. */
export function addInside(slot: Slot, key: string, items: readonly YamlValue[]): TreeChange {
  const map = toMap(slot);
  return map && map.entries.length > 0 ? { type: 'addItems', map, key, items } : setSlot(slot, { [key]: items });
}

/** Takes an entry out of the map in a slot; the last one leaves `{}`. */
export function removeInside(slot: Slot, key: string): readonly TreeChange[] {
  const map = toMap(slot);
  if (map === null || findValue(map, key) === null) return [];
  return map.entries.length > 1 ? [{ type: 'removeEntry', map, key }] : [setSlot(slot, {})];
}

/** One item less; the last one takes the list along. */
export function removeItemInside(slot: Slot, key: string, position: number): readonly TreeChange[] {
  const map = toMap(slot);
  if (map === null) return [];
  return readItems(map, key).length > 1
    ? [{ type: 'removeItems', map, key, positions: [position], whenEmpty: 'absent' }]
    : removeInside(slot, key);
}

/** Another list of texts in the place of one, with as little as possible written anew. */
export function setTexts(map: SourceMap, key: string, old: readonly string[], next: readonly string[]): TreeChange[] {
  const remove = (positions: readonly number[]): TreeChange[] =>
    positions.length > 0 ? [{ type: 'removeItems', map, key, positions, whenEmpty: 'absent' }] : [];
  const dropped = findDropped(old, next);
  if (dropped !== null) return remove(dropped);
  const more = next.slice(old.length);
  return [
    ...next.flatMap((value, position): TreeChange[] =>
      position < old.length && old[position] !== value ? [{ type: 'setItem', map, key, position, value }] : [],
    ),
    ...(more.length > 0 ? [{ type: 'addItems', map, key, items: more } as const] : []),
    ...remove(old.map((_, position) => position).slice(next.length)),
  ];
}

/** The positions of `old` that are gone in `next`; null when that is not the whole difference. */
function findDropped(old: readonly string[], next: readonly string[]): readonly number[] | null {
  const dropped: number[] = [];
  let at = 0;
  old.forEach((text, position) => {
    if (next[at] === text) at += 1;
    else dropped.push(position);
  });
  return at === next.length ? dropped : null;
}

/** A spec that is missing or empty gets the selector that it means, so that there is something to write beside. */
export const stateSpec: ObjectStep = (object) =>
  (findSpec(object)?.entries.length ?? 0) > 0 ? [] : [setInside(fieldSlot(object, 'spec'), 'podSelector', {})];
