import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { huffmanTree } from '../softmax/huffman.ts';
import { type Classifier, type LabelLayer, labelProbabilities, learnText } from './classifier.ts';

const D = 3;
const LABELS = 4;
const tree = huffmanTree([6, 3, 2, 1]);
const LAYERS: readonly LabelLayer[] = [
  { kind: 'softmax' },
  { kind: 'hierarchical', tree },
  { kind: 'one-vs-all' },
];

function random(layer: LabelLayer): Classifier {
  const source = createRandom(6);
  const draw = (rows: number) => Float64Array.from({ length: rows * D }, () => source.normal());
  return {
    input: draw(7),
    output: draw(layer.kind === 'hierarchical' ? LABELS - 1 : LABELS),
    dimensions: D,
    layer,
  };
}
const copy = (of: Classifier) => ({ ...of, input: of.input.slice(), output: of.output.slice() });

describe.each(LAYERS.map((layer) => [layer.kind, layer] as const))('%s', (kind, layer) => {
  const text = { rows: [0, 2, 2, 5], labels: kind === 'one-vs-all' ? [1, 3] : [1] };

  it('moves along the gradient of its loss (numeric check)', () => {
    const before = random(layer);
    const after = copy(before);
    const rate = 1e-3;
    learnText(after, text, rate);
    const loss = (at: Classifier) => learnText(copy(at), text, 0);
    for (const name of ['input', 'output'] as const) {
      before[name].forEach((value, i) => {
        const nudged = (by: number) => {
          const other = copy(before);
          other[name][i] = value + by;
          return loss(other);
        };
        const slope = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
        expect((value - after[name][i]!) / rate).toBeCloseTo(slope, 6);
      });
    }
  });

  it('gives probabilities that its loss is of', () => {
    const model = random(layer);
    const found = labelProbabilities(model, text.rows);
    const sum = found.reduce((total, p) => total + p, 0);
    if (kind !== 'one-vs-all') expect(sum).toBeCloseTo(1, 12);
    const expected =
      kind === 'one-vs-all'
        ? found.reduce((total, p, label) => total - Math.log(text.labels.includes(label) ? p : 1 - p), 0)
        : -Math.log(found[1]!);
    expect(learnText(copy(model), text, 0)).toBeCloseTo(expected, 10);
  });

  it('learns which words go with which label', () => {
    const model = { ...random(layer), output: random(layer).output.fill(0) };
    const texts = Array.from({ length: LABELS }, (_, label) => ({ rows: [label, 6], labels: [label] }));
    for (let epoch = 0; epoch < 300; epoch++) for (const one of texts) learnText(model, one, 0.5);
    for (const { rows, labels } of texts) {
      const found = labelProbabilities(model, rows);
      expect(found.indexOf(Math.max(...found))).toBe(labels[0]);
    }
  });

  it('learns nothing from nothing', () => {
    const model = random(layer);
    const before = copy(model);
    expect(learnText(model, { rows: [], labels: [1] }, 0.5)).toBe(0);
    expect(model).toEqual(before);
  });
});
