import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import type { StackSpec } from '../cells/stack.ts';
import { modelOf } from './torch-state.testkit.ts';
import { writeTorchState } from './torch-state-write.ts';

const spec: StackSpec = { cell: DEFAULT_LSTM, inputs: 2, hidden: 3, layers: 2, directions: 'concat' };

describe('writeTorchState', () => {
  it('has PyTorch’s names, shapes and order', () => {
    const written = writeTorchState(modelOf(spec));
    expect(written.form).toBe('torch');
    expect(written.obstacles).toEqual([]);
    expect([...written.tensors].map(([name, { shape }]) => `${name} ${shape}`)).toEqual([
      'weight_ih_l0 12,2',
      'weight_hh_l0 12,3',
      'bias_ih_l0 12',
      'bias_hh_l0 12',
      'weight_ih_l0_reverse 12,2',
      'weight_hh_l0_reverse 12,3',
      'bias_ih_l0_reverse 12',
      'bias_hh_l0_reverse 12',
      'weight_ih_l1 12,6',
      'weight_hh_l1 12,3',
      'bias_ih_l1 12',
      'bias_hh_l1 12',
      'weight_ih_l1_reverse 12,6',
      'weight_hh_l1_reverse 12,3',
      'bias_ih_l1_reverse 12',
      'bias_hh_l1_reverse 12',
    ]);
  });

  it('with a read-out both get a prefix, which can be chosen', () => {
    const names = [...writeTorchState(modelOf(spec, 5)).tensors.keys()];
    expect(names[0]).toBe('rnn.weight_ih_l0');
    expect(names.slice(-2)).toEqual(['head.weight', 'head.bias']);
    const chosen = [...writeTorchState(modelOf(spec, 5), { prefix: 'lstm.', head: 'fc.' }).tensors.keys()];
    expect(chosen[0]).toBe('lstm.weight_ih_l0');
    expect(chosen.slice(-2)).toEqual(['fc.weight', 'fc.bias']);
  });

  it('says why a cell cannot go, and writes it under our names', () => {
    const written = writeTorchState(modelOf({ ...spec, cell: DEFAULT_GRU }));
    expect(written.form).toBe('plain');
    expect(written.obstacles).toEqual([{ code: 'reset', expected: 'after', found: 'before' }]);
    expect([...written.tensors.keys()][0]).toBe('layers.0.forward.inputWeights');
  });
});
