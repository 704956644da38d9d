import { expect, it } from 'vitest';
import { namesUnder } from '../../../instruments/taggers/cut.ts';
import { trainTagger } from '../../../instruments/taggers/taggers.testkit.ts';
import { commonBeginning, readSentence } from '../../../instruments/taggers/task.ts';
import { isLatePair } from './isLatePair.ts';

const taggers = {
  forward: { ...trainTagger('forward', 60), step: 60 },
  concat: { ...trainTagger('concat', 60), step: 60 },
};

function answers(first: string, second: string) {
  const [a, b] = [readSentence(first), readSentence(second)];
  const [one, other] = [a, b].map((each) => namesUnder(taggers, 'zero', each));
  if (!one || !other) throw new Error('these are words of the task');
  const names = { forward: [one.forward, other.forward], concat: [one.concat, other.concat] } as const;
  return { common: commonBeginning(a.words, b.words), names };
}

it('is passed by a pair that only the last word decides', () => {
  expect(isLatePair(answers('she thinks Rose was a great gift', 'she thinks Rose was a great singer'))).toBe(
    true,
  );
});

it('is not passed by what the figure opens with, nor by twice the same sentence', () => {
  expect(
    isLatePair(answers('he said Teddy bears are on sale', 'he said Teddy Roosevelt was a great president')),
  ).toBe(false);
  expect(isLatePair(answers('she thinks Rose was a great gift', 'she thinks Rose was a great gift'))).toBe(
    false,
  );
});
