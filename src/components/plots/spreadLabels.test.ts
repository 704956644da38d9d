import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spreadLabels.ts';

describe('spreadLabels', () => {
  it('leaves labels that have room', () => {
    expect(spreadLabels([80, 10, 40], 15, [0, 100])).toEqual([80, 10, 40]);
  });

  it('moves labels apart in their order, within the bounds', () => {
    const placed = spreadLabels([98, 97, 99], 15, [0, 100]);
    expect(placed).toEqual([85, 70, 100]);
  });
});
