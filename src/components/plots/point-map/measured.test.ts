import { describe, expect, it } from 'vitest';
import { estimateTextWidth } from '../../../layout/textWidth.ts';
import { byImportance, emWidth } from './measured.ts';

describe('byImportance', () => {
  it('puts the largest first, equal ones as they come', () => {
    expect([...byImportance(4, Float32Array.of(1, 5, 5, 2))]).toEqual([1, 2, 3, 0]);
    expect([...byImportance(3, null)]).toEqual([0, 1, 2]);
  });
});

describe('emWidth', () => {
  it('is that of the text, the second time too', () => {
    const labels = ['king', '天地'];
    for (const _ of [1, 2]) expect(emWidth(labels, 1)).toBeCloseTo(estimateTextWidth('天地', 1), 6);
    expect(emWidth(labels, 0)).toBeGreaterThan(0);
  });
});
