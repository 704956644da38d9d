import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { type SignedPalette, signedColor } from '../../components/diagrams/palette.ts';
import type { CellsSettings } from './settings.ts';

/** Powers of ten from the palest shade to the darkest: counts up to 10⁴, probabilities from 10⁻⁵. */
const COUNT_DECADES = 4;
const PROBABILITY_DECADES = 5;
const LEAST_FIXED = 0.01;

/** Shade on a logarithmic, fixed scale; nothing at all has the shade of 0. */
export function cellFill(
  show: CellsSettings['show'],
  count: number,
  probability: number,
  palette: SignedPalette,
): string {
  if (show === 'counts') return signedColor(Math.log10(1 + count) / COUNT_DECADES, palette);
  const shade = 1 + Math.log10(probability) / PROBABILITY_DECADES;
  return signedColor(probability > 0 ? Math.max(0, shade) : 0, palette);
}

/** At most five characters. */
export function cellText(show: CellsSettings['show'], count: number, probability: number): string {
  if (show === 'counts') return count < 1e5 ? String(count) : formatMagnitude(count);
  if (Number.isNaN(probability)) return '0/0';
  return probability === 0 || probability >= LEAST_FIXED
    ? formatFixed(probability, probability === 0 ? 0 : 2)
    : formatMagnitude(probability);
}
