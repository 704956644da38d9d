import { describe, expect, it } from 'vitest';
import { commentLines, commentText, inputWidths } from './network.ts';

describe('commentLines', () => {
  it('breaks between words, and keeps every one', () => {
    const sentence = 'nn.GRU multiplies by the reset gate after the product. '.repeat(4).trim();
    const lines = commentLines([sentence, 'second'], '#');
    expect(lines.at(-1)).toBe('# second');
    expect(lines.every((line) => line.startsWith('# ') && line.length <= 90)).toBe(true);
    expect(
      lines
        .slice(0, -1)
        .map((line) => line.slice(2))
        .join(' '),
    ).toBe(sentence);
  });

  it('breaks Chinese anywhere but before punctuation', () => {
    const sentence = '这里把方程逐条写出，交给 tf.layers.rnn，'.repeat(6);
    const lines = commentLines([sentence], '//').map((line) => line.slice(3));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(' ', ''));
    for (const line of lines) expect(line).toMatch(/^[^，。]/);
  });

  it('stays a comment whatever the text', () => {
    expect(commentText('a\nb\r\u2028c\u202e')).toBe('a\\nb\\u{d}\\u{2028}c\\u{202e}');
  });
});

it('the lowest layer reads the input, the others the layer below', () => {
  const cell = { kind: 'rnn', activation: 'tanh' } as const;
  expect(inputWidths({ cell, inputs: 7, hidden: 3, layers: 3, directions: 'concat' })).toEqual([7, 6, 6]);
  expect(inputWidths({ cell, inputs: 7, hidden: 3, layers: 2, directions: 'sum' })).toEqual([7, 3]);
});
