import { rgb } from 'd3-color';
import { interpolateRgb } from 'd3-interpolate';

/** The three colours of signed values, any CSS colour that d3-color reads. */
export interface SignedPalette {
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
}

/** The light theme's; what is drawn before the page's tokens can be read. */
export const LIGHT_PALETTE: SignedPalette = { negative: '#e8772e', zero: '#f3f1ec', positive: '#1f74b8' };

/**
 * Fill of a signed value on the fixed scale −1 … 1; what lies beyond is clamped (the number printed on it is not). NaN
 * has no colour.
 */
export function signedColor(value: number, palette: SignedPalette = LIGHT_PALETTE): string {
  if (Number.isNaN(value)) return 'transparent';
  const share = Math.max(-1, Math.min(1, value));
  const end = share < 0 ? palette.negative : palette.positive;
  return rgb(interpolateRgb(palette.zero, end)(Math.abs(share))).formatHex();
}

/** sRGB transfer function, IEC 61966-2-1 with WCAG's threshold; channel in 0 … 255. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2 relative luminance in [0, 1]. */
export function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Black or white, whichever contrasts more with a fill. */
export function contrastText(fill: string): '#000000' | '#ffffff' {
  const light = luminance(fill);
  // (L + .05)/.05 against 1.05/(L + .05): equal where (L + .05)² = .0525.
  return (light + 0.05) ** 2 >= 0.0525 ? '#000000' : '#ffffff';
}
