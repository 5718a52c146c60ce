import { expect, it } from 'vitest';
import { createLineIndex, toLineColumn } from '../../engine/index.ts';
import { lineAt } from './lineAt.ts';

it.each(['a: 1\nb: 2\n\nc: 3', 'a: 1\r\nb: 2\r\n', 'a: 1\rb: 2', ''])(
  'the line of every offset of %j is the one that problems name',
  (text) => {
    const index = createLineIndex(text);
    for (let offset = 0; offset <= text.length + 1; offset += 1) {
      expect(lineAt(text, offset)).toBe(toLineColumn(index, offset).line);
    }
  },
);
