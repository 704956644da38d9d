import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import { tensorError } from './conversion.ts';
import {
  copyGates,
  gatePlaces,
  gatesInColumns,
  gatesInRows,
  inward,
  KERAS_ORDERS,
  outward,
  structureError,
  TORCH_ORDERS,
} from './gates.ts';

const GRU_KEEPS = { ...DEFAULT_GRU, update: 'keeps' } as const;

describe('gatePlaces', () => {
  const theirOrder = (...args: Parameters<typeof gatePlaces>) => gatePlaces(...args).map(({ role }) => role);

  it('knows i f g o and r z n, i f c o and z r h', () => {
    expect(theirOrder(DEFAULT_LSTM, TORCH_ORDERS)).toEqual(['update', 'forget', 'candidate', 'output']);
    expect(theirOrder(DEFAULT_GRU, TORCH_ORDERS)).toEqual(['reset', 'update', 'candidate']);
    expect(theirOrder(DEFAULT_LSTM, KERAS_ORDERS)).toEqual(['update', 'forget', 'candidate', 'output']);
    expect(theirOrder(DEFAULT_GRU, KERAS_ORDERS)).toEqual(['update', 'reset', 'candidate']);
  });

  it('negates the update gate of a GRU that writes, and nothing else', () => {
    const signs = (...args: Parameters<typeof gatePlaces>) => gatePlaces(...args).map(({ sign }) => sign);
    expect(signs(DEFAULT_GRU, TORCH_ORDERS)).toEqual([1, -1, 1]);
    expect(signs(GRU_KEEPS, TORCH_ORDERS)).toEqual([1, 1, 1]);
    expect(signs(DEFAULT_LSTM, TORCH_ORDERS)).toEqual([1, 1, 1, 1]);
  });
});

describe('copyGates', () => {
  it('takes PyTorch’s rows r z n to our columns u r c', () => {
    // n_x = 2, n_a = 1: rows r = [1 2], z = [3 4], n = [5 6].
    const theirs = { data: Float64Array.of(1, 2, 3, 4, 5, 6), at: gatesInRows(2, 1) };
    const ours = { data: new Float64Array(6), at: gatesInColumns(3, 1) };
    const places = gatePlaces(DEFAULT_GRU, TORCH_ORDERS);
    copyGates(theirs, ours, inward(places), 2, 1);
    expect([...ours.data]).toEqual([-3, 1, 5, -4, 2, 6]);
    const back = { data: new Float64Array(6), at: theirs.at };
    copyGates(ours, back, outward(places), 2, 1);
    expect(back.data).toEqual(theirs.data);
  });

  it('a negated zero stays +0', () => {
    const theirs = { data: new Float64Array(3), at: gatesInRows(1, 1) };
    const ours = { data: new Float64Array(3).fill(1), at: gatesInColumns(3, 1) };
    copyGates(theirs, ours, inward(gatePlaces(DEFAULT_GRU, TORCH_ORDERS)), 1, 1);
    expect(ours.data.every((value) => Object.is(value, 0))).toBe(true);
  });
});

describe('structureError', () => {
  it('lets through a gate that has a mirror image, or needs none', () => {
    expect(structureError({ ...DEFAULT_GRU, gate: 'hard-sigmoid-torch' })).toBeNull();
    expect(structureError({ ...GRU_KEEPS, gate: 'relu' })).toBeNull();
    expect(structureError({ ...DEFAULT_GRU, gate: 'relu' })).toEqual({
      code: 'update-not-mirrored',
      found: 'relu',
    });
  });
});

describe('tensorError', () => {
  it('looks at rank, sizes and data', () => {
    const data = new Float64Array(6);
    expect(tensorError('w', { shape: [2, 3], data }, [2, 3])).toBeNull();
    expect(tensorError('w', undefined, [2, 3])).toEqual({ code: 'missing', name: 'w' });
    for (const shape of [[3, 2], [6], [2, 3, 1]]) {
      expect(tensorError('w', { shape, data }, [2, 3])).toEqual({
        code: 'shape',
        name: 'w',
        expected: [2, 3],
        found: shape,
      });
    }
    expect(tensorError('w', { shape: [2, 3], data: new Float64Array(5) }, [2, 3])?.code).toBe('shape');
  });
});
