import type { FigureToken } from '../components/diagrams/figureTypes.ts';
import { cellParameterCount, viewCell } from '../models/cells/parameters.ts';
import { backwardSequence, forwardSequence } from '../models/cells/sequence.ts';
import type {
  CellParameters,
  CellSpec,
  Hold,
  SequenceGradients,
  SequenceTrace,
} from '../models/cells/types.ts';
import { createRandom } from '../models/random.ts';

/** A sentence run through a seeded random cell by the reference: what the gallery shows is computed like everything else. */
export interface Computed {
  readonly tokens: readonly FigureToken[];
  readonly trace: SequenceTrace;
  readonly parameters: CellParameters;
  readonly gradients: SequenceGradients;
}

export interface ComputedOptions {
  readonly spec: CellSpec;
  readonly words: readonly string[];
  readonly hidden?: number;
  readonly seed?: number;
  /** Standard deviation of the weights; large ones saturate every gate. */
  readonly spread?: number;
  readonly holds?: readonly Hold[];
  /** Weights changed by hand, by flat index. */
  readonly edits?: ReadonlyMap<number, number>;
}

/** Distinct words in the order of their first appearance: ids of a one-hot input. */
function vocabularyOf(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** Forward and backward pass; the loss is the sum of the last step's hidden values. */
export function compute(options: ComputedOptions): Computed {
  const { spec, words, hidden = 8, seed = 11, spread = 0.9, holds = [] } = options;
  const vocabulary = vocabularyOf(words);
  const shape = { inputs: vocabulary.length, hidden };
  const random = createRandom(seed);
  const flat = Float64Array.from({ length: cellParameterCount(spec, shape) }, () => spread * random.normal());
  for (const [index, value] of options.edits ?? []) flat[index] = value;
  const parameters = viewCell(spec, shape, flat);
  const size = { steps: words.length, batch: 1 };
  const ids = Int32Array.from(words, (word) => vocabulary.indexOf(word));
  const trace = forwardSequence(spec, shape, parameters, { form: 'one-hot', ids }, size, { holds });
  const loss = new Float64Array(words.length * hidden);
  loss.fill(1, (words.length - 1) * hidden);
  return {
    tokens: words.map((text) => ({ text, known: text !== '⟨UNK⟩' })),
    trace,
    parameters,
    gradients: backwardSequence(trace, parameters, { hidden: loss }),
  };
}

/** Text of an input id of `compute`. */
export function wordOf(words: readonly string[], id: number): string {
  return vocabularyOf(words)[id] ?? `#${id}`;
}
