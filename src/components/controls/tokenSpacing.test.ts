import { expect, it } from 'vitest';
import { needsSpace } from './tokenSpacing.ts';

const joined = (tokens: readonly string[]) =>
  tokens.map((token, i) => (needsSpace(tokens[i - 1], token) ? ` ${token}` : token)).join('');

it.each([
  [['the', 'cat', ',', 'which', 'sat', '.', '(', 'it', 'did', ')'], 'the cat, which sat. (it did)'],
  [['the', 'cat', '⟨EOS⟩', 'the'], 'the cat ⟨EOS⟩ the'],
  [['床前', '明月', '光', '，', '疑是', '地上', '霜'], '床前明月光，疑是地上霜'],
  [['用', 'LSTM', '写', '诗'], '用LSTM写诗'],
  [['القطة', 'على'], 'القطة على'],
])('writes %j readably', (tokens, text) => {
  expect(joined(tokens)).toBe(text);
});
