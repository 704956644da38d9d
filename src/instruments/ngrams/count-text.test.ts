import { describe, expect, it } from 'vitest';
import { countsAfter } from '../../models/ngram/model.ts';
import { END_TOKEN } from '../../models/text/vocabulary.ts';
import { countText, cutAt } from './count-text.ts';
import { countedStory } from './ngrams.testkit.ts';

describe('cutAt', () => {
  it('ends behind a line near by', () => {
    expect(cutAt('one two\nthree four five six seven eight', 12)).toBe(8);
  });

  it('cuts where it must when no line ends near by', () => {
    expect(cutAt('明月几时有把酒问青天不知天上宫阙今夕是何年', 10)).toBe(10);
  });

  it('keeps a tenth of a short text', () => {
    expect(cutAt('abcdefghij', 1000)).toBe(9);
    expect(cutAt('', 10)).toBe(0);
  });
});

describe('countText', () => {
  it('counts tokens with the ends of sentences', async () => {
    const { counts, vocabulary } = await countedStory();
    const id = (token: string) => vocabulary.ids.get(token) ?? -1;
    const count = (...tokens: string[]) =>
      countsAfter(counts, tokens.slice(0, -1).map(id), id(tokens.at(-1) ?? ''));
    expect(counts.tokens).toBe(24);
    expect(count('a', 'b')).toMatchObject({ count: 4, total: 4 });
    expect(count(END_TOKEN, 'a')).toMatchObject({ count: 3, total: 5 });
    expect(count('.', END_TOKEN)).toMatchObject({ count: 6, total: 6 });
  });

  it('keeps what follows for measuring, in the same vocabulary', async () => {
    const request = {
      text: `${'ab'.repeat(40)}\n${'ba'.repeat(10)}z`,
      amount: 82,
      tokenization: { level: 'character' },
      vocabulary: 10,
    } as const;
    const counted = await countText(
      request,
      () => Promise.resolve(),
      () => true,
    );
    expect(counted?.counts.tokens).toBe(81);
    expect([...(counted?.next ?? [])].map((id) => counted?.vocabulary.tokens[id]).join('')).toBe(
      `${'ba'.repeat(10)}⟨UNK⟩`,
    );
  });

  it('stops when nobody wants it any more', async () => {
    const request = {
      text: 'ab'.repeat(50),
      amount: 90,
      tokenization: { level: 'character' },
      vocabulary: 10,
    } as const;
    expect(
      await countText(
        request,
        () => Promise.resolve(),
        () => false,
      ),
    ).toBeNull();
  });
});
