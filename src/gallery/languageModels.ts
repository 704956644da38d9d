import { DEFAULT_LSTM } from '../models/cells/roles.ts';
import {
  initialiseNextSymbol,
  lossAndGradients,
  type NextSymbolShape,
  zeroStates,
} from '../models/language/next-symbol.ts';
import { recurrentTextModel } from '../models/language/recurrent-text-model.ts';
import { createStreams, streamBatch } from '../models/language/streams.ts';
import type { TextModel } from '../models/language/text-model.ts';
import { addK } from '../models/ngram/add-k.ts';
import { countNgrams } from '../models/ngram/counts.ts';
import { kneserNey } from '../models/ngram/kneser-ney.ts';
import { ngramTextModel } from '../models/ngram/text-model.ts';
import { createRandom } from '../models/random.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { createVocabulary, END_TOKEN, encode } from '../models/text/vocabulary.ts';

const CHARACTERS = { level: 'character' } as const;
/** Length of a step downhill: optimisers belong to workers, and a page does without. */
const STRIDE = 0.5;

/** A small LSTM that has learnt from a text for some steps, as every other: what the gallery shows is computed. */
export function trainedModel(text: string, { size, steps }: { size: number; steps: number }): TextModel {
  const tokens = tokenize(text, CHARACTERS);
  const vocabulary = createVocabulary(tokens, { size });
  const shape: NextSymbolShape = {
    spec: DEFAULT_LSTM,
    vocabulary: vocabulary.tokens.length,
    hidden: 16,
    layers: 1,
  };
  const flat = initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 });
  const gradients = new Float64Array(flat.length);
  const cut = createStreams(encode(vocabulary, tokens), { batch: 1, steps: 24 });
  let position = 0;
  for (let step = 0; cut.ok && step < steps; step++) {
    const batch = streamBatch(cut.streams, position);
    lossAndGradients(shape, flat, batch, zeroStates(shape, 1), gradients);
    const norm = Math.hypot(...gradients);
    for (let i = 0; i < flat.length; i++) flat[i]! -= (STRIDE * gradients[i]!) / Math.max(norm, 1);
    position = batch.next;
  }
  return recurrentTextModel(shape, flat, vocabulary, CHARACTERS);
}

/** Trigrams over words, each line a sentence with ⟨EOS⟩ behind it; without smoothing, or Kneser–Ney. */
export function wordTrigrams(lines: readonly string[], { smoothed }: { smoothed: boolean }): TextModel {
  const sentences = lines.map((line) => [...tokenize(line, { level: 'word' }), END_TOKEN]);
  const vocabulary = createVocabulary(sentences.flat(), { size: 100 });
  const counts = countNgrams(
    sentences.map((tokens) => encode(vocabulary, tokens)),
    { order: 3, vocabulary: vocabulary.tokens.length, start: true },
  );
  const model = smoothed ? kneserNey(counts) : addK(counts, 0);
  return ngramTextModel(model, vocabulary, { level: 'word', ends: 'lines' }, { start: true });
}
