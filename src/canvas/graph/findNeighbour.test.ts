import { describe, expect, it } from 'vitest';
import { findFirst, findNeighbour } from './findNeighbour.ts';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 60 });
const boxes = new Map([
  ['web', box(0, 0)],
  ['api', box(300, 20)],
  ['db', box(600, 0)],
  ['cache', box(300, 140)],
]);

describe('findNeighbour', () => {
  it('walks to the nearest box in a direction', () => {
    expect(findNeighbour(boxes, 'web', 'right')).toBe('api');
    expect(findNeighbour(boxes, 'api', 'right')).toBe('db');
    expect(findNeighbour(boxes, 'api', 'down')).toBe('cache');
    expect(findNeighbour(boxes, 'cache', 'up')).toBe('api');
  });

  it('stops at the edge of the map', () => {
    expect(findNeighbour(boxes, 'web', 'left')).toBeNull();
  });

  it('starts at the top left', () => {
    expect(findFirst(boxes)).toBe('web');
  });
});
