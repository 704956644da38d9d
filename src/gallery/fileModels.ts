import type { ImportedModel } from '../instruments/model-files/model-files.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../models/cells/roles.ts';
import { initialiseNextSymbol } from '../models/language/next-symbol.ts';
import { createRandom } from '../models/random.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { createVocabulary } from '../models/text/vocabulary.ts';
import { CHINESE } from './sentences.ts';

export const TEXT = `The cat sat on the mat. ${CHINESE.join('')}`;

/** A model that has learnt nothing, with everything that a file says of one. */
function modelOf(hidden: number, isGru = false): ImportedModel {
  const level = 'character';
  const vocabulary = createVocabulary(tokenize(TEXT, { level }), { size: 200 });
  const spec = isGru ? DEFAULT_GRU : DEFAULT_LSTM;
  const shape = { spec, vocabulary: vocabulary.tokens.length, hidden, layers: 2 };
  return {
    name: 'Cats and Song lyrics · 床前明月光',
    origin: 'unrolled',
    config: {
      task: { kind: 'next-symbol', text: '', level, vocabulary: 200 },
      cell: spec,
      hidden,
      layers: 2,
      directions: 'forward',
      batch: 32,
      steps: 50,
      optimizer: { kind: 'adam', learningRate: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      clip: 5,
      biases: {},
      seed: 1,
    },
    shape,
    vocabulary,
    parameters: initialiseNextSymbol(shape, createRandom(3), { forgetBias: 1 }),
    step: 1200,
    devLoss: 1.2345,
    text: { name: 'song-ci', key: 'song-ci' },
    checkpoint: new Uint8Array(),
    notes: [],
  };
}

export const MODEL = modelOf(24);
/** More units than the Gate lab draws. */
export const LARGE = modelOf(300, true);
