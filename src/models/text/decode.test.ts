import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

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
    ['GB18030', GB, 'gb18030', POEM],
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
      fault: { code: 'binary', offset: 4 },
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
