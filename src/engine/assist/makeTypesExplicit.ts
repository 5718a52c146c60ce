import { planDocumentChanges } from '../edits/planDocumentChanges.ts';
import type { ManifestDocument } from '../manifest/ManifestSet.ts';
import { findFile, type AssistBase } from './AssistBase.ts';
import { findStyle } from './findStyle.ts';
import type { Fix } from './Fix.ts';
import type { OpenDocument } from './openDocument.ts';
import type { Place } from './Place.ts';
import { readChild } from './readFieldText.ts';
import { policyTypes } from '../policy/policyTypes.ts';

/** Writes out the `policyTypes` that a policy has by default: what it isolates is the same, and can be seen. */
export const makeTypesExplicit = (base: AssistBase, open: OpenDocument, place: Place): readonly Fix[] => {
  const { object } = place;
  const spec = readChild(object, 'spec');
  const isHere =
    place.steps.length === 0 || (place.steps[0]?.type === 'field' && ['spec', 'kind'].includes(place.steps[0].name));
  if (object === null || spec?.type !== 'map' || !isHere || readChild(spec, 'policyTypes') !== null) return [];
  const policy = base.tiers
    .flatMap((tier) => tier.policies)
    .find(({ origin }) => origin.file === open.file && origin.range.start === object.range.start);
  const document: ManifestDocument | undefined = findFile(base, open.file)?.documents.find(
    ({ root }) => root === open.root,
  );
  if (policy === undefined || document === undefined) return [];
  const types = policy.isolates.map((direction) => policyTypes[direction]);
  const style = findStyle(open.text, open.root, place);
  const planned = planDocumentChanges(open.text, document, {
    changes: [{ type: 'addEntry', map: spec, key: 'policyTypes', value: types, placeAfter: 'podSelector' }],
    style,
  });
  if (!planned.ok) return [];
  const edits = planned.edits.map((edit) => ({ ...edit, file: open.file }));
  return [{ code: 'POLICY_TYPES', args: { types: types.join(', ') }, mends: null, edits }];
};
