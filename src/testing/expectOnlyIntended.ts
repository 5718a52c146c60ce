import { expect } from 'vitest';
import type { EditPlan } from '../engine/edits/EditPlan.ts';
import type { ManifestDocument, ManifestSet } from '../engine/manifest/ManifestSet.ts';

/**
 * Every edit lies in a document that may be edited, or at the end of a file, and every other document keeps its bytes and
 * its state. Documents that a plan takes away are left to the caller.
 */
export function expectOnlyIntended(
  before: ManifestSet,
  after: ManifestSet,
  plan: EditPlan,
  mayBeEdited: (document: ManifestDocument) => boolean,
): void {
  for (const { file, range } of plan.edits) {
    const old = before.files.find(({ source }) => source.path === file)!;
    const documents = old.documents.filter(
      (document) => range.start >= document.range.start && range.end <= document.range.end,
    );
    const isAtEnd = /^(?:---\s*)?$/.test(old.source.text.slice(range.start));
    expect(isAtEnd || documents.some(mayBeEdited)).toBe(true);
  }
  for (const { source, documents } of before.files) {
    const now = after.files.find((file) => file.source.path === source.path)!;
    const kept = documents.filter(({ status }) => status !== 'empty');
    const found = now.documents.filter(({ status }) => status !== 'empty');
    expect(found.length).toBeGreaterThanOrEqual(kept.length);
    kept.forEach(({ range, status }, position) => {
      expect(found[position]?.status).toBe(status);
      const isEdited = plan.edits.some(
        (edit) => edit.file === source.path && edit.range.start <= range.end && edit.range.end >= range.start,
      );
      const { start, end } = found[position]!.range;
      if (!isEdited) expect(now.source.text.slice(start, end)).toBe(source.text.slice(range.start, range.end));
    });
  }
}
