import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../../models/cells/roles.ts';
import { type LabNetwork, labLayout, viewLab } from '../model.ts';
import { cellBlocks, changeBlock, headBlocks, indexAt, placesIn } from './blocks.ts';

const stack = { inputs: 3, hidden: 2, layers: 2, directions: 'concat' } as const;
const lstm: LabNetwork = { stack: { ...stack, cell: { ...DEFAULT_LSTM, peepholes: true } }, classes: 4 };
const gru: LabNetwork = { stack: { ...stack, cell: { ...DEFAULT_GRU, reset: 'after' } }, classes: null };

describe.each([{ network: lstm }, { network: gru }])(
  'blocks of the $network.stack.cell.kind',
  ({ network }) => {
    const { length } = labLayout(network);
    const all = [0, 1].flatMap((layer) =>
      [0, 1].flatMap((direction) => cellBlocks(network, layer, direction)),
    );
    const blocks = [...all, ...headBlocks(network, length)];

    it('cover every parameter once', () => {
      const seen = blocks.flatMap((block) =>
        placesIn(block, { row: 0, column: 0 }, 'block').map((place) => indexAt(block, place)),
      );
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index));
    });

    it('say what the views of the cell say', () => {
      const flat = Float64Array.from({ length }, (_, index) => index);
      const { layers } = viewLab(network, flat);
      const second = cellBlocks(network, 1, 1);
      const candidate = second.find(({ kind, gate }) => kind === 'inputWeights' && gate === 'candidate');
      // Both kinds of cell have their candidate third; a layer above reads both directions.
      expect(candidate).toMatchObject({ rows: 4, columns: 2 });
      const stride = candidate?.stride ?? 0;
      expect(flat[candidate ? indexAt(candidate, { row: 3, column: 1 }) : -1]).toBe(
        layers[1]?.[1]?.inputWeights[3 * stride + 2 * 2 + 1],
      );
    });
  },
);

describe('a change of a block', () => {
  const [block] = cellBlocks(lstm, 0, 0).filter(({ kind }) => kind === 'recurrentWeights');
  const at = { row: 1, column: 0 };
  const numbers = new Float64Array(labLayout(lstm).length).fill(2);
  const change = (scope: 'cell' | 'row' | 'column' | 'block', how: Parameters<typeof changeBlock>[3]) => {
    if (!block) throw new Error('no block');
    const changed = changeBlock(numbers, block, placesIn(block, at, scope), how);
    const inside = [0, 1].flatMap((row) => [0, 1].map((column) => changed[indexAt(block, { row, column })]));
    const outside =
      changed.filter((value) => value !== 2).length - inside.filter((value) => value !== 2).length;
    return { inside, outside };
  };

  it('reaches what it should and nothing else', () => {
    expect(change('cell', { kind: 'constant', value: 0 })).toEqual({ inside: [2, 2, 0, 2], outside: 0 });
    expect(change('row', { kind: 'scale', factor: 3 })).toEqual({ inside: [2, 2, 6, 6], outside: 0 });
    expect(change('column', { kind: 'constant', value: 7 })).toEqual({ inside: [7, 2, 7, 2], outside: 0 });
    expect(change('block', { kind: 'identity' })).toEqual({ inside: [1, 0, 0, 1], outside: 0 });
    const parameters = new Float64Array(numbers.length).fill(5);
    expect(change('row', { kind: 'as-in', parameters })).toEqual({ inside: [2, 2, 5, 5], outside: 0 });
  });

  it('leaves the numbers that it was given', () => {
    change('block', { kind: 'identity' });
    expect(numbers.every((value) => value === 2)).toBe(true);
  });
});
