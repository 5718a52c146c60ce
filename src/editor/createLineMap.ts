/** A place as Monaco counts: lines and columns from 1. */
export interface ModelPosition {
  readonly lineNumber: number;
  readonly column: number;
}

/**
 * Between a file's own text, whose every byte matters, and Monaco's model of it, which knows one kind of line end and no
 * byte order mark. Lines end at `\r\n`, `\n` or `\r`, as in Monaco.
 */
export interface LineMap {
  /** What Monaco shows: `\n` everywhere, no byte order mark. */
  readonly modelText: string;
  /** The line end that new lines get: the file's own, the more frequent one. */
  readonly lineEnd: '\n' | '\r\n';
  toOffset(position: ModelPosition): number;
  toPosition(offset: number): ModelPosition;
}

const byteOrderMark = '\uFEFF';

export function createLineMap(text: string): LineMap {
  const bodyStart = text.startsWith(byteOrderMark) ? 1 : 0;
  /** Where each line starts, and where its text ends (before its line end). */
  const starts: number[] = [bodyStart];
  const ends: number[] = [];
  let windows = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    if (match[0] === '\r\n') windows += 1;
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  ends.push(text.length);

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    modelText: text.slice(bodyStart).replaceAll(/\r\n|\r/g, '\n'),
    lineEnd: windows * 2 > starts.length - 1 ? '\r\n' : '\n',
    toOffset({ lineNumber, column }) {
      const line = Math.min(Math.max(lineNumber, 1), starts.length) - 1;
      return Math.min(starts[line]! + Math.max(column, 1) - 1, ends[line]!);
    },
    toPosition(offset) {
      const line = lineAt(offset);
      const inLine = Math.min(Math.max(offset, starts[line]!), ends[line]!) - starts[line]!;
      return { lineNumber: line + 1, column: inLine + 1 };
    },
  };
}
