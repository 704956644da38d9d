import { describe, expect, it } from 'vitest';
import { exampleSequence } from './example.ts';

describe('exampleSequence', () => {
  it('begins with its answer and ends with the question', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { sequence, answer } = exampleSequence(3, seed);
      expect(sequence).toMatch(/^[A-D]( \d){3} \?$/);
      expect(sequence[0]).toBe(answer);
    }
  });

  it('leaves long noise to an ellipsis', () => {
    expect(exampleSequence(40, 1).sequence).toMatch(/^[A-D]( \d){8} … \?$/);
    expect(exampleSequence(0, 1).sequence).toMatch(/^[A-D] \?$/);
  });
});
