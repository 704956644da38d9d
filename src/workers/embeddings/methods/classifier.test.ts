import { describe, expect, it } from 'vitest';
import { labelProbabilities } from '../../../models/fasttext/classifier.ts';
import type { ConfigOf, SavedNumbers } from '../method.ts';
import { classifier } from './classifier.ts';
import { openedBy, preparedBy } from './method.testkit.ts';

const LINES = ['good', 'bad', 'rather good', 'rather bad', 'very good', 'very bad'].flatMap((said) =>
  ['soup', 'bread', 'tea'].map(
    (dish) => `__label__${said.includes('good') ? 'up' : 'down'} the ${dish} is ${said}`,
  ),
);
const CONFIG: ConfigOf<'classifier'> = {
  source: { text: LINES.join('\n'), level: 'word', minCount: 1, words: 100 },
  method: { kind: 'classifier', loss: 'hierarchical', wordNgrams: 2, bucket: 50, epochs: 20, heldOut: 0.25 },
  dimensions: 4,
  learningRate: 0.5,
  seed: 2,
};

const prepared = (config: ConfigOf<'classifier'>) => preparedBy(classifier, config);
const opened = (config = CONFIG, saved: SavedNumbers | null = null) => openedBy(classifier, config, saved);

describe('a run of the classifier', () => {
  it('says what it read', () => {
    const { info } = opened();
    expect(info.labels).toEqual(['up', 'down']);
    expect(info.labelCounts).toEqual([9, 9]);
    expect([info.sentences, info.steps]).toEqual([18, 14]);
    expect(info.words[0]).toBe('the');
    expect(info.guessing).toBeCloseTo(Math.LN2, 12);
    expect(info.parameterCount).toBe((info.words.length + 50 + 1) * 4);
  });

  it('learns, and measures the lines it does not learn from', () => {
    const run = opened();
    const first = run.trainer.heldOut?.();
    expect(first).toMatchObject({ step: 0, of: 4 });
    expect(first?.loss).toBeCloseTo(Math.LN2, 12);
    run.finish();
    const last = run.trainer.heldOut?.();
    expect(last?.right).toBeGreaterThan(first?.right ?? 1);
    expect(last?.loss).toBeLessThan(Math.LN2);
    expect(last?.points.at(-1)?.step).toBe(run.info.steps * 20);
    expect(last?.confusion?.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(run.trainer.curve().at(-1)?.loss).toBeLessThan(0.4);
  });

  it('answers a text as the reference does, every feature with its share', () => {
    const run = opened();
    run.finish();
    const { texts } = run.trainer.view({ texts: ['The soup is not good!'] });
    const [answer] = texts;
    expect(answer?.words.map(({ text, known }) => [text, known])).toEqual([
      ['the', true],
      ['soup', true],
      ['is', true],
      ['not', false],
      ['good', true],
    ]);
    expect(answer?.features.map(({ words }) => words.join(' '))).toEqual([
      'the',
      'soup',
      'is',
      'good',
      'the soup',
      'soup is',
      'is not',
      'not good',
    ]);
    const saved = run.save();
    const [input, output] = saved?.sections ?? [];
    const found = labelProbabilities(
      {
        input: input!,
        output: output!,
        dimensions: 4,
        // A tree over two labels is one yes or no.
        layer: { kind: 'one-vs-all' },
      },
      answer?.features.map(({ row }) => row) ?? [],
    );
    const [up = 0] = answer?.probabilities ?? [];
    expect(Math.min(up, 1 - up)).toBeCloseTo(Math.min(found[0]!, 1 - found[0]!), 12);
    expect(answer?.best.map(({ visited }) => visited)).toEqual([1, 1]);
  });

  it('goes on from a checkpoint bit for bit, its curve and measurements too', () => {
    const whole = opened();
    whole.trainer.step(11);
    const saved = whole.save();
    const resumed = opened(CONFIG, saved);
    whole.trainer.curve();
    resumed.trainer.curve();
    for (const run of [whole, resumed]) run.finish();
    expect(resumed.save()).toEqual(whole.save());
    expect(resumed.trainer.curve()).toEqual(whole.trainer.curve());
    expect(resumed.trainer.heldOut?.()).toEqual(whole.trainer.heldOut?.());
  });

  it('does not go on from another run’s numbers', () => {
    const saved = opened({ ...CONFIG, dimensions: 5 }).save();
    expect(() => opened(CONFIG, saved)).toThrow('bad-checkpoint');
  });

  it('stops when its numbers are no longer finite', () => {
    const run = opened({ ...CONFIG, learningRate: 1e200 });
    expect(() => run.finish()).toThrow('diverged');
  });
});

describe('a text with nothing to learn', () => {
  it.each([
    ['no line has a label', 'the soup is good', 'no-labels'],
    ['nothing at all', '', 'no-labels'],
    ['all lines have the same', '__label__up a b\n__label__up b c', 'one-label'],
    ['no words', '__label__up !\n__label__down ?', 'no-words'],
  ])('%s', (_name, text, code) => {
    const found = prepared({ ...CONFIG, source: { ...CONFIG.source, text } });
    expect(found.ok ? null : found.failure.code).toBe(code);
  });

  it('every word is rarer than asked for', () => {
    const found = prepared({ ...CONFIG, source: { ...CONFIG.source, minCount: 99 } });
    expect(found.ok ? null : found.failure).toEqual({
      code: 'min-count',
      minCount: 99,
      word: 'the',
      most: 18,
    });
  });
});
