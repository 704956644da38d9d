import { describe, expect, it } from 'vitest';
import { checkGradient } from '../gradient-check.testkit.ts';
import { createRandom } from '../random.ts';
import {
  initialNnlm,
  learnWord,
  type NnlmParameters,
  type NnlmShape,
  nnlmSize,
  readContext,
  startOf,
} from './network.ts';

const SHAPES: readonly NnlmShape[] = [
  { vocabulary: 6, dimensions: 3, context: 2, hidden: 4 },
  { vocabulary: 5, dimensions: 2, context: 3, hidden: 0 },
];

const copyOf = (parameters: NnlmParameters): NnlmParameters => structuredClone(parameters);

/** Everything random, biases too. */
function anyParameters(shape: NnlmShape): NnlmParameters {
  const random = createRandom(4);
  const parameters = initialNnlm(shape, random);
  for (const bias of [parameters.hiddenBias, parameters.outputBias])
    bias.set(bias.map(() => random.normal()));
  return parameters;
}

describe.each(SHAPES)('with %o', (shape) => {
  // One word twice: its vector gets both gradients; and the place before the text.
  const context = [2, startOf(shape), 2].slice(0, shape.context);
  const word = 1;

  it('a step is the gradient of −ln P, for everything that is learnt', () => {
    const parameters = anyParameters(shape);
    const after = copyOf(parameters);
    const rate = 0.5;
    const loss = learnWord(shape, after, { context, word, rate });
    const lossNow = () => -readContext(shape, parameters, context).logProbabilities[word]!;
    expect(loss).toBeCloseTo(lossNow(), 14);
    for (const name of Object.keys(parameters) as (keyof NnlmParameters)[]) {
      const gradient = parameters[name].map((value, i) => (value - after[name][i]!) / rate);
      expect(checkGradient(lossNow, parameters[name], gradient).relativeError).toBeLessThan(1e-6);
    }
  });

  it('the probabilities sum to 1', () => {
    const { logProbabilities } = readContext(shape, anyParameters(shape), context);
    expect(logProbabilities.reduce((sum, ln) => sum + Math.exp(ln), 0)).toBeCloseTo(1, 12);
  });

  it('it knows its size', () => {
    const all = Object.values(anyParameters(shape)) as Float64Array[];
    expect(all.reduce((sum, { length }) => sum + length, 0)).toBe(nnlmSize(shape));
  });
});

it('the order of the words matters', () => {
  const [shape] = SHAPES;
  const parameters = anyParameters(shape!);
  const one = readContext(shape!, parameters, [0, 1]).logProbabilities;
  const other = readContext(shape!, parameters, [1, 0]).logProbabilities;
  expect(Math.abs(one[2]! - other[2]!)).toBeGreaterThan(1e-3);
});
