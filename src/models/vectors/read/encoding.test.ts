import { describe, expect, it } from 'vitest';
import { encodingOf } from './encoding.ts';
import { bytesOf } from './foreign-files.testkit.ts';

const lines = (words: readonly (string | readonly number[])[]) =>
  bytesOf(...words.flatMap((word) => [typeof word === 'string' ? word : Uint8Array.from(word), ' 0.5 1\n']));

describe('the encoding of a text', () => {
  it('is UTF-8 where it is, and where it is ASCII', () => {
    expect(encodingOf(lines(['the', '鲸鱼', 'né']))).toEqual({ encoding: 'utf-8' });
    expect(encodingOf(lines(['the']))).toEqual({ encoding: 'utf-8' });
    expect(encodingOf(new Uint8Array(0))).toEqual({ encoding: 'utf-8' });
  });

  it('is UTF-8 with some words spoilt', () => {
    expect(encodingOf(lines(['鲸鱼', '海', [0xe9, 0xbb], '海洋']))).toEqual({ encoding: 'utf-8' });
  });

  it('is what a mark or zero bytes say', () => {
    const wide = Buffer.from('the 1 2\n鲸 3 4\n', 'utf16le');
    expect(encodingOf(wide)).toEqual({ encoding: 'utf-16le' });
    expect(encodingOf(Buffer.from(wide).swap16())).toEqual({ encoding: 'utf-16be' });
    expect(encodingOf(bytesOf(Uint8Array.of(0xef, 0xbb, 0xbf), 'a 1\n'))).toEqual({ encoding: 'utf-8' });
  });

  it('is GBK where that gives common Chinese characters', () => {
    // 的 是 在, and 中国 by their codes of GB 2312.
    expect(
      encodingOf(lines([[0xb5, 0xc4], 'the', [0xca, 0xc7], [0xd4, 0xda], [0xd6, 0xd0, 0xb9, 0xfa]])),
    ).toEqual({
      encoding: 'gb18030',
    });
  });

  it('is left to each word where letters of western Europe stand between others', () => {
    expect(encodingOf(lines([[0x63, 0x61, 0x66, 0xe9], [0x6e, 0xe9, 0x65], 'the']))).toEqual({
      encoding: 'utf-8',
    });
  });

  it.each([
    // 이 의 다 는; の は を に in Shift JIS; и в не на in KOI8-R; 的 是 在 不 in Big5.
    [
      'euc-kr',
      [
        [0xc0, 0xcc],
        [0xc0, 0xc7],
        [0xb4, 0xd9],
        [0xb4, 0xc2],
      ],
    ],
    [
      'shift_jis',
      [
        [0x82, 0xcc],
        [0x82, 0xcd],
        [0x82, 0xf0],
        [0x82, 0xc9],
      ],
    ],
    [
      'big5',
      [
        [0xaa, 0xba],
        [0xac, 0x4f],
        [0xa6, 0x62],
        [0xa4, 0xa3],
      ],
    ],
    ['utf-32le', [[0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]]],
  ])('is not for certain: %s', (unsure, words) => {
    expect(encodingOf(lines(words))).toMatchObject({ unsure, line: 1, byte: 0 });
  });

  it('says where the first character is that does not belong', () => {
    const koi8 = [
      [0xc9, 0xc8],
      [0xd7, 0xcf],
      [0xce, 0xc5, 0xc7],
      [0xce, 0xc1, 0xdb],
    ];
    expect(encodingOf(lines(['the', ...koi8]))).toMatchObject({ line: 2, byte: 10 });
  });
});
