export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** A number, or why there is none. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'not-a-number' | 'not-an-integer' | 'too-small' | 'too-large';
    };

/** What people type: a true minus, a decimal comma, full-width digits of a Chinese keyboard. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^([-+]?\d*),(\d+)$/, '$1.$2');
}

/** Reads a number within a range. `1e9`, `−0,5` and `０．５` are numbers; `0x10`, `1 2` and `Infinity` are not. */
export function parseNumber(text: string, range: NumberRange): ParsedNumber {
  const plain = normalise(text);
  if (plain === '') return { ok: false, reason: 'empty' };
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return { ok: false, reason: 'not-a-number' };
  const value = Number(plain);
  if (range.integer && !Number.isInteger(value)) return { ok: false, reason: 'not-an-integer' };
  if (value < range.min) return { ok: false, reason: 'too-small' };
  if (value > range.max) return { ok: false, reason: 'too-large' };
  return { ok: true, value };
}
