import { expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import {
  evaluateNextSymbol,
  initialiseNextSymbol,
  type NextSymbolShape,
  zeroStates,
} from '../../models/language/next-symbol.ts';
import { createRandom } from '../../models/random.ts';
import { vocabularyOf } from '../../models/text/vocabulary.ts';
import type { OpenModel } from './open-model.ts';
import { readModel } from './read-model.ts';

const shape: NextSymbolShape = { spec: DEFAULT_LSTM, vocabulary: 4, hidden: 3, layers: 1 };
const parameters = initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 });
const model = {
  config: { task: { kind: 'next-symbol', text: '', level: 'character', vocabulary: 4 } },
  shape,
  vocabulary: vocabularyOf(['⟨UNK⟩', 'a', 'b', ' ']),
  parameters,
  step: 7,
} as unknown as OpenModel;

it('reads what the reference reads, unknown characters as ⟨UNK⟩', async () => {
  const { tokens, ids, step, layers, logProbabilities } = await readModel(model)('ab é a');
  expect(tokens.join('')).toBe('ab é a');
  expect([...ids]).toEqual([1, 2, 3, 0, 3, 1]);
  expect(step).toBe(7);
  expect(layers[0]?.hidden).toHaveLength(6 * 3);
  const batch = { ids: ids.subarray(0, 5), targets: ids.subarray(1) };
  const { loss } = evaluateNextSymbol(shape, parameters, batch, zeroStates(shape, 1));
  expect(-logProbabilities.subarray(1).reduce((sum, p) => sum + p, 0) / 5).toBeCloseTo(loss, 5);
});
