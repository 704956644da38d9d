import { describe, expect, it } from 'vitest';
import { tensorOf } from './torch-state.testkit.ts';
import { readTorchName, torchModules } from './torch-state-names.ts';

describe('readTorchName', () => {
  it.each([
    ['weight_ih_l0', '', 'weight_ih', 0, 0],
    ['rnn.weight_hh_l12_reverse', 'rnn.', 'weight_hh', 12, 1],
    ['model.encoder.0.bias_hh_l1', 'model.encoder.0.', 'bias_hh', 1, 0],
    ['weight_hr_l0', '', 'weight_hr', 0, 0],
  ])('%s', (name, prefix, array, layer, direction) => {
    expect(readTorchName(name)).toEqual({ prefix, array, layer, direction });
  });

  it.each([
    'weight',
    'my_weight_ih_l0',
    'weight_ih_l01',
    'weight_ih_l',
    'weight_ih_l0_backward',
    'weight_ih',
    '',
  ])('%s is no such name', (name) => {
    expect(readTorchName(name)).toBeNull();
  });
});

describe('torchModules', () => {
  it('sorts tensors by module and takes the prefix off', () => {
    const tensors = new Map(
      ['enc.weight_ih_l0', 'fc.weight', 'dec.weight_ih_l0', 'enc.weight_hh_l0'].map((name) => [
        name,
        tensorOf(1, 1),
      ]),
    );
    expect(torchModules(tensors).map(({ prefix, state }) => [prefix, Object.keys(state)])).toEqual([
      ['enc.', ['weight_ih_l0', 'weight_hh_l0']],
      ['dec.', ['weight_ih_l0']],
    ]);
  });
});
