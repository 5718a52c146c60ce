import type { LabelSelector } from '../labels/LabelSelector.ts';
import type { FileRange } from '../manifest/SourceFile.ts';
import type { SourceMap, SourceNode } from '../manifest/SourceNode.ts';
import { toKeyText } from '../manifest/findEntry.ts';
import type { AssistBase } from './AssistBase.ts';
import { findSelection, type Candidates, type SelectorRole } from './findSelection.ts';
import { listObjectMaps } from './listObjectMaps.ts';
import type { PlaceStep } from './Place.ts';
import type { FieldSchema } from './schema/FieldSchema.ts';
import { enterSchema, resolveObjectSchema } from './schema/resolveSchema.ts';

/** A selector somewhere in the workspace. */
export interface WrittenSelector {
  readonly at: FileRange;
  readonly role: SelectorRole;
  readonly selector: LabelSelector;
  readonly candidates: Candidates;
}

/** Kinds with selectors that reach other objects. */
const selecting = ['NetworkPolicy', 'Service'];

/** The selectors of all policies and Services that parse, at the key that each stands under. */
export const listSelectors = (base: AssistBase): readonly WrittenSelector[] =>
  base.manifests.files
    .flatMap(({ documents }) => documents)
    .filter(({ objects }) => objects.some(({ kind }) => selecting.includes(kind)))
    .flatMap(({ file, root }) =>
      root === null ? [] : listObjectMaps(root).flatMap((object) => listIn(base, { file, object })),
    );

const listIn = (
  base: AssistBase,
  { file, object }: { readonly file: FileRange['file']; readonly object: SourceMap },
): readonly WrittenSelector[] => {
  const found: WrittenSelector[] = [];
  const visit = (node: SourceNode, steps: readonly PlaceStep[], schemas: readonly FieldSchema[]): void => {
    const schema = schemas.at(-1)!;
    const last = steps.at(-1);
    if (schema.role !== undefined && last?.type === 'field') {
      const place = { steps, object, at: 'key', scalar: last.entry.key } as const;
      const selection = findSelection(base, place, schemas);
      if (selection !== null && selection.step === steps.length - 1 && selection.selector !== null) {
        const { role, selector, candidates } = selection;
        found.push({ at: { file, ...last.entry.key.range }, role, selector, candidates });
        return;
      }
    }
    for (const step of listSteps(node)) {
      const next = enterSchema(schema, step);
      if (next !== null) visit(step.node, [...steps, step], [...schemas, next]);
    }
  };
  visit(object, [], [resolveObjectSchema(object)]);
  return found;
};

const listSteps = (node: SourceNode): readonly PlaceStep[] => {
  if (node.type === 'map') {
    return node.entries.map((entry) => ({ type: 'field', name: toKeyText(entry.key), entry, node: entry.value }));
  }
  return node.type === 'seq' ? node.items.map((item, index) => ({ type: 'item', index, node: item })) : [];
};
