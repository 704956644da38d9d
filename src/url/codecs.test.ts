import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, fitBytes, flag, integer, maybe, real, text, tuples, weights } from './codecs.ts';

describe('numbers', () => {
  const hidden = integer(8, 1, 64);
  it.each([
    ['0', 1, 'url.out-of-range'],
    ['1e9', 64, 'url.out-of-range'],
    ['-3', 1, 'url.out-of-range'],
    ['7.4', 7, 'url.out-of-range'],
    ['Infinity', 64, 'url.out-of-range'],
    ['', 8, 'url.not-a-number'],
    ['<script>', 8, 'url.not-a-number'],
  ])('reads %j as %d and says %s', (found, used, code) => {
    const { value, problem } = hidden.read(found);
    expect(value).toBe(used);
    expect(problem).toMatchObject({ code, used: String(used) });
  });

  it('takes what is in range without a word', () => {
    expect(hidden.read('16')).toEqual({ value: 16, problem: null });
    expect(real(0.01, 0, 1).read('5e-3')).toEqual({ value: 0.005, problem: null });
    expect(maybe(real(1, 0.1, 100), null).read('none')).toEqual({ value: null, problem: null });
  });
});

describe('words', () => {
  it('falls back from an unknown choice, naming the known ones', () => {
    const cell = choice('lstm', ['lstm', 'gru', 'rnn']);
    expect(cell.read('transformer')).toEqual({
      value: 'lstm',
      problem: { code: 'url.unknown-choice', found: 'transformer', used: 'lstm', choices: 'lstm, gru, rnn' },
    });
  });

  it('never cuts a character in two', () => {
    expect(fitBytes('长句子', 7)).toBe('长句');
    expect(fitBytes('a🐋', 4)).toBe('a');
  });

  it('says when a text was too long', () => {
    expect(text('', 4).read('whale')).toMatchObject({ value: 'whal', problem: { code: 'url.too-long' } });
  });
});

describe('round trips', () => {
  it('flags', () => {
    for (const value of [true, false]) expect(flag(!value).read(flag(!value).write(value)).value).toBe(value);
  });

  it('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (value) => {
        const codec = text('', 2048);
        expect(codec.read(codec.write(value)).value).toBe(fitBytes(value, 2048));
      }),
    );
  });

  it('any real number, exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (value) => {
        const codec = real(0, -1e6, 1e6);
        expect(codec.read(codec.write(value)).value === value).toBe(true);
      }),
    );
  });

  it('edits', () => {
    const codec = tuples(2, 8);
    const rows = [
      [3, -0.25],
      [1200, 1e-7],
    ];
    expect(codec.read(codec.write(rows))).toEqual({ value: rows, problem: null });
    expect(codec.read('3~x_4~1')).toEqual({
      value: [[4, 1]],
      problem: { code: 'url.mangled', found: '3~x_4~1', used: '1' },
    });
  });

  it('weights, bit for bit in single precision', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ noNaN: true, noDefaultInfinity: true, minLength: 1, maxLength: 200 }),
        (values) => {
          const codec = weights(8192);
          expect(codec.read(codec.write(values)).value).toEqual(values);
        },
      ),
    );
  });

  it('leaves weights out when they are too many, and reports mangled ones', () => {
    const codec = weights(64);
    expect(codec.write(new Float32Array(100))).toBe('');
    expect(codec.read('!!').problem?.code).toBe('url.mangled');
    expect(codec.read('AAA').value).toBeNull();
  });
});
