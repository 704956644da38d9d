import { describe, expect, it } from 'vitest';
import { labelledVocabulary, rowsOfText } from './labelled-texts.ts';
import {
  type ClassifierSpec,
  createTextTrainer,
  labelLayer,
  lossAtStart,
  scoreTexts,
  startClassifier,
} from './text-trainer.ts';

const SPEC: ClassifierSpec = {
  loss: 'softmax',
  dimensions: 4,
  epochs: 30,
  learningRate: 0.5,
  seed: 3,
  wordNgrams: 2,
  bucket: 100,
};
const LINES = [
  ['good', 'up', 'the soup is good'],
  ['bad', 'down', 'the soup is bad'],
  ['bad', 'down', 'the soup is not good'],
  ['good', 'up', 'the soup is not bad'],
] as const;
const words = LINES.map(([, , text]) => text.split(' '));
const vocabulary = labelledVocabulary(
  LINES.map(([label]) => ({ labels: [label] })),
  words,
  { minCount: 1, words: 99 },
);

function trained(part: Partial<ClassifierSpec>) {
  const spec = { ...SPEC, ...part };
  const texts = LINES.map(([label], i) => ({
    rows: rowsOfText(words[i]!, vocabulary, spec),
    labels: [vocabulary.labels.indexOf(label)],
    length: words[i]!.length,
  }));
  const layer = labelLayer(spec.loss, vocabulary.labelCounts);
  const learnt = { texts, order: Int32Array.from(texts, (_, i) => i), layer };
  const begin = () => startClassifier(spec, { words: vocabulary.words.length, labels: 2 });
  return { spec, texts, layer, learnt, begin };
}

describe.each(['softmax', 'hierarchical', 'one-vs-all'] as const)('%s', (loss) => {
  it('learns a negation from pairs of words, which single words cannot tell', () => {
    const right = [1, 2].map((wordNgrams) => {
      const { learnt, spec, texts, begin } = trained({ loss, wordNgrams, epochs: 400 });
      const trainer = createTextTrainer(learnt, spec, begin());
      while (!trainer.isDone()) trainer.step();
      return scoreTexts(trainer.model, texts, 2).right;
    });
    // A sum over words cannot have "not" turn round both good and bad (exclusive or; Minsky & Papert 1969).
    expect(right[0]).toBeLessThan(4);
    expect(right[1]).toBe(4);
  });

  it('begins at the loss of one who knows nothing', () => {
    const { learnt, spec, texts, layer, begin } = trained({ loss });
    const { model } = createTextTrainer(learnt, spec, begin());
    expect(scoreTexts(model, texts, 2).loss).toBeCloseTo(lossAtStart(layer, vocabulary.labelCounts), 12);
  });

  it('goes on from a copied state bit for bit', () => {
    const { learnt, spec, begin } = trained({ loss });
    const whole = createTextTrainer(learnt, spec, begin());
    for (let i = 0; i < 17; i++) whole.step();
    const { input, output, words: generator, ...rest } = whole.state;
    const copy = {
      input: input.slice(),
      output: output.slice(),
      words: generator.slice(),
      ...rest,
    };
    const resumed = createTextTrainer(learnt, spec, copy);
    const losses = Array.from({ length: 30 }, () => [whole.step(), resumed.step()]);
    for (const [one, other] of losses) expect(one).toBe(other);
    expect(resumed.state).toEqual(whole.state);
  });
});

it('ends at the rate 0, having read every word of every epoch', () => {
  const { learnt, spec, begin } = trained({});
  const trainer = createTextTrainer(learnt, spec, begin());
  expect(trainer.rate()).toBe(spec.learningRate);
  while (!trainer.isDone()) trainer.step();
  expect(trainer.state.read).toBe(30 * (4 + 4 + 5 + 5));
  expect(trainer.all).toBe(trainer.state.read);
  expect(trainer.rate()).toBe(0);
  expect(trainer.step()).toBe(0);
});

it('tells what texts were taken for', () => {
  const { learnt, spec, texts, begin } = trained({});
  const { model } = createTextTrainer(learnt, spec, begin());
  model.output.fill(0);
  const { confusion, right } = scoreTexts(model, texts, 2);
  // All scores are 0, and of equals the first is said.
  expect([...confusion]).toEqual([2, 0, 2, 0]);
  expect(right).toBe(2);
});
