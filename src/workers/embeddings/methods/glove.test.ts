import { describe, expect, it } from 'vitest';
import { countCooccurrences } from '../../../models/glove/cooccurrence.ts';
import { cellError } from '../../../models/glove/loss.ts';
import { createGloveTrainer } from '../../../models/glove/trainer.ts';
import { cellWeight } from '../../../models/glove/weighting.ts';
import { createRandom } from '../../../models/random.ts';
import type { ConfigOf, SavedNumbers } from '../method.ts';
import { createGlove, glove } from './glove.ts';
import { openedBy, preparedBy } from './method.testkit.ts';

const WORDS = ['ice', 'cold', 'water', 'steam', 'hot', 'solid', 'gas', 'the'];
/** Enough different words that an epoch has several portions. */
const random = createRandom(5);
const SENTENCES = Array.from({ length: 120 }, () =>
  Array.from({ length: 12 }, () => WORDS[random.integer(8)] ?? '').concat(
    Array.from({ length: 6 }, () => `w${random.integer(60)}`),
  ),
);
const CONFIG: ConfigOf<'glove'> = {
  source: {
    text: SENTENCES.map((words) => words.join(' ')).join('\n'),
    level: 'word',
    ends: 'lines',
    minCount: 2,
    words: 100,
  },
  method: { kind: 'glove', window: 4, weighting: { most: 10, power: 0.75 }, epochs: 3 },
  dimensions: 4,
  learningRate: 0.05,
  seed: 3,
};

const opened = (config = CONFIG, saved: SavedNumbers | null = null) => openedBy(glove, config, saved);

/** The same text by the parts that the worker is made of. */
function reference(words: readonly string[]) {
  const ids = SENTENCES.map((sentence) =>
    sentence.map((word) => words.indexOf(word)).filter((id) => id >= 0),
  );
  return countCooccurrences(ids, { vocabulary: words.length, window: 4, byDistance: true });
}

describe('a run of GloVe', () => {
  it('learns what the readable trainer learns', () => {
    const run = opened();
    const { info } = run;
    const counts = reference(info.words);
    expect(info.steps).toBe(Math.ceil(counts.values.length / 1000));
    expect(info.steps).toBeGreaterThan(1);
    run.finish();
    expect(run.trainer.stepsDone).toBe(3 * info.steps);
    const { weighting } = CONFIG.method;
    const theirs = createGloveTrainer(counts, { dimensions: 4, learningRate: 0.05, seed: 3, weighting });
    for (let i = 0; i < 3; i++) theirs.epoch();
    const { words, contexts } = theirs.state.parameters;
    const { input, output } = run.trainer.vectors();
    expect(input).toEqual(Float32Array.from(words, (value, i) => value + (contexts[i] ?? 0)));
    expect(output).toEqual(Float32Array.from(contexts));

    // What a page watches.
    const {
      cells,
      neighbours,
      input: vectors,
    } = run.trainer.view({
      cells: 20,
      neighbours: { words: ['ice', 'nobody'], count: 3 },
      input: ['ice'],
    });
    const ice = info.words.indexOf('ice');
    expect(vectors[0]).toEqual(
      words.slice(4 * ice, 4 * ice + 4).map((w, j) => w + (contexts[4 * ice + j] ?? 0)),
    );
    expect(neighbours[0]?.nearest).toHaveLength(3);
    expect(neighbours[1]?.nearest).toBeNull();
    expect(cells?.of).toBe(counts.values.length);
    cells?.counts.forEach((x, i) => {
      const [row, column] = [cells.rows[i] ?? 0, cells.columns[i] ?? 0];
      const at = counts.rows.findIndex((each, j) => each === row && counts.columns[j] === column);
      expect(x).toBe(counts.values[at]);
      const error = cellError(theirs.state.parameters, row, column, x);
      expect((cells.scores[i] ?? 0) - Math.log(x)).toBeCloseTo(error, 9);
    });
  });

  it('goes on bit for bit from the middle of an epoch', () => {
    const whole = opened();
    whole.finish();
    const first = opened();
    first.trainer.step(1);
    first.trainer.step(1);
    first.trainer.step(1);
    const second = opened(CONFIG, first.save());
    expect(second.trainer.stats().step).toBe(first.trainer.stats().step);
    second.finish();
    expect(second.trainer.vectors()).toEqual(whole.trainer.vectors());
    expect(second.trainer.stats()).toEqual(whole.trainer.stats());
  });

  it('takes the numbers of another vocabulary for those of another run', () => {
    const saved = opened({ ...CONFIG, source: { ...CONFIG.source, words: 20 } }).save();
    expect(() => opened(CONFIG, saved)).toThrow('bad-checkpoint');
  });

  it('shows the rows that it has', () => {
    const { trainer } = opened();
    const { output } = trainer.view({ output: [0, -1, 1e6] });
    expect(output.map(({ length }) => length)).toEqual([CONFIG.dimensions]);
  });

  it('guesses as well as the one constant that fits best', () => {
    const { info } = opened();
    const { values } = reference(info.words);
    const loss = (constant: number) =>
      values.reduce(
        (sum, x) => sum + cellWeight(x, CONFIG.method.weighting) * (Math.log(x) - constant) ** 2,
        0,
      ) / values.length;
    const tried = Array.from({ length: 401 }, (_, i) => loss(i / 100 - 2));
    expect(info.guessing).toBeLessThanOrEqual(Math.min(...tried) + 1e-12);
    expect(info.guessing).toBeCloseTo(Math.min(...tried), 4);
  });

  it('says what it cannot learn', () => {
    const withText = (text: string) => preparedBy(glove, { ...CONFIG, source: { ...CONFIG.source, text } });
    expect(withText('')).toMatchObject({ ok: false, failure: { code: 'no-words' } });
    expect(withText('a\nb\na\nb')).toMatchObject({ ok: false, failure: { code: 'no-pairs' } });
  });

  it('counts as many cells as fit, and says when there are more', () => {
    const { info } = opened();
    const { length } = reference(info.words).values;
    expect(preparedBy(createGlove(length), CONFIG).ok).toBe(true);
    expect(preparedBy(createGlove(length - 1), CONFIG)).toEqual({
      ok: false,
      failure: { code: 'too-many-cells', most: length - 1, words: info.words.length, window: 4 },
    });
  });

  it('stops, and says so, when the numbers run away', () => {
    const { trainer } = opened({ ...CONFIG, learningRate: 1e9, method: { ...CONFIG.method, epochs: 200 } });
    expect(() => {
      while (!trainer.isDone()) trainer.step(1);
    }).toThrow('diverged');
  });
});
