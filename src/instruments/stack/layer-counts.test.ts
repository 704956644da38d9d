import { describe, expect, it } from 'vitest';
import { DEFAULT_CELLS } from '../../models/cells/roles.ts';
import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { countLayers } from './layer-counts.ts';

describe('countLayers', () => {
  it.each(['rnn', 'gru', 'lstm'] as const)('%s: adds up to all parameters that there are', (kind) => {
    for (const layers of [1, 2, 3]) {
      const shape = { spec: DEFAULT_CELLS[kind], vocabulary: 40, hidden: 6, layers };
      expect(countLayers(shape).total).toBe(nextSymbolLayout(shape).length);
    }
  });

  it('is n(n + V) + n for the first RNN layer and n(n + n) + n for each further one', () => {
    const { layers, head } = countLayers({
      spec: DEFAULT_CELLS.rnn,
      vocabulary: 1000,
      hidden: 8,
      layers: 3,
    });
    expect(layers.map(({ count }) => count)).toEqual([8 * 1008 + 8, 8 * 16 + 8, 8 * 16 + 8]);
    expect(head).toBe(8 * 1000 + 1000);
  });
});
