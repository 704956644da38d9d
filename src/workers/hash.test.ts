import { expect, it } from 'vitest';
import { hashBytes, hashText, hashTokens } from './hash.ts';

it("agrees with the authors' test vectors", () => {
  expect(hashText('')).toBe(0x811c9dc5);
  expect(hashText('a')).toBe(0xe40c292c);
  expect(hashText('foobar')).toBe(0xbf9cf968);
});

it('goes on where it stopped', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5);
  expect(hashBytes(bytes.subarray(2), hashBytes(bytes.subarray(0, 2)))).toBe(hashBytes(bytes));
});

it('keeps tokens apart', () => {
  expect(hashTokens(['ab', 'c'])).not.toBe(hashTokens(['a', 'bc']));
});

it('takes a long text in pieces and gives what the whole gives, surrogates on every border', () => {
  const whole = (text: string) => hashBytes(new TextEncoder().encode(text));
  for (const lead of ['', 'a', 'é', '鲸', '\ud83d']) {
    const text = lead + '😀'.repeat(70_000) + '鲸'.repeat(70_000);
    expect(hashText(text)).toBe(whole(text));
    expect(hashText(text)).toBe(whole(text));
    expect(hashText(`${text}.`)).not.toBe(hashText(text));
  }
});
