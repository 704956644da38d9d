import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCorpus } from '../../../models/word2vec/corpus.ts';
import { contextOf } from '../../../models/word2vec/windows.ts';
import { selfPairs } from './selfPairs.ts';

it('counts each two occurrences that a window joins, as the windows themselves do', () => {
  const sentence = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (texts, window) => {
        const joined = texts.flatMap((words) =>
          words.flatMap((word, i) =>
            word === 1
              ? contextOf(i, window, { start: 0, end: words.length }).filter((j) => words[j] === 1)
              : [],
          ),
        );
        // Every two are met from both sides.
        expect(2 * selfPairs(createCorpus(texts, 3), 1, window)).toBe(joined.length);
      },
    ),
  );
});
