import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCharacters, isChinese } from './characters.ts';

it('counts characters as the language does when it goes through a string', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '鲸', '😀', '\ud83d', '\ude00') }), (text) => {
      expect(countCharacters(text)).toBe([...text].length);
    }),
  );
});

it.each([
  ['床前明月光，疑是地上霜。', true],
  ['He said 你好 and went home, where he slept.', false],
  ['Transformer 模型由编码器与解码器组成', true],
  ['3.14!', false],
  ['', false],
])('takes %s for Chinese: %s', (text, expected) => {
  expect(isChinese(text)).toBe(expected);
});
