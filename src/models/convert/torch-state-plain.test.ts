import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import type { StackSpec } from '../cells/stack.ts';
import { anyStack, faultOf, modelOf, opened, tensorOf } from './torch-state.testkit.ts';
import { readPlain, writePlain } from './torch-state-plain.ts';

const spec: StackSpec = {
  cell: { ...DEFAULT_LSTM, peepholes: true },
  inputs: 2,
  hidden: 3,
  layers: 2,
  directions: 'forward',
};

describe('writePlain', () => {
  it('has a name for each slot that the cell has', () => {
    expect([...writePlain(modelOf(spec, 5))].map(([name, { shape }]) => [name, shape])).toEqual([
      ['layers.0.inputWeights', [2, 12]],
      ['layers.0.recurrentWeights', [3, 12]],
      ['layers.0.bias', [12]],
      ['layers.0.peepholes', [9]],
      ['layers.1.inputWeights', [3, 12]],
      ['layers.1.recurrentWeights', [3, 12]],
      ['layers.1.bias', [12]],
      ['layers.1.peepholes', [9]],
      ['head.weights', [3, 5]],
      ['head.bias', [5]],
    ]);
  });

  it('tells two directions apart', () => {
    const names = [
      ...writePlain(modelOf({ ...spec, cell: DEFAULT_GRU, layers: 1, directions: 'sum' })).keys(),
    ];
    expect(names.slice(0, 4)).toEqual([
      'layers.0.forward.inputWeights',
      'layers.0.forward.recurrentWeights',
      'layers.0.forward.bias',
      'layers.0.backward.inputWeights',
    ]);
  });

  it('copies: training on does not change what was written', () => {
    const model = modelOf(spec);
    const written = writePlain(model);
    const before = written.get('layers.0.inputWeights')?.data[0];
    model.parameters[0] = 99;
    expect(written.get('layers.0.inputWeights')?.data[0]).toBe(before);
  });
});

describe('readPlain', () => {
  it('reads back what was written, with and without a read-out', () => {
    fc.assert(
      fc.property(anyStack, fc.nat(3), (each, classes) => {
        const model = modelOf(each, classes);
        expect(readPlain({ tensors: writePlain(model) }, each)).toEqual({
          ok: true,
          form: 'plain',
          model,
          notes: [],
        });
      }),
    );
  });

  it('names what is missing, what does not fit and what is too much', () => {
    const tensors = new Map(writePlain(modelOf(spec, 5)));
    tensors.delete('layers.1.peepholes');
    expect(faultOf(readPlain({ tensors }, spec))).toEqual({ code: 'missing', name: 'layers.1.peepholes' });
    tensors.set('layers.1.peepholes', tensorOf(3, 3));
    expect(faultOf(readPlain({ tensors }, spec))).toEqual({
      code: 'shape',
      name: 'layers.1.peepholes',
      expected: [9],
      found: [3, 3],
    });
    tensors.set('layers.1.peepholes', tensorOf(9)).set('more', tensorOf(2));
    expect(opened(readPlain({ tensors }, spec)).notes).toEqual([{ code: 'extra', name: 'more', shape: [2] }]);
    tensors.delete('head.bias');
    expect(faultOf(readPlain({ tensors }, spec))).toEqual({ code: 'missing', name: 'head.bias' });
  });

  it('a description that asks for the moon is found out at the first tensor', () => {
    const huge = { ...spec, layers: 1e15 };
    expect(faultOf(readPlain({ tensors: writePlain(modelOf(spec)) }, huge))).toEqual({
      code: 'missing',
      name: 'layers.2.inputWeights',
    });
  });

  it('says where a number is none', () => {
    const model = modelOf(spec);
    model.parameters[1] = Number.NaN;
    expect(opened(readPlain({ tensors: writePlain(model) }, spec)).notes).toEqual([
      { code: 'not-finite', name: 'layers.0.inputWeights', index: 1 },
    ]);
  });
});
