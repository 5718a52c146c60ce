import type { WorkloadView } from '../../engine/index.ts';

/** A key that must be there, or a key with its value. */
export interface LabelWish {
  readonly key: string;
  readonly value: string | null;
}

/** `app=web, tier` → two wishes; both must hold. */
export const parseLabels = (text: string): readonly LabelWish[] =>
  text
    .split(/[,\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0
        ? { key: part, value: null }
        : { key: part.slice(0, at), value: part.slice(at + 1).replace(/^=/, '') };
    });

export const matchesLabels = (labels: WorkloadView['labels'], wishes: readonly LabelWish[]): boolean =>
  wishes.every(({ key, value }) => (value === null ? key in labels : labels[key] === value));
