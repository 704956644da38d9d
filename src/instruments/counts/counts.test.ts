import { describe, expect, it } from 'vitest';
import { denseLayout } from '../sharing/dense-tagger.ts';
import { recurrentLayout } from '../sharing/recurrent-tagger.ts';
import { COUNTS, floatBytes } from './counts.ts';

describe('COUNTS', () => {
  it.each([
    { steps: 9, hidden: 100, vocabulary: 10_000 },
    { steps: 1, hidden: 1, vocabulary: 1 },
    { steps: 40, hidden: 7, vocabulary: 33 },
  ])('are the lengths of the nets that the figures train: %o', (shape) => {
    const { steps, hidden, vocabulary } = shape;
    expect(COUNTS.dense(shape)).toBe(denseLayout({ places: steps, hidden, vocabulary }).length);
    expect(COUNTS.recurrent(shape)).toBe(recurrentLayout({ inputs: vocabulary, hidden }).length);
  });

  it('are what paper and pencil say', () => {
    const shape = { steps: 9, hidden: 100, vocabulary: 10_000 };
    expect(COUNTS.dense(shape)).toBe(9_001_009);
    expect(COUNTS.recurrent(shape)).toBe(1_010_201);
    expect(COUNTS.unshared(shape)).toBe(9 * 1_010_201);
  });

  it('of a recurrent net do not depend on T; the others grow with it by the same number a step', () => {
    const at = (steps: number, kind: keyof typeof COUNTS) =>
      COUNTS[kind]({ steps, hidden: 5, vocabulary: 11 });
    expect(at(1000, 'recurrent')).toBe(at(1, 'recurrent'));
    for (const kind of ['dense', 'unshared'] as const) {
      expect(at(8, kind) - at(7, kind)).toBe(at(2, kind) - at(1, kind));
      expect(at(2, kind)).toBeGreaterThan(at(1, kind));
    }
  });

  it('take four bytes each', () => {
    expect(floatBytes(10_000)).toBe(40_000);
  });
});
