import { toLabelOffers, type LabelOffers } from './completeLabels.ts';
import { findSelection, type SelectionBase } from './findSelection.ts';
import type { Gap } from './Gap.ts';
import { readChild } from './readFieldText.ts';

/**
 * Whose labels are offered at a place: those that the selector there chooses among; in a workload's own selector those of
 * its template; where an object is labelled, those that are in use. Null where the map is none of labels. `index`: of the
 * map in the gap's schemas.
 */
export const findLabelOffers = (base: SelectionBase, { place, schemas }: Gap, index: number): LabelOffers | null => {
  const selection = findSelection(base, place, schemas);
  if (selection?.role === 'ownPods') {
    const labels = readTemplateLabels(place.object);
    if (Object.keys(labels).length > 0) return { code: 'workloads', holders: [{ name: 'template', labels }] };
  }
  if (selection !== null) return toLabelOffers(selection.candidates);
  if (schemas[index]?.role !== 'labels') return null;
  return { code: 'workloads', holders: base.cluster.workloads };
};

const readTemplateLabels = (object: Gap['place']['object']): Readonly<Record<string, string>> => {
  const template = readChild(readChild(object, 'spec'), 'template');
  const labels = readChild(readChild(template, 'metadata'), 'labels');
  if (labels?.type !== 'map') return {};
  return Object.fromEntries(
    labels.entries.flatMap(({ key, value }) => (value.type === 'scalar' ? [[key.text, value.text]] : [])),
  );
};
