import type { TextEdit } from '../edits/EditPlan.ts';

/**
 * Why a document is not formatted.
 * - BROKEN: it does not parse · TEMPLATE: it is a Helm template · COMMENTS: comments would have to move
 * - UNUSUAL: it is written in a way that cannot be set right line by line · TIDY: nothing to do
 */
export type FormatRefusal = 'BROKEN' | 'TEMPLATE' | 'COMMENTS' | 'UNUSUAL' | 'TIDY';

export type FormatResult =
  { readonly ok: true; readonly edits: readonly TextEdit[] } | { readonly ok: false; readonly reason: FormatRefusal };
