import { countEdits } from '../../labels/countEdits.ts';

/** Fields that people mix up although they are not spelled alike: an egress rule has `to`, an ingress rule `from`. */
const mixedUp: ReadonlyMap<string, string> = new Map([
  ['from', 'to'],
  ['to', 'from'],
  ['selector', 'podSelector'],
  ['cidrs', 'cidr'],
  ['types', 'policyTypes'],
]);

/** The known field that an unknown one most likely means; null when none is near. */
export const suggestField = (unknown: string, known: readonly string[]): string | null => {
  const meant = mixedUp.get(unknown);
  if (meant !== undefined && known.includes(meant)) return meant;
  const word = unknown.toLowerCase();
  let best: { readonly field: string; readonly edits: number } | null = null;
  for (const field of known) {
    const edits = countEdits(word, field.toLowerCase());
    // Two slips in a long word, one in a short one: `port` for `ports`, but not `to` for `cidr`.
    if (edits <= (field.length > 4 ? 2 : 1) && (best === null || edits < best.edits)) best = { field, edits };
  }
  return best?.field ?? null;
};
