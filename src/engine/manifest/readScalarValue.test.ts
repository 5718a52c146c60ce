import { describe, expect, it } from 'vitest';
import { readScalarValue } from './readScalarValue.ts';

describe('a plain scalar is read as kubectl reads it', () => {
  it.each([
    ['yes', true],
    ['on', true],
    ['y', true],
    ['TRUE', true],
    ['No', false],
    ['off', false],
    ['n', false],
    ['', null],
    ['~', null],
    ['Null', null],
    ['80', 80],
    ['+5', 5],
    ['-7', -7],
    ['0777', 0o777],
    ['0o17', 0o17],
    ['0x1F', 31],
    ['-0b11', -3],
    ['1_000', 1000],
    ['08', 8],
    ['1.50', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['.inf', Infinity],
    ['yEs', 'yEs'],
    ['nULL', 'nULL'],
    ['1:30', '1:30'],
    ['2001-12-14', '2001-12-14'],
    ['10.0.0.1', '10.0.0.1'],
    ['1.2.3', '1.2.3'],
    ['0x', '0x'],
    ['-', '-'],
    ['.', '.'],
    ['v1', 'v1'],
    ['8080-8090', '8080-8090'],
  ])('%s', (text, value) => {
    expect(readScalarValue(text)).toBe(value);
  });
});
