import { describe, expect, it } from 'vitest';
import { vectorTable } from '../../../instruments/word2vec/vector-table.ts';
import { compareVectors } from './twoVectors.ts';

/** Words 0 and 1 are used alike and stand beside 2 and 3, which are used alike and stand beside them. */
const input = vectorTable(Float32Array.of(2, 0, 2, 0.1, 0, 2, 0.1, 2), 2);
const output = vectorTable(Float32Array.of(0, 3, -0.1, 3, 3, 0, 3, 0.2), 2);

describe('the two vectors of a word', () => {
  it('finds words alike by one layer, and words beside it by both', () => {
    const found = compareVectors({ input, output }, 0);
    expect(found.inputInput[0]?.id).toBe(1);
    expect(found.outputOutput[0]?.id).toBe(1);
    expect(found.inputOutput.slice(0, 2).map(({ id }) => id)).toEqual([2, 3]);
  });

  it('holds the word against itself, with its place among all', () => {
    const itself = compareVectors({ input, output }, 0).held.find(({ why }) => why === 'itself');
    expect(itself).toEqual({ id: 0, dot: 0, place: 3, why: 'itself' });
  });
});
