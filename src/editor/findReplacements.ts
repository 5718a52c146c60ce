import { findReplacement } from './findReplacement.ts';

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Beyond that many lines on a side, what differs is replaced as one piece. */
const maxLines = 400;

/**
 * The replacements that make `before` into `after`, line by line where that is cheap, so that cursors between them stay on
 * their text. By place, not overlapping; empty when the texts are equal.
 */
export function findReplacements(before: string, after: string): readonly Replacement[] {
  const whole = findReplacement(before, after);
  if (whole === null) return [];
  const start = whole.start === 0 ? 0 : before.lastIndexOf('\n', whole.start - 1) + 1;
  const tail = before.indexOf('\n', whole.end);
  const end = tail < 0 ? before.length : tail + 1;
  const old = splitLines(before.slice(start, end));
  const fresh = splitLines(after.slice(start, end + after.length - before.length));
  if (old.length > maxLines || fresh.length > maxLines) return [whole];
  let offset = start;
  return listHunks(old, fresh).flatMap(({ kept, removed, added }) => {
    offset += kept.length;
    const from = offset;
    offset += removed.length;
    const inner = findReplacement(removed, added);
    return inner === null ? [] : [{ start: from + inner.start, end: from + inner.end, text: inner.text }];
  });
}

const splitLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

interface Hunk {
  /** In front of what changes. */
  readonly kept: string;
  readonly removed: string;
  readonly added: string;
}

/** By the longest common subsequence of lines. */
function listHunks(old: readonly string[], fresh: readonly string[]): readonly Hunk[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === fresh[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    let [kept, removed, added] = ['', '', ''];
    while (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      kept += old[i];
      i++;
      j++;
    }
    while ((i < old.length || j < fresh.length) && !(i < old.length && j < fresh.length && old[i] === fresh[j])) {
      if (j >= fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) removed += old[i++];
      else added += fresh[j++];
    }
    hunks.push({ kept, removed, added });
  }
  return hunks;
}
