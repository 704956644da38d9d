import { forwardSequence } from '../cells/sequence.ts';
import type { CellState } from '../cells/types.ts';
import { headLogits, softmax } from '../softmax/full.ts';
import type { Tokenization } from '../text/tokenize.ts';
import { END_TOKEN, type Vocabulary } from '../text/vocabulary.ts';
import {
  cellShapeOf,
  type NextSymbolShape,
  nextSymbolLayout,
  viewNextSymbol,
  zeroStates,
} from './next-symbol.ts';
import type { TextModel, TextState } from './text-model.ts';

/** One token through one layer. */
const ONE = { steps: 1, batch: 1 } as const;

/**
 * A recurrent network as a model of text (Mikolov et al. 2010). Reading a token costs one step of the network, however long
 * the text before it; probabilities are computed when they are asked for, and only those of two states are kept, so that
 * a long text's states weigh little. Where the vocabulary has ⟨EOS⟩ a text begins after one; else nothing is said before the
 * first token. `parameters` are read, never written. Throws a RangeError when they or the vocabulary do not fit the shape.
 */
export function recurrentTextModel(
  shape: NextSymbolShape,
  parameters: Float64Array,
  vocabulary: Vocabulary,
  tokenization: Tokenization,
): TextModel {
  check(shape, parameters, vocabulary);
  const step = stepper(shape, parameters);
  const say = lastKept(speaker(shape, parameters));
  const after = (states: readonly CellState[]): TextState => ({
    get probabilities() {
      return say(states);
    },
    read: (token) => after(step(states, token)),
  });
  const silent = { probabilities: null, read: (token: number) => after(step(zeroStates(shape, 1), token)) };
  const end = vocabulary.ids.get(END_TOKEN);
  const { level, ends } = tokenization;
  return {
    level,
    ...(ends ? { ends } : {}),
    vocabulary,
    start: () => (end === undefined ? silent : silent.read(end)),
  };
}

/** The states of all layers after one token more. The views of the parameters are made once. */
function stepper(shape: NextSymbolShape, parameters: Float64Array) {
  const { layers } = viewNextSymbol(shape, parameters);
  const shapes = layers.map((_, layer) => cellShapeOf(shape, layer));
  return (states: readonly CellState[], token: number): readonly CellState[] => {
    let below: Float64Array | null = null;
    return layers.map((layer, l) => {
      const input = below
        ? ({ form: 'dense', values: below } as const)
        : ({ form: 'one-hot', ids: Int32Array.of(token) } as const);
      const { final } = forwardSequence(shape.spec, shapes[l]!, layer, input, ONE, { initial: states[l]! });
      below = final.hidden;
      return final;
    });
  };
}

/** ŷ of the top layer's state, (V). */
function speaker(shape: NextSymbolShape, parameters: Float64Array) {
  const { head } = viewNextSymbol(shape, parameters);
  return (states: readonly CellState[]) =>
    softmax(headLogits(head, states.at(-1)!.hidden, 1), shape.vocabulary);
}

/** Remembers the last two answers: who draws a token looks back at what it was drawn from, and on at what comes. */
function lastKept<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  let kept: readonly { readonly key: Key; readonly value: Value }[] = [];
  return (key) => {
    const known = kept.find((each) => each.key === key);
    if (known) return known.value;
    const value = compute(key);
    kept = [{ key, value }, ...kept.slice(0, 1)];
    return value;
  };
}

function check(shape: NextSymbolShape, parameters: Float64Array, { tokens }: Vocabulary): void {
  if (tokens.length !== shape.vocabulary) {
    throw new RangeError(`a network of ${shape.vocabulary} tokens, a vocabulary of ${tokens.length}`);
  }
  const { length } = nextSymbolLayout(shape);
  if (parameters.length !== length) {
    throw new RangeError(`a network of ${length} parameters, ${parameters.length} given`);
  }
}
