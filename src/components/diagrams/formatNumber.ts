/** U+2212: as wide as a digit and read as minus. */
const MINUS = '−';
const NON_FINITE: Readonly<Record<string, string>> = { NaN: 'NaN', Infinity: '+∞', '-Infinity': `${MINUS}∞` };

const withMinus = (text: string): string => text.replace(/-/g, MINUS);

/** Removes the sign of a rounded zero: −0.00 says something that is not so. */
const withoutNegativeZero = (text: string): string => (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);

/** From here on decimals say nothing, and the number would outgrow every column. */
const LARGE = 1e6;

/** `digits` decimals, with a true minus; a power of ten from a million on. */
export function formatFixed(value: number, digits = 2): string {
  if (Number.isFinite(value) && Math.abs(value) >= LARGE) {
    return withMinus(value.toExponential(digits).replace('e+', 'e'));
  }
  return NON_FINITE[String(value)] ?? withMinus(withoutNegativeZero(value.toFixed(digits)));
}

/** The same with its sign always shown. */
export function formatSigned(value: number, digits = 2): string {
  const text = formatFixed(value, digits);
  return value > 0 && !text.startsWith('+') ? `+${text}` : text;
}

/** As a power of ten whatever the size, with true minus signs: −1.230e−5, 4.000e+0. */
export function formatPower(value: number, digits: number): string {
  return withMinus(value.toExponential(digits));
}

/** At most five characters, so that the number never leaves its box: 0.97, −12.3, −345, 1e+6. */
export function formatBoxed(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size < 9.995) return formatFixed(value, 2);
  if (size < 99.95) return formatFixed(value, 1);
  if (size < 999.5) return formatFixed(value, 0);
  return withMinus(value.toExponential(0).replace('e+', 'e'));
}

/** One significant figure for magnitudes over many decades: 6e−3, 1e+0, 0. */
export function formatMagnitude(value: number): string {
  if (value === 0) return '0';
  return NON_FINITE[String(value)] ?? withMinus(value.toExponential(0));
}

/** All digits that matter for copying: what JavaScript reads back as the same double. */
export const formatExact = (value: number): string => String(value);
