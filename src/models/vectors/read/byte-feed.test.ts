import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteFeed, type Parsing } from './byte-feed.ts';

/** Bytes of a length that stands before them, and words with a blank behind. */
function* parse(got: string[]): Parsing {
  for (;;) {
    const [length] = yield { bytes: 1 };
    if (length === undefined) return;
    const some = yield { bytes: length };
    got.push(`${length}:${String(some)}`);
    got.push(`w:${String(yield { through: 0x20, most: 5 })}`);
  }
}

function read(bytes: Uint8Array, cuts: readonly number[]): { got: string[]; offset: number } {
  const got: string[] = [];
  const feed = createByteFeed(parse(got));
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    // Each piece in memory that is overwritten after.
    const piece = bytes.slice(at, at + (cuts[i % cuts.length] ?? 1));
    at += piece.length;
    const isMoreWanted = feed.push(piece);
    piece.fill(0xff);
    if (!isMoreWanted) break;
  }
  feed.end();
  return { got, offset: feed.offset };
}

describe('a parser that is fed', () => {
  it('gets what it asks for, however the pieces are cut', () => {
    const bytes = fc.uint8Array({ maxLength: 60, max: 40 });
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bytes, cuts, (all, pieces) => {
        const whole = read(all, [1000]);
        expect(read(all, pieces)).toEqual(whole);
        expect(whole.offset).toBe(all.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gets less where the bytes end, and nothing after', () => {
    expect(read(Uint8Array.of(3, 1, 2), [1]).got).toEqual(['3:1,2', 'w:']);
    expect(read(Uint8Array.of(1, 9, 65, 66, 32, 0), [2]).got).toEqual(['1:9', 'w:65,66,32', '0:', 'w:']);
  });

  it('gets no more than it allows where nothing ends a word', () => {
    expect(read(Uint8Array.of(0, 65, 66, 67, 68, 69, 0, 70, 32), [4]).got).toEqual([
      '0:',
      'w:65,66,67,68,69',
      '0:',
      'w:70,32',
    ]);
  });
});
