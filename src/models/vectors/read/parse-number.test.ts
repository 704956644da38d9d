import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow } from './parse-number.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function parse(text: string, count = 1): readonly number[] | null {
  const row = new Float32Array(count);
  const bytes = bytesOf(`${text}\n`);
  const end = parseRow(bytes, 0, row);
  if (end >= 0) expect(end).toBe(bytes.length - 1);
  return end < 0 ? null : [...row];
}

/** Units in the last place between two 32-bit numbers. */
function ulps(a: number, b: number): number {
  const [x = 0, y = 0] = new Int32Array(Float32Array.of(a, b).buffer);
  const rank = (bits: number) => (bits < 0 ? -(bits & 0x7fffffff) : bits);
  return Math.abs(rank(x) - rank(y));
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const sign = fc.constantFrom('', '-', '+');
const plain = fc.oneof(
  fc.tuple(sign, digits(20), digits(20)).map(([s, a, b]) => `${s}${a}.${b}`),
  fc.tuple(sign, digits(30)).map(([s, a]) => `${s}${a}`),
  fc.tuple(sign, digits(40)).map(([s, a]) => `${s}.${a}`),
  fc.tuple(sign, digits(9)).map(([s, a]) => `${s}${a}.`),
);
const withPower = fc
  .tuple(plain, fc.constantFrom('e', 'E'), sign, fc.integer({ min: 0, max: 60 }))
  .map(([number, e, s, power]) => `${number}${e}${s}${power}`);
const runs = process.env.DEEP ? 200_000 : 4000;

describe('numbers out of bytes', () => {
  it('are those that Number reads, to 32 bits', () => {
    fc.assert(
      fc.property(fc.oneof(plain, withPower), (text) => {
        const expected = Math.fround(Number(text));
        const found = parse(text);
        if (!Number.isFinite(expected)) return found === null;
        return found !== null && ulps(found[0] ?? Number.NaN, expected) <= 1;
      }),
      { numRuns: runs },
    );
  });

  it('are the nearest of all where 15 digits or fewer say them, as every program writes 32 bits', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 6, max: 15 }),
        (value, most) => {
          for (const text of [String(value), value.toPrecision(most), value.toFixed(6)]) {
            expect(parse(text)).toEqual([Math.fround(Number(text))]);
          }
        },
      ),
      { numRuns: runs / 8 },
    );
  });

  it('stand between blanks, to the end of the line', () => {
    expect(parse(' 1\t-2.5  3 \r', 3)).toEqual([1, -2.5, 3]);
    expect(parse('-0 0', 2)).toEqual([-0, 0]);
    expect(parse('3.4028235e38 -1e-45', 2)).toEqual([3.4028234663852886e38, -1.401298464324817e-45]);
  });

  it.each([
    ['1 2', 1],
    ['1', 2],
    ['', 1],
    ['-', 1],
    ['.', 1],
    ['1..2', 1],
    ['1,5', 1],
    ['0x10', 1],
    ['1e', 1],
    ['nan', 1],
    ['Infinity', 1],
    ['1e39', 1],
    ['99999999999999999999999999999999999999999', 1],
    ['1-2', 1],
    ['٣', 1],
  ])('are not in "%s" (%i wanted)', (text, count) => {
    expect(parse(text, count)).toBeNull();
  });
});
