import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotStamp, type Splats, splat } from './splat.ts';

const SIDE = 40;
const image = () => ({ width: SIDE, height: SIDE, pixels: new Uint32Array(SIDE * SIDE).fill(0xffffffff) });
const alphaOf = (pixel: number) => pixel >>> 24;

function drawn(screen: readonly number[], more: Partial<Splats> = {}) {
  const into = image();
  splat(into, {
    screen: Float32Array.from(screen),
    ratio: 1,
    levels: null,
    stamps: [dotStamp(3, 0.8)],
    classes: null,
    colours: Uint32Array.of(0x112233, 0x445566),
    ...more,
  });
  return into.pixels;
}

describe('splat', () => {
  it('covers as much as a disc has, about the place of its point', () => {
    const place = fc.double({ min: 8, max: 32, noNaN: true });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const pixels = drawn([x, y]);
        let [mass, across, down] = [0, 0, 0];
        pixels.forEach((pixel, i) => {
          const alpha = alphaOf(pixel);
          mass += alpha;
          across += alpha * ((i % SIDE) + 0.5);
          down += alpha * (Math.floor(i / SIDE) + 0.5);
        });
        const disc = Math.PI * 9 * 0.8 * 255;
        expect(mass / disc).toBeGreaterThan(0.95);
        expect(mass / disc).toBeLessThan(1.06);
        expect(Math.abs(across / mass - x)).toBeLessThan(0.15);
        expect(Math.abs(down / mass - y)).toBeLessThan(0.15);
      }),
      { numRuns: 60 },
    );
  });

  it('adds opacities as light passes through two films', () => {
    const once = alphaOf(drawn([20.5, 20.5])[20 * SIDE + 20] ?? 0) / 255;
    const twice = alphaOf(drawn([20.5, 20.5, 20.5, 20.5])[20 * SIDE + 20] ?? 0) / 255;
    expect(once).toBeCloseTo(0.8, 1);
    expect(twice).toBeCloseTo(1 - (1 - once) ** 2, 1);
  });

  it('gives each its class colour, higher levels above lower ones', () => {
    const at = 20 * SIDE + 20;
    const classes = Uint8Array.of(1, 0);
    const stamps = [dotStamp(3, 1), dotStamp(3, 1)];
    const screen = [20.5, 20.5, 20.5, 20.5];
    const colour = (levels: Uint8Array) => (drawn(screen, { classes, stamps, levels })[at] ?? 0) & 0xffffff;
    expect(colour(Uint8Array.of(0, 1))).toBe(0x112233);
    expect(colour(Uint8Array.of(1, 0))).toBe(0x445566);
  });

  it('draws nothing outside, nothing that is no number, and clears what was there', () => {
    expect(drawn([-50, 5, 5, 900, Number.NaN, 20, 0, 0]).every((pixel) => pixel === 0)).toBe(true);
  });
});
