import { describe, expect, it } from 'vitest';
import { DEPTH_TABLE } from '../../../instruments/depth/settings.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { cells, gradientShare, layerCount, rounds, wayLength } from './facts.ts';

describe('what the lesson says', () => {
  it('counts rounds, cells and parameters', () => {
    expect(rounds(3, 8)).toBe(3 + 8 - 1);
    expect(cells(3, 8)).toBe(24);
    // n(n + n) + n and n(n + V) + n.
    expect(layerCount(8, 8)).toBe(8 * 16 + 8);
    expect(layerCount(8, 1000)).toBe(8 * 1008 + 8);
  });

  it('measures ways: a deep transition multiplies them, anything else adds', () => {
    expect(wayLength('shallow', 100, 2)).toBe(101);
    expect(wayLength('transition', 100, 2)).toBe(3 * 100 + 1);
    expect(wayLength('stacked', 100, 2)).toBe(103);
    expect(wayLength('shortcut', 100, 2)).toBe(103);
    expect(wayLength('shortcut', 100, 2, 'longest')).toBe(301);
  });

  it('speaks of the networks that the figure opens with', () => {
    expect(fallbackState(DEPTH_TABLE)).toMatchObject({ cell: 'lstm', layers: 6, steps: 8, seed: 1 });
  });

  it('says rightly who starves: the lowest layer of a plain LSTM stack, and not with skip connections', () => {
    const plain = gradientShare({}, false, [1, 8], [6, 8]);
    expect(plain).toBeLessThan(0.005);
    expect(gradientShare({}, true, [1, 8], [6, 8])).toBeGreaterThan(0.8);
  });

  it('says rightly that in a tanh RNN the lowest layer does not starve, and what skip connections cost the top one', () => {
    expect(gradientShare({ cell: 'rnn' }, false, [1, 1], [6, 8])).toBeGreaterThan(0.3);
    const top = (skips: boolean) => gradientShare({ cell: 'rnn' }, skips, [6, 1], [6, 8]);
    expect(top(false) / top(true)).toBeGreaterThan(4);
  });
});
