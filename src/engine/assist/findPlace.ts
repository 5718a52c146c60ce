import { toKeyText } from '../manifest/findEntry.ts';
import type { TextRange } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import type { Place, PlaceStep } from './Place.ts';
import { readFieldText } from './readFieldText.ts';

const touches = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset <= end;

/** Where `offset` stands in the tree of a document. Aliases are not followed: what they stand for is written elsewhere. */
export const findPlace = (root: SourceNode, offset: number): Place => {
  const steps: PlaceStep[] = [];
  let node = root;
  for (;;) {
    if (node.type === 'map') {
      const entry = node.entries.find(({ key, range, value }) =>
        touches({ start: key.range.start, end: Math.max(range.end, value.range.end) }, offset),
      );
      if (entry === undefined) return toPlace(root, steps, { at: 'within', scalar: null });
      const name = toKeyText(entry.key);
      steps.push({ type: 'field', name, entry, node: entry.value });
      if (touches(entry.key.range, offset)) return toPlace(root, steps, { at: 'key', scalar: entry.key });
      node = entry.value;
    } else if (node.type === 'seq') {
      const index = node.items.findIndex(({ range }) => touches(range, offset));
      const item = node.items[index];
      if (item === undefined) return toPlace(root, steps, { at: 'within', scalar: null });
      steps.push({ type: 'item', index, node: item });
      node = item;
    } else {
      const scalar = node.type === 'scalar' && touches(node.range, offset) ? node : null;
      return toPlace(root, steps, { at: scalar === null ? 'within' : 'value', scalar });
    }
  }
};

/** Cuts the way through Lists off. */
const toPlace = (root: SourceNode, steps: readonly PlaceStep[], rest: Pick<Place, 'at' | 'scalar'>): Place => {
  let object = root.type === 'map' ? root : null;
  let left = steps;
  while (object !== null && isList(object)) {
    const [field, item] = left;
    if (field?.type !== 'field' || field.name !== 'items' || item?.type !== 'item') break;
    object = item.node.type === 'map' ? item.node : null;
    left = left.slice(2);
  }
  return { object, steps: left, ...rest };
};

export const isList = (map: SourceMap): boolean => /List$/.test(readFieldText(map, 'kind') ?? '');
