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

/** Colours on each side of 0: more than a screen's 8 bits a channel can tell apart. */
const SHADES = 256;

const tables = new WeakMap<SignedPalette, readonly string[]>();

/** The colours of −1 … 1 in steps of 1/256. Figures ask for thousands a second, and parsing colours is slow. */
function shadesOf(palette: SignedPalette): readonly string[] {
  const known = tables.get(palette);
  if (known) return known;
  const negative = interpolateRgb(palette.zero, palette.negative);
  const positive = interpolateRgb(palette.zero, palette.positive);
  const table = Array.from({ length: 2 * SHADES + 1 }, (_, i) => {
    const share = i / SHADES - 1;
    return rgb((share < 0 ? negative : positive)(Math.abs(share))).formatHex();
  });
  tables.set(palette, table);
  return table;
}

/**
 * Fill of a signed value on the fixed scale −1 … 1; what lies beyond is clamped (the number printed on it is not). NaN
 * has no colour.
 */
export function signedColor(value: number, palette: SignedPalette = LIGHT_PALETTE): string {
  if (Number.isNaN(value)) return 'transparent';
  const share = Math.max(-1, Math.min(1, value));
  return shadesOf(palette)[Math.round((share + 1) * SHADES)] ?? 'transparent';
}

/** (red, green, blue, alpha) of a signed value's fill, written into an image's bytes at `start`; none for NaN. */
export function paintSigned(
  bytes: Uint8ClampedArray,
  start: number,
  value: number,
  palette: SignedPalette,
): void {
  const table = bytesOf(palette);
  const share = Math.max(-1, Math.min(1, value));
  const at = 4 * Math.round((share + 1) * SHADES);
  for (let i = 0; i < 4; i++) bytes[start + i] = Number.isNaN(value) ? 0 : table[at + i]!;
}

const byteTables = new WeakMap<SignedPalette, Uint8ClampedArray>();

function bytesOf(palette: SignedPalette): Uint8ClampedArray {
  const known = byteTables.get(palette);
  if (known) return known;
  const table = Uint8ClampedArray.from(
    shadesOf(palette).flatMap((shade) => {
      const { r, g, b } = rgb(shade);
      return [r, g, b, 255];
    }),
  );
  byteTables.set(palette, table);
  return table;
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

type Ink = '#000000' | '#ffffff';
const inks = new Map<string, Ink>();

/** Black or white, whichever contrasts more with a fill. */
export function contrastText(fill: string): Ink {
  const known = inks.get(fill);
  if (known) return known;
  const light = luminance(fill);
  // (L + .05)/.05 against 1.05/(L + .05): equal where (L + .05)² = .0525.
  const ink = (light + 0.05) ** 2 >= 0.0525 ? '#000000' : '#ffffff';
  inks.set(fill, ink);
  return ink;
}
