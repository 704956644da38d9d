import { describe, expect, it } from 'vitest';
import { contrastText, LIGHT_PALETTE, luminance, paintSigned, signedColor } from './palette.ts';

const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('signedColor', () => {
  it('takes the three stated colours at −1, 0 and 1', () => {
    expect([-1, 0, 1].map((value) => signedColor(value))).toEqual(['#e8772e', '#f3f1ec', '#1f74b8']);
  });

  it('clamps the colour of what lies beyond', () => {
    expect(signedColor(7)).toBe(signedColor(1));
    expect(signedColor(Number.NEGATIVE_INFINITY)).toBe(signedColor(-1));
    expect(signedColor(Number.NaN)).toBe('transparent');
  });

  it('takes half of each colour at a half', () => expect(signedColor(0.5)).toBe('#89b3d2'));
});

it('paints the same colours into an image', () => {
  const bytes = new Uint8ClampedArray(8).fill(9);
  paintSigned(bytes, 4, -1, LIGHT_PALETTE);
  expect([...bytes]).toEqual([9, 9, 9, 9, 0xe8, 0x77, 0x2e, 255]);
  paintSigned(bytes, 0, Number.NaN, LIGHT_PALETTE);
  expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
});

describe('contrastText', () => {
  it('knows the ends', () => {
    expect(contrastText('#ffffff')).toBe('#000000');
    expect(contrastText('#000')).toBe('#ffffff');
  });

  it('never takes the weaker of the two, and reads at 4.5:1 on every value', () => {
    for (const palette of [LIGHT_PALETTE, { negative: '#ef8a45', zero: '#2a2f3a', positive: '#4a9de0' }]) {
      for (let value = -1; value <= 1; value += 0.01) {
        const fill = luminance(signedColor(value, palette));
        const [black, white] = [ratio(fill, 0), ratio(fill, 1)];
        expect(contrastText(signedColor(value, palette))).toBe(black >= white ? '#000000' : '#ffffff');
        expect(Math.max(black, white)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
