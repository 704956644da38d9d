import { countCooccurrences } from '../../../models/glove/cooccurrence.ts';
import { cellWeight } from '../../../models/glove/weighting.ts';

/** A text short enough to be counted by hand. */
export const EXAMPLE = { text: 'the cat sat on the mat', row: 'the', column: 'sat', window: 2 } as const;

function countOf({ text, row, column, window }: typeof EXAMPLE): number {
  const tokens = text.split(' ');
  const words = [...new Set(tokens)];
  const ids = tokens.map((token) => words.indexOf(token));
  const { rows, columns, values } = countCooccurrences([ids], {
    vocabulary: words.length,
    window,
    byDistance: true,
  });
  const cell = rows.findIndex((id, i) => words[id] === row && words[columns[i] ?? -1] === column);
  return values[cell] ?? 0;
}

/** X of the example. */
export const exampleCell = countOf(EXAMPLE);

/** Ratios P(k | ice) / P(k | steam) as the authors measured them (Pennington et al. 2014, table 1). */
export const PAPER = { solid: 8.9, gas: 0.085, water: 1.36, fashion: 0.96 } as const;

/** A count of a sixteenth of the paper's x_max, and its weight. */
export const FEW = { most: 100, power: 0.75, part: 16, x: 100 / 16 } as const;
export const fewWeight = cellWeight(FEW.x, FEW);
