import { describe, expect, it } from 'vitest';
import { movePicture, type KeptPicture } from './movePicture.ts';

const scene = {};
const kept: KeptPicture = {
  content: [scene, 'light'],
  viewport: { x: 100, y: 50, zoom: 0.5 },
  pixels: 2,
  now: 1000,
  reach: 80,
  isHeavy: false,
};
const later = { ...kept, now: 1016 };
const at = (x: number, y: number, zoom = 0.5) => ({ ...later, viewport: { x, y, zoom } });

describe('movePicture', () => {
  it('moves a picture as far as it reaches', () => {
    expect(movePicture(kept, at(150, 30))).toEqual({ x: 50, y: -20, scale: 1 });
    expect(movePicture(kept, at(180, 50))).toEqual({ x: 80, y: 0, scale: 1 });
    expect(movePicture(kept, at(181, 50))).toBeNull();
    expect(movePicture(kept, at(100, -31))).toBeNull();
  });

  it('has it painted anew where it stands, and when it shows something else', () => {
    expect(movePicture(kept, later)).toBeNull();
    expect(movePicture(kept, { ...at(150, 50), content: [{}, 'light'] })).toBeNull();
    expect(movePicture(kept, { ...at(150, 50), content: [scene, 'dark'] })).toBeNull();
    expect(movePicture(kept, { ...at(150, 50), pixels: 1 })).toBeNull();
  });

  it('scales only what takes long to paint, not for long and not by much', () => {
    const heavy = { ...kept, isHeavy: true };
    expect(movePicture(kept, at(100, 50, 0.6))).toBeNull();
    const move = movePicture(heavy, at(120, 60, 0.6))!;
    // A point of the map stands where it stands seen from there.
    const [then, now] = [100 + 300 * 0.5, 120 + 300 * 0.6];
    expect(then * move.scale + move.x).toBeCloseTo(now);
    expect(movePicture(heavy, { ...at(120, 60, 0.6), now: 1300 })).toBeNull();
    expect(movePicture(heavy, at(120, 60, 0.95))).toBeNull();
    expect(movePicture(heavy, at(900, 50))).toEqual({ x: 800, y: 0, scale: 1 });
  });
});
