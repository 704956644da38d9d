import { nnlmSize } from '../../../models/nnlm/network.ts';
import type { NnlmSpec } from '../../../models/nnlm/trainer.ts';
import { readText } from '../../../models/word2vec/read-text.ts';
import type { ConfigOf, EmbeddingMethod } from '../method.ts';
import { createNnlmRun } from './nnlm-trainer.ts';
import { textInfo } from './text-info.ts';

/** The neural language model on the readable trainer; a step is a sentence. */
export const nnlm: EmbeddingMethod<'nnlm'> = {
  *prepare(config) {
    const result = yield* readText(config.source.text, config.source);
    if (!result.ok) return result;
    const { words, corpus } = result.read;
    const spec = specOf(config, words.length);
    const info = {
      ...textInfo(result.read),
      steps: corpus.starts.length - 1,
      parameterCount: nnlmSize(spec.shape),
      guessing: Math.log(words.length),
    };
    const run = { spec, words, corpus, info };
    return { ok: true, run: { info, createReference: (start) => createNnlmRun(run, start) } };
  },
};

function specOf({ method, dimensions, learningRate, seed }: ConfigOf<'nnlm'>, vocabulary: number): NnlmSpec {
  const { context, hidden, epochs } = method;
  return { shape: { vocabulary, dimensions, context, hidden }, epochs, learningRate, seed };
}
