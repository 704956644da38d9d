import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDecoding,
  type DecodeResult,
  type DecodeStep,
  decodeText,
  type TextDecoding,
} from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, { big = false, mark = false } = {}): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), !big);
  return new Uint8Array(view.buffer);
}

/** "床前明月光，疑是地上霜。" in GB 2312, from the standard's table. */
const GB = Uint8Array.of(
  ...[0xb4, 0xb2, 0xc7, 0xb0, 0xc3, 0xf7, 0xd4, 0xc2, 0xb9, 0xe2, 0xa3, 0xac],
  ...[0xd2, 0xc9, 0xca, 0xc7, 0xb5, 0xd8, 0xc9, 0xcf, 0xcb, 0xaa, 0xa1, 0xa3],
);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const POEM = '床前明月光，疑是地上霜。';

describe('reads', () => {
  it.each([
    ['ASCII', utf8('Call me Ishmael.\n'), 'utf-8', 'Call me Ishmael.\n'],
    ['UTF-8', utf8(POEM), 'utf-8', POEM],
    ['UTF-8 with a mark', utf8(`\ufeff${POEM}`), 'utf-8', POEM],
    ['UTF-16, marked', utf16(POEM, { mark: true }), 'utf-16le', POEM],
    ['UTF-16, big end first, marked', utf16(POEM, { big: true, mark: true }), 'utf-16be', POEM],
    [
      'UTF-16 without a mark',
      utf16('“naïve”, he said — and café'),
      'utf-16le',
      '“naïve”, he said — and café',
    ],
    [
      'UTF-16, big end first, without',
      utf16('“naïve” — and café', { big: true }),
      'utf-16be',
      '“naïve” — and café',
    ],
    [
      'UTF-16 of nothing but ASCII, without a mark',
      utf16('Call me Ishmael.'),
      'utf-16le',
      'Call me Ishmael.',
    ],
    ['GB18030', GB, 'gb18030', POEM],
    [
      'GB18030 behind a long beginning in ASCII',
      joined(utf8('x'.repeat(70_000)), GB),
      'gb18030',
      'x'.repeat(70_000) + POEM,
    ],
  ] as const)('%s', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ ok: true, encoding, text });
  });

  it('whatever is UTF-8 and has no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(decodeText(utf8(text))).toEqual({ ok: true, encoding: 'utf-8', text });
      }),
    );
  });
});

describe('says what is wrong', () => {
  it('nothing, or a mark and nothing', () => {
    expect(decodeText(new Uint8Array(0))).toEqual({ ok: false, fault: { code: 'empty' } });
    expect(decodeText(utf8('\ufeff'))).toEqual({ ok: false, fault: { code: 'empty' } });
  });

  it('a picture, a zip, zeros', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(decodeText(png).ok).toBe(false);
    expect(decodeText(utf8('PK\u0003\u0004\0\0'))).toEqual({
      ok: false,
      fault: { code: 'binary', offset: 4, byte: 0 },
    });
    expect(decodeText(new Uint8Array(10))).toMatchObject({ ok: false, fault: { code: 'binary', offset: 0 } });
  });

  it('Latin-1: the first byte that is not UTF-8', () => {
    const bytes = Uint8Array.from('une fête à la fin', (character) => character.charCodeAt(0));
    expect(decodeText(bytes)).toEqual({
      ok: false,
      fault: { code: 'unknown-encoding', offset: 5, byte: 0xea },
    });
  });

  it('a character that is cut off at the end', () => {
    const bytes = utf8(POEM);
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(decodeText(cut)).toMatchObject({
      ok: false,
      fault: { code: 'unknown-encoding', offset: bytes.length - 3 },
    });
  });
});

it('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const result = decodeText(bytes);
      expect(result.ok ? result.text.length : result.fault.code.length).toBeGreaterThan(0);
    }),
  );
});

/** One pass over the pieces: the text, or what stopped it. */
function readOnce(decoding: TextDecoding, pieces: readonly Uint8Array[]): DecodeStep {
  let text = '';
  for (const piece of [...pieces, null]) {
    const step = piece ? decoding.push(piece) : decoding.end();
    if (step.state !== 'text') return step;
    text += step.text;
  }
  return { state: 'text', text };
}

/** What comes of the bytes in pieces that end there. */
function inPieces(bytes: Uint8Array, ends: readonly number[]): DecodeResult {
  const inside = ends.map((end) => end % (bytes.length + 1)).sort((a, b) => a - b);
  const cuts = [0, ...inside, bytes.length];
  const pieces = cuts.slice(1).map((end, i) => bytes.subarray(cuts[i] ?? 0, end));
  const decoding = createDecoding(bytes);
  let step = readOnce(decoding, pieces);
  while (step.state === 'again') step = readOnce(decoding, pieces);
  if (step.state === 'fault') return { ok: false, fault: step.fault };
  const { text } = step;
  return text === ''
    ? { ok: false, fault: { code: 'empty' } }
    : { ok: true, text, encoding: decoding.encoding };
}

describe('in pieces', () => {
  const ends = fc.array(fc.nat(400), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b));
  const texts = fc.string({ unit: fc.constantFrom(...'ab é我😀\n。', '中', '国', '\u0001'), maxLength: 60 });
  const files = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    texts.map(utf8),
    texts.map((text) => utf16(text, { mark: true })),
    texts.map((text) => utf16(text, { big: true, mark: true })),
    texts.map((text) => joined(GB, utf8(text))),
    fc.tuple(texts, fc.uint8Array({ maxLength: 4 }), texts).map(([a, b, c]) => joined(utf8(a), b, utf8(c))),
  );

  it('gives what the whole gives, wherever it is cut, faults included', () => {
    fc.assert(
      fc.property(files, ends, (bytes, cuts) => {
        expect(inPieces(bytes, cuts)).toEqual(decodeText(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('says which byte of a damaged text it is: the one that was put there', () => {
    fc.assert(
      fc.property(fc.nat(2000), ends, (at, cuts) => {
        const good = utf8(POEM.repeat(20));
        const place = 3 * Math.floor(Math.min(at, good.length - 1) / 3);
        const bytes = joined(good.subarray(0, place), Uint8Array.of(0xff), good.subarray(place));
        const found = inPieces(bytes, cuts);
        if (place >= 12)
          expect(found).toEqual({
            ok: false,
            fault: { code: 'unknown-encoding', offset: place, byte: 0xff },
          });
        const zero = joined(good.subarray(0, place), Uint8Array.of(1), good.subarray(place));
        expect(inPieces(zero, cuts)).toEqual({
          ok: false,
          fault: { code: 'binary', offset: place, byte: 1 },
        });
      }),
    );
  });
});
