import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../cells/roles.ts';
import { testNumbers } from '../gradient-check.testkit.ts';
import { END_TOKEN, UNKNOWN_TOKEN, vocabularyOf } from '../text/vocabulary.ts';
import { evaluateNextSymbol, type NextSymbolShape, nextSymbolLayout, zeroStates } from './next-symbol.ts';
import { probeSentence } from './probe.ts';
import { recurrentTextModel } from './recurrent-text-model.ts';
import { readAll } from './text-model.ts';

const LETTERS = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b', 'c', 'd']);
const ENDING = vocabularyOf([UNKNOWN_TOKEN, 'a', 'b', END_TOKEN, 'd']);
const END = 3;
const CHARACTERS = { level: 'character' } as const;
const IDS = Int32Array.of(2, 4, 1, 1, 3, 0, 2);

function network(spec: NextSymbolShape['spec']) {
  const shape: NextSymbolShape = { spec, vocabulary: 5, hidden: 3, layers: 2 };
  const flat = testNumbers(4, nextSymbolLayout(shape).length);
  return { shape, flat };
}

describe.each([DEFAULT_RNN, DEFAULT_GRU, DEFAULT_LSTM])('$kind, two layers', (spec) => {
  const { shape, flat } = network(spec);
  const model = recurrentTextModel(shape, flat, LETTERS, CHARACTERS);

  it('says at each step what the network says that reads all at once', () => {
    const { probabilities } = probeSentence(shape, flat, IDS, { lossStep: null })!;
    let state = model.start();
    for (const [t, id] of IDS.entries()) {
      state = state.read(id);
      const expected = probabilities.subarray(5 * t, 5 * t + 5);
      for (const [v, p] of state.probabilities!.entries()) expect(p).toBeCloseTo(expected[v]!, 14);
    }
  });

  it('has the cross-entropy of a training batch', () => {
    const targets = Int32Array.from(IDS, (_, t) => IDS[t + 1] ?? -1);
    const { loss } = evaluateNextSymbol(shape, flat, { ids: IDS, targets }, zeroStates(shape, 1));
    let [state, sum] = [model.start(), 0];
    for (let t = 0; t + 1 < IDS.length; t++) {
      state = state.read(IDS[t]!);
      sum -= Math.log(state.probabilities![IDS[t + 1]!]!);
    }
    expect(sum / (IDS.length - 1)).toBeCloseTo(loss, 13);
  });

  it('can go on from any state in several ways, in any order', () => {
    const fork = readAll(model.start(), [2, 4]);
    const before = fork.probabilities!.slice();
    const left = readAll(fork, [1, 1]);
    const right = readAll(fork, [3]);
    expect(left.probabilities).toEqual(readAll(model.start(), [2, 4, 1, 1]).probabilities);
    expect(right.probabilities).toEqual(readAll(model.start(), [2, 4, 3]).probabilities);
    expect(fork.probabilities).toEqual(before);
  });
});

const { shape, flat } = network(DEFAULT_LSTM);

it('begins after one ⟨EOS⟩ where texts end in it, else says nothing before a token', () => {
  expect(recurrentTextModel(shape, flat, LETTERS, CHARACTERS).start().probabilities).toBeNull();
  const start = recurrentTextModel(shape, flat, ENDING, CHARACTERS).start();
  const said = probeSentence(shape, flat, Int32Array.of(END), { lossStep: null })!.probabilities;
  expect(start.probabilities).toEqual(said);
});

it('keeps how its texts are cut', () => {
  expect(recurrentTextModel(shape, flat, ENDING, { level: 'word', ends: 'lines' })).toMatchObject({
    level: 'word',
    ends: 'lines',
    vocabulary: ENDING,
  });
});

it('refuses what does not belong together', () => {
  expect(() => recurrentTextModel(shape, flat, vocabularyOf(['a']), CHARACTERS)).toThrow(RangeError);
  expect(() => recurrentTextModel(shape, flat.subarray(1), LETTERS, CHARACTERS)).toThrow(RangeError);
  expect(() => recurrentTextModel(shape, flat, LETTERS, CHARACTERS).start().read(5)).toThrow(RangeError);
});
