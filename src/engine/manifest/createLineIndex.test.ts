import { expect, it } from 'vitest';
import { createLineIndex, toLineColumn } from './createLineIndex.ts';

it.each([
  ['a\nbc\n', 0, 1, 1],
  ['a\nbc\n', 1, 1, 2],
  ['a\nbc\n', 2, 2, 1],
  ['a\nbc\n', 5, 3, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['', 0, 1, 1],
  ['ab', 99, 1, 100],
])('in %j the offset %i is in line %i, column %i', (text, offset, line, column) => {
  expect(toLineColumn(createLineIndex(text), offset)).toEqual({ line, column });
});
