import { structuredPatch } from 'diff';

/** Lines of context, as git has. */
const context = 3;

/** Beyond so many changed lines, finding the fewest takes longer than anyone waits. */
const maxEditLength = 2000;

/** The hunks of a unified diff between two texts, line by line without line ends; empty when they are equal. */
export function createHunks(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const patch = structuredPatch('', '', before, after, '', '', { context, maxEditLength });
  const hunks = patch?.hunks ?? [createBlockHunk(before, after)];
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${formatRange(oldStart, oldLines)} +${formatRange(newStart, newLines)} @@`,
    ...lines,
  ]);
}

/** An empty range stands after the line before it. */
const formatRange = (start: number, length: number): string => `${length === 0 ? start - 1 : start},${length}`;

/** Everything between the first and the last line that differ, as one block; for texts that have little in common. */
function createBlockHunk(before: string, after: string) {
  const old = toLines(before);
  const young = toLines(after);
  const shorter = Math.min(old.length, young.length);
  let head = 0;
  while (head < shorter && old[head] === young[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1;

  const first = Math.max(0, head - context);
  const after3 = Math.min(tail, context);
  const lines = [
    ...old.slice(first, head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...young.slice(head, young.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + after3).map((line) => ` ${line}`),
  ];
  return {
    oldStart: first + 1,
    oldLines: old.length - tail + after3 - first,
    newStart: first + 1,
    newLines: young.length - tail + after3 - first,
    lines: lines.flatMap((line) =>
      line.endsWith('\n') ? [line.slice(0, -1)] : [line, '\\ No newline at end of file'],
    ),
  };
}

/** Lines with their ends; only the last may have none. */
const toLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
