import { describe, expect, it } from 'vitest';
import { readLabelledLines } from '../../models/fasttext/labelled-lines.ts';
import { KITCHENS, opinionLines } from './opinions.ts';

describe.each([
  ['en', 'not '],
  ['zh', '不'],
] as const)('opinions in %s', (language, not) => {
  const kitchen = KITCHENS[language];
  const { lines, faults } = readLabelledLines(opinionLines(kitchen).join('\n'));

  it('are as often good as bad, with every word on both sides alike', () => {
    expect(faults).toEqual([]);
    const sides = kitchen.labels.map((label) => lines.filter(({ labels }) => labels[0] === label));
    expect(sides[0]?.length).toBe(sides[1]?.length);
    for (const word of [...kitchen.good, ...kitchen.bad, ...kitchen.dishes]) {
      const [good = [], bad = []] = sides.map((side) => side.filter(({ text }) => text.includes(word)));
      expect(good.length).toBe(bad.length);
    }
  });

  it('are turned round by a negation', () => {
    for (const { labels, text } of lines) {
      const isGood = kitchen.good.some((word) => text.includes(word));
      expect(labels[0] === kitchen.labels[0]).toBe(isGood !== text.includes(not));
    }
  });
});
