import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { walkTree } from '../softmax/hierarchical.ts';
import { hiddenOf } from '../word2vec/example.ts';
import { labelProbabilities } from './classifier.ts';
import { explainText } from './explain.ts';
import { labelLayer } from './text-trainer.ts';

const D = 3;
const COUNTS = [5, 3, 1, 1];
const ROWS = [0, 4, 4, 2];
const random = createRandom(8);
const draw = (rows: number) => Float64Array.from({ length: rows * D }, () => random.normal());

describe.each(['softmax', 'hierarchical', 'one-vs-all'] as const)('%s', (loss) => {
  const layer = labelLayer(loss, COUNTS);
  const model = { input: draw(6), output: draw(4), dimensions: D, layer };
  const { scores, shares } = explainText(model, ROWS, COUNTS.length);
  const probabilities = labelProbabilities(model, ROWS);

  it('adds up to the score', () => {
    scores.forEach((score, label) => {
      const sum = ROWS.reduce((total, _, i) => total + shares[i * COUNTS.length + label]!, 0);
      expect(sum).toBeCloseTo(score, 12);
    });
  });

  it('is of the scores that the probabilities are made of', () => {
    scores.forEach((score, label) => {
      const p = probabilities[label]!;
      if (loss === 'one-vs-all') expect(p).toBeCloseTo(1 / (1 + Math.exp(-score)), 12);
      if (loss === 'softmax') {
        expect(Math.log(p / probabilities[0]!)).toBeCloseTo(score - scores[0]!, 12);
      }
      if (layer.kind !== 'hierarchical') return;
      const hidden = hiddenOf(model.input, ROWS, D);
      const steps = walkTree({ tree: layer.tree, vectors: model.output, hidden }, label);
      const turns = steps.reduce((sum, step) => sum + (step.bit === 0 ? step.score : -step.score), 0);
      expect(score).toBeCloseTo(turns, 12);
    });
  });
});
