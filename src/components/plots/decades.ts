/** Powers of ten within a domain of positive numbers, every `every`-th, as exponents. */
export function decades([low, high]: readonly [number, number], every: number): readonly number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((power) => power % every === 0);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻¹², as a tick of a logarithmic axis says it. */
export const powerText = (power: number): string =>
  `10${power < 0 ? '⁻' : ''}${[...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;

/** How many decades apart ticks stand so that there are at most `most` of them. */
export function decadeStep([low, high]: readonly [number, number], most: number): number {
  return Math.max(1, Math.ceil((Math.log10(high) - Math.log10(low)) / most - 1e-9));
}
