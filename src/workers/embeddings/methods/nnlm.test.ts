import { describe, expect, it } from 'vitest';
import { readContext } from '../../../models/nnlm/network.ts';
import { createNnlmTrainer, startNnlm } from '../../../models/nnlm/trainer.ts';
import { createCorpus } from '../../../models/word2vec/corpus.ts';
import type { ConfigOf } from '../method.ts';
import { openedBy, preparedBy } from './method.testkit.ts';
import { nnlm } from './nnlm.ts';

const LINES = ['a glass of juice', 'a cup of tea', 'a glass of water', 'a cup of tea'];
const CONFIG: ConfigOf<'nnlm'> = {
  source: { text: LINES.join('\n'), level: 'word', ends: 'lines', minCount: 1, words: 100 },
  method: { kind: 'nnlm', context: 2, hidden: 5, epochs: 40 },
  dimensions: 3,
  learningRate: 0.2,
  seed: 2,
};

describe('a run of the neural language model', () => {
  it('is the readable trainer on the text that was read', () => {
    const opened = openedBy(nnlm, CONFIG);
    const { words } = opened.info;
    expect(opened.info).toMatchObject({
      sentences: 4,
      steps: 4,
      tokens: 16,
      guessing: Math.log(words.length),
    });
    const corpus = createCorpus(
      LINES.map((line) => line.split(' ').map((word) => words.indexOf(word))),
      words.length,
    );
    const shape = { vocabulary: words.length, dimensions: 3, context: 2, hidden: 5 };
    const spec = { shape, epochs: 40, learningRate: 0.2, seed: 2 };
    const reference = createNnlmTrainer(corpus, spec, startNnlm(spec));
    while (!reference.isDone()) reference.step();
    opened.finish();
    const { prediction } = opened.trainer.view({
      prediction: { inputs: ['a', 'cup', 'of'], target: 'tea', all: true },
    });
    const context = ['cup', 'of'].map((word) => words.indexOf(word));
    const wanted = readContext(shape, reference.state.parameters, context);
    expect(prediction?.inputs).toEqual(context);
    expect(prediction?.logProbabilities).toEqual(wanted.logProbabilities);
    expect(prediction?.hidden).toEqual(wanted.hidden);
    expect(Math.exp(prediction?.logProbability ?? 0)).toBeGreaterThan(0.8);
  });

  it('goes on bit for bit from what was saved', () => {
    const whole = openedBy(nnlm, CONFIG);
    for (let i = 0; i < 11; i++) whole.trainer.step(1);
    const saved = whole.save();
    const again = openedBy(nnlm, CONFIG, saved);
    whole.finish();
    again.finish();
    expect(again.trainer.vectors()).toEqual(whole.trainer.vectors());
    expect(again.trainer.stats()).toEqual(whole.trainer.stats());
  });

  it('takes the numbers of another vocabulary for those of another run', () => {
    const saved = openedBy(nnlm, { ...CONFIG, source: { ...CONFIG.source, words: 3 } }).save();
    expect(() => openedBy(nnlm, CONFIG, saved)).toThrow('bad-checkpoint');
  });

  it('a row of the output vectors is a word’s', () => {
    const { trainer, info } = openedBy(nnlm, { ...CONFIG, method: { ...CONFIG.method, hidden: 0 } });
    trainer.step(1);
    const { output } = trainer.vectors();
    expect(output.length).toBe(info.words.length * 2 * 3);
    // Scores rebuilt from the vectors: as ln P but for a constant, biases being part of it.
    const inputs = trainer.view({ input: ['cup', 'of'] }).input.flatMap((vector) => [...(vector ?? [])]);
    const before = info.words.map((_, id) =>
      inputs.reduce((sum, x, i) => sum + x * (output[id * 6 + i] ?? 0), 0),
    );
    const prediction = trainer.view({
      prediction: { inputs: ['cup', 'of'], target: 'tea', all: true },
    }).prediction;
    const saved = openedBy(nnlm, { ...CONFIG, method: { ...CONFIG.method, hidden: 0 } });
    saved.trainer.step(1);
    const bias = saved.save().sections[4]!;
    const differences = before.map((score, id) => score + bias[id]! - prediction!.logProbabilities![id]!);
    for (const difference of differences) expect(difference).toBeCloseTo(differences[0]!, 5);
  });

  it('hands over what it has learnt, as of the frame', () => {
    const { trainer } = openedBy(nnlm, CONFIG);
    const { network } = trainer.view({ network: true });
    const before = network?.vectors.slice();
    trainer.step(1);
    expect(network?.vectors).toEqual(before);
    expect(trainer.view({ network: true }).network?.vectors).not.toEqual(before);
    expect(trainer.view({}).network).toBeUndefined();
  });

  it('one word learnt makes it more probable; unknown words change nothing', () => {
    const { trainer } = openedBy(nnlm, CONFIG);
    const watch = { prediction: { inputs: ['a', 'glass'], target: 'tea', all: false } };
    const probability = () => trainer.view(watch).prediction?.logProbability ?? 0;
    const before = probability();
    trainer.learn(['a', 'glass'], 'tea', 0.1);
    const after = probability();
    expect(after).toBeGreaterThan(before);
    trainer.learn(['a', 'glass'], 'whisky', 0.1);
    expect(probability()).toBe(after);
    expect(trainer.view({ prediction: { inputs: [], target: 'whisky', all: true } }).prediction).toBeNull();
  });

  it('says what is wrong with a text', () => {
    const source = { ...CONFIG.source, text: '…' };
    expect(preparedBy(nnlm, { ...CONFIG, source })).toMatchObject({
      ok: false,
      failure: { code: 'no-words' },
    });
  });

  it('stops where numbers are no longer finite', () => {
    const { trainer } = openedBy(nnlm, {
      ...CONFIG,
      learningRate: 1e9,
      method: { ...CONFIG.method, hidden: 0 },
    });
    expect(() => {
      while (!trainer.isDone()) trainer.step(1);
    }).toThrow('diverged');
  });
});
