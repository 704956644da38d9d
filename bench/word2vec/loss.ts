import { createRandom } from '../../src/models/random.ts';
import type { EmbeddingCorpus } from '../../src/models/word2vec/corpus.ts';
import { exampleLossAndGradients } from '../../src/models/word2vec/example.ts';
import type { OutputSpec } from '../../src/models/word2vec/trainer.ts';
import type { EmbeddingVectors, OutputLayer } from '../../src/models/word2vec/types.ts';

const EXAMPLES = 2000;

/** Mean loss (nats) of neighbours at the beginning of the text, with the same noise for everybody: whether the same was learnt. */
export function lossOf(
  vectors: EmbeddingVectors,
  output: OutputSpec,
  { ids, counts }: EmbeddingCorpus,
): number {
  const random = createRandom(9);
  const rows = output.kind === 'hierarchical' ? counts.length - 1 : counts.length;
  const d = vectors.output.length / rows;
  const layer: OutputLayer = output.kind === 'hierarchical' ? output : { kind: output.kind };
  const gradients = {
    input: new Float64Array(vectors.input.length),
    output: new Float64Array(vectors.output.length),
  };
  let sum = 0;
  for (let i = 0; i < EXAMPLES; i++) {
    // A word of the text at random is as frequent as it is there.
    const negatives = Array.from({ length: 5 }, () => ids[random.integer(ids.length)]!);
    const example = { inputs: [ids[i + 1]!], target: ids[i]!, negatives };
    sum += exampleLossAndGradients(vectors, layer, example, gradients, d);
  }
  return sum / EXAMPLES;
}
