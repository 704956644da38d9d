import type { NnlmSettings } from '../../../instruments/nnlm/settings.ts';
import { nnlmConfig } from '../../../instruments/nnlm/useNnlm.ts';
import { createNnlmTrainer, startNnlm } from '../../../models/nnlm/trainer.ts';
import { readText } from '../../../models/word2vec/read-text.ts';
import type { EmbeddingRunState } from '../../../store/embedding-state.ts';

/** The run of the figure at its end, by the reference. */
export function trainedState(settings: NnlmSettings): EmbeddingRunState {
  const config = nnlmConfig(settings);
  const reading = readText(config.source.text, config.source);
  let next = reading.next();
  while (!next.done) next = reading.next();
  if (!next.value.ok || config.method.kind !== 'nnlm') throw new Error('not read');
  const { words, corpus } = next.value.read;
  const { context, hidden, epochs } = config.method;
  const shape = { vocabulary: words.length, dimensions: config.dimensions, context, hidden };
  const spec = { shape, epochs, learningRate: config.learningRate, seed: config.seed };
  const trainer = createNnlmTrainer(corpus, spec, startNnlm(spec));
  while (!trainer.isDone()) trainer.step();
  const frame = { view: { network: trainer.state.parameters }, stats: { step: trainer.state.sentences } };
  return { config, info: { words }, frame } as unknown as EmbeddingRunState;
}
