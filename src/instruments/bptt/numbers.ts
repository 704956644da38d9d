import {
  formatBoxed,
  formatFixed,
  formatMagnitude,
  formatPower,
} from '../../components/diagrams/formatNumber.ts';

/** A gradient in a box of five characters: 0.42, −0.02, 3e−4. */
export function formatSmall(value: number): string {
  return value === 0 || Math.abs(value) >= 0.0095 ? formatBoxed(value) : formatMagnitude(value);
}

/** Three significant digits or more, whatever the size: 0.0421, −1.23e−5. */
export function formatGradient(value: number): string {
  if (!Number.isFinite(value) || value === 0) return formatMagnitude(value);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1000) return formatFixed(value, 4);
  return formatPower(value, 2).replace('e+', 'e');
}

/** All digits that a comparison by eye needs. */
export function formatLong(value: number): string {
  if (!Number.isFinite(value) || value === 0) return formatMagnitude(value);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1000) return formatFixed(value, 10);
  return formatPower(value, 8).replace('e+', 'e');
}
