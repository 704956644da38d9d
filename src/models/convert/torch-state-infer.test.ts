import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewStack } from '../cells/stack.ts';
import type { Tensor } from './conversion.ts';
import { toTorch } from './torch.ts';
import { anyStack, modelOf, tensorOf } from './torch-state.testkit.ts';
import { biasFault, inferSpec, isWithoutBias } from './torch-state-infer.ts';
import { type TorchModule, torchModules } from './torch-state-names.ts';

function moduleOf(state: Readonly<Record<string, Tensor>>): TorchModule {
  const [module] = torchModules(new Map(Object.entries(state)));
  if (!module) throw new Error('no module');
  return module;
}

function inferred(state: Readonly<Record<string, Tensor>>) {
  const result = inferSpec(moduleOf(state), { nonlinearity: 'relu', update: 'keeps' });
  return result.ok ? result.spec : result.fault;
}

describe('inferSpec', () => {
  it('finds kind, sizes, layers and directions of whatever the converter writes', () => {
    fc.assert(
      fc.property(anyStack, (spec) => {
        const state = toTorch(spec, viewStack(spec, modelOf(spec).parameters));
        if (!state.ok) return;
        const { cell } = spec;
        const open = {
          nonlinearity: cell.kind === 'rnn' && cell.activation === 'relu' ? 'relu' : 'tanh',
          update: cell.kind === 'gru' ? cell.update : 'keeps',
        } as const;
        expect(inferSpec(moduleOf(state.value), open)).toEqual({ ok: true, spec });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [1, 'rnn'],
    [3, 'gru'],
    [4, 'lstm'],
  ])('%d blocks of rows make a %s', (gates, kind) => {
    const spec = inferred({ weight_ih_l0: tensorOf(gates * 5, 2), weight_hh_l0: tensorOf(gates * 5, 5) });
    expect(spec).toMatchObject({ cell: { kind }, inputs: 2, hidden: 5, layers: 1, directions: 'forward' });
  });

  it.each([[[10, 5]], [[12, 5]], [[5]], [[20, 5, 1]], [[0, 0]]])('%j is W_hh of no cell', (shape) => {
    expect(inferred({ weight_ih_l0: tensorOf(10, 2), weight_hh_l0: tensorOf(...shape) })).toEqual({
      code: 'gates',
      name: 'weight_hh_l0',
      expected: [1, 3, 4],
      found: shape,
    });
  });

  it('names what is missing or does not fit', () => {
    expect(inferred({ weight_ih_l0: tensorOf(20, 2) })).toEqual({ code: 'missing', name: 'weight_hh_l0' });
    expect(inferred({ weight_hh_l0: tensorOf(20, 5) })).toEqual({ code: 'missing', name: 'weight_ih_l0' });
    for (const shape of [[2, 20], [20], [20, 0]]) {
      expect(inferred({ weight_ih_l0: tensorOf(...shape), weight_hh_l0: tensorOf(20, 5) })).toEqual({
        code: 'shape',
        name: 'weight_ih_l0',
        expected: [20, null],
        found: shape,
      });
    }
  });

  it('an LSTM with a projection is another cell', () => {
    // nn.LSTM(2, 5, proj_size=3): W_hh has 3 columns.
    const state = {
      weight_ih_l0: tensorOf(20, 2),
      weight_hh_l0: tensorOf(20, 3),
      weight_hr_l0: tensorOf(3, 5),
    };
    expect(inferred(state)).toEqual({ code: 'projection', name: 'weight_hr_l0' });
  });
});

describe('biasFault', () => {
  it('all cells have biases, or none', () => {
    const cell = (suffix: string) => ({
      [`weight_ih${suffix}`]: tensorOf(3, 3),
      [`weight_hh${suffix}`]: tensorOf(3, 3),
    });
    const bare = moduleOf({ ...cell('_l0'), ...cell('_l1') });
    const spec = inferred({ ...cell('_l0'), ...cell('_l1') });
    if ('code' in spec) throw new Error(spec.code);
    expect(isWithoutBias(bare.names)).toBe(true);
    expect(biasFault(spec, bare)).toBeNull();
    const half = moduleOf({
      ...cell('_l0'),
      bias_ih_l0: tensorOf(3),
      bias_hh_l0: tensorOf(3),
      ...cell('_l1'),
    });
    expect(isWithoutBias(half.names)).toBe(false);
    expect(biasFault(spec, half)).toEqual({ code: 'missing', name: 'bias_ih_l1' });
  });
});
