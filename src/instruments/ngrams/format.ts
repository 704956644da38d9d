import { formatPower } from '../../components/diagrams/formatNumber.ts';

/** Numbers that fit in a column as they are; the others as powers of ten. */
const LEAST = 1e-4;
const MOST = 1e6;

/** So many digits that count, with a true minus; ∞ and NaN as they are: 0.0031, 12, 4.20e−12. */
export function significant(value: number, digits: number): string {
  if (value === 0) return '0';
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size < LEAST || size >= MOST) return formatPower(value, digits - 1).replace('e+', 'e');
  return String(Number(value.toPrecision(digits))).replace('-', '−');
}

/** 4.2 × 10⁻¹², a number in running text. */
export function powers(value: number, digits: number): string {
  const short = significant(value, digits);
  const [mantissa, power] = short.split('e');
  if (power === undefined) return short;
  const raised = [...power].map((sign) => (sign === '−' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? ''))).join('');
  return `${mantissa} × 10${raised}`;
}
