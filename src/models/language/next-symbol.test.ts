import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import type { CellSpec, CellState } from '../cells/types.ts';
import { expectGradient, testNumbers } from '../gradient-check.testkit.ts';
import { createOptimizer } from '../optim/optimizer.ts';
import { findSlot } from '../parameters.ts';
import { createRandom } from '../random.ts';
import { tokenizeCharacters } from '../text/tokenize.ts';
import { createVocabulary, encode } from '../text/vocabulary.ts';
import {
  evaluateNextSymbol,
  initialiseNextSymbol,
  lossAndGradients,
  type NextSymbolShape,
  nextSymbolLayout,
  viewNextSymbol,
  zeroStates,
} from './next-symbol.ts';
import { createStreams, streamBatch } from './streams.ts';

const cells: readonly (readonly [string, CellSpec])[] = [
  ['RNN', DEFAULT_RNN],
  ['GRU', DEFAULT_GRU],
  ['GRU, reset after', { ...DEFAULT_GRU, reset: 'after' }],
  ['GRU, simplified', { ...DEFAULT_GRU, variant: 'simplified' }],
  ['GRU, update keeps', { ...DEFAULT_GRU, update: 'keeps' }],
  ['LSTM', DEFAULT_LSTM],
  ['LSTM with peepholes', { ...DEFAULT_LSTM, peepholes: true }],
];

const shapeOf = (spec: CellSpec, layers: number): NextSymbolShape => ({
  spec,
  vocabulary: 5,
  hidden: 3,
  layers,
});

function randomBatch(seed: number, steps: number, batch: number, vocabulary: number) {
  const random = createRandom(seed);
  const draw = () => Int32Array.from({ length: steps * batch }, () => random.integer(vocabulary));
  return { ids: draw(), targets: draw() };
}

/** States that are not zero, so that what is carried in takes part in the gradient check. */
function someStates(shape: NextSymbolShape, batch: number): CellState[] {
  return zeroStates(shape, batch).map(({ hidden, cell }, i) => ({
    hidden: testNumbers(10 + i, hidden.length, 0.5),
    cell: testNumbers(20 + i, cell.length, 0.5),
  }));
}

describe.each(cells)('%s', (_name, spec) => {
  it.each([1, 2])('has the gradient of its loss for every parameter, %i layer(s)', (layers) => {
    const shape = shapeOf(spec, layers);
    const flat = testNumbers(1, nextSymbolLayout(shape).length, 0.7);
    const batch = randomBatch(2, 4, 2, 5);
    const states = someStates(shape, 2);
    const gradients = new Float64Array(flat.length).fill(Number.NaN);
    const { loss } = lossAndGradients(shape, flat, batch, states, gradients);
    expect(evaluateNextSymbol(shape, flat, batch, states).loss).toBeCloseTo(loss, 13);
    expectGradient(() => evaluateNextSymbol(shape, flat, batch, states).loss, flat, gradients);
  });

  it('carries its states: one text in two pieces has the loss of the whole', () => {
    const shape = shapeOf(spec, 2);
    const flat = testNumbers(3, nextSymbolLayout(shape).length, 0.7);
    const { ids, targets } = randomBatch(4, 8, 2, 5);
    const half = (from: number, to: number) => ({
      ids: ids.slice(from, to),
      targets: targets.slice(from, to),
    });
    const first = evaluateNextSymbol(shape, flat, half(0, 8), zeroStates(shape, 2));
    const second = lossAndGradients(shape, flat, half(8, 16), first.states, new Float64Array(flat.length));
    const whole = evaluateNextSymbol(shape, flat, { ids, targets }, zeroStates(shape, 2));
    expect((first.loss + second.loss) / 2).toBeCloseTo(whole.loss, 12);
    second.states.forEach((state, layer) => {
      expect([...state.hidden, ...state.cell]).toEqual([
        ...(whole.states[layer]?.hidden ?? []),
        ...(whole.states[layer]?.cell ?? []),
      ]);
    });
  });

  it('knows nothing at first: its loss is within 10 % of ln V', () => {
    const shape: NextSymbolShape = { spec, vocabulary: 50, hidden: 16, layers: 2 };
    const flat = initialiseNextSymbol(shape, createRandom(5), { forgetBias: 1 });
    const { loss } = evaluateNextSymbol(shape, flat, randomBatch(6, 20, 4, 50), zeroStates(shape, 4));
    expect(Math.abs(loss / Math.log(50) - 1)).toBeLessThan(0.1);
  });
});

describe('nextSymbolLayout', () => {
  it('names every slot, and the views lie where the layout says', () => {
    const shape = shapeOf({ ...DEFAULT_LSTM, peepholes: true }, 2);
    const layout = nextSymbolLayout(shape);
    const flat = Float64Array.from({ length: layout.length }, (_, i) => i);
    const { layers, head } = viewNextSymbol(shape, flat);
    expect(layers[1]?.inputWeights[0]).toBe(findSlot(layout, 'layers.1.inputWeights').offset);
    expect(layers[1]?.peepholes).toHaveLength(9);
    expect(findSlot(layout, 'layers.1.inputWeights').shape).toEqual([3, 12]);
    expect(head.weights[0]).toBe(findSlot(layout, 'head.weights').offset);
    expect(head.bias.at(-1)).toBe(layout.length - 1);
  });
});

describe('initialiseNextSymbol', () => {
  it('sets the forget bias and no other, and makes every recurrent gate block orthogonal', () => {
    const shape = shapeOf(DEFAULT_LSTM, 2);
    const flat = initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1.5 });
    for (const { bias, recurrentWeights } of viewNextSymbol(shape, flat).layers) {
      expect([...bias]).toEqual([1.5, 1.5, 1.5, ...new Array(9).fill(0)]);
      for (let gate = 0; gate < 4; gate++) {
        let squares = 0;
        for (let row = 0; row < 3; row++) squares += recurrentWeights[row * 12 + gate * 3]! ** 2;
        expect(squares).toBeCloseTo(1, 13);
      }
    }
  });

  it('depends on the seed alone', () => {
    const shape = shapeOf(DEFAULT_GRU, 1);
    const draw = (seed: number) => [...initialiseNextSymbol(shape, createRandom(seed), { forgetBias: 0 })];
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('learning', () => {
  it('an LSTM learns a tiny repetitive text by heart', () => {
    const tokens = tokenizeCharacters('the cat sat on the mat. '.repeat(12));
    const vocabulary = createVocabulary(tokens, { size: 64 });
    const shape: NextSymbolShape = {
      spec: DEFAULT_LSTM,
      vocabulary: vocabulary.tokens.length,
      hidden: 24,
      layers: 1,
    };
    const cut = createStreams(encode(vocabulary, tokens), { batch: 4, steps: 24 });
    if (!cut.ok) throw new Error(cut.error.code);
    const flat = initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 });
    const gradients = new Float64Array(flat.length);
    const adam = { kind: 'adam', learningRate: 0.02, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
    const optimizer = createOptimizer(adam, flat.length);
    let states: readonly CellState[] = zeroStates(shape, cut.streams.batch);
    let position = 0;
    let loss = Number.POSITIVE_INFINITY;
    for (let step = 0; step < 200; step++) {
      const batch = streamBatch(cut.streams, position);
      if (batch.restart) states = zeroStates(shape, cut.streams.batch);
      ({ loss, states } = lossAndGradients(shape, flat, batch, states, gradients));
      optimizer.step(flat, gradients);
      position = batch.next;
    }
    expect(loss).toBeLessThan(0.1);
  });
});
