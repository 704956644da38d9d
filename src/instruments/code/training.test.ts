import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { networkLayout } from '../../models/network/token-network.ts';
import { CELL_CHOICES, type CellChoice, cellChoices } from '../unrolled/settings.ts';
import { hasUnsetBiases, tfjsTraining } from './tfjs-training.ts';
import { type TrainingFacts, torchTraining } from './torch-training.ts';

const facts = (choice: CellChoice, layers = 1): TrainingFacts => ({
  network: {
    stack: { cell: CELL_CHOICES[choice], inputs: 5, hidden: 4, layers, directions: 'forward' },
    classes: 5,
  },
  steps: 4,
  batch: 2,
  optimizer: { kind: 'adam', learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 5,
  biases: { forget: 1 },
});

describe('torchTraining', () => {
  it('opens forget gates, which are the second block in i f g o, in every layer', () => {
    const code = torchTraining(facts('lstm', 3), []);
    expect(code).toContain('nn.LSTM(5, 4, num_layers=3)');
    expect(code.match(/bias_ih_l[012]\[4:8\]\.fill_\(1\)/g)).toHaveLength(3);
    expect(torchTraining(facts('gru'), [])).not.toContain('fill_');
  });

  it('turns the sign of an update gate that writes: z keeps', () => {
    const { network, ...rest } = facts('gru-reset-after');
    const biases = { update: -2 };
    expect(torchTraining({ ...rest, network, biases }, [])).toContain('bias_ih_l0[4:8].fill_(2)');
    // Written out, it is the first block, with its own sign.
    const own = torchTraining({ ...facts('gru'), biases }, []);
    expect(own).toContain('model.rnn.layers[0].bias[0:4].fill_(-2)');
  });

  it('writes out what PyTorch lacks, ready to be trained', () => {
    const code = torchTraining(facts('lstm-peepholes', 2), ['why']);
    expect(code.startsWith('# why\nimport torch')).toBe(true);
    expect(code).toContain('nn.init.xavier_uniform_');
    expect(code).toContain('self.peepholes');
    expect(code).toContain('[[s.detach() for s in layer] for layer in state]');
    expect(torchTraining(facts('lstm'), [])).not.toContain('class Cell');
  });

  it('clips only when the run does', () => {
    expect(torchTraining(facts('rnn'), [])).toContain('clip_grad_norm_(model.parameters(), 5)');
    expect(torchTraining({ ...facts('rnn'), clip: null }, [])).not.toContain('clip_grad_norm_');
  });
});

describe('tfjsTraining, run with TensorFlow.js', () => {
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await tf.setBackend('cpu');
  });
  afterAll(() => vi.restoreAllMocks());

  const build = (subject: TrainingFacts): tf.Sequential => {
    const body = tfjsTraining(subject, ['a note']).replace(/^import .*$/m, '');
    return new Function('tf', `${body}; return model;`)(tf) as tf.Sequential;
  };

  it.each(cellChoices)('%s has the parameters that the network has, and learns', async (choice) => {
    const subject = facts(choice, 2);
    const { stack, classes } = subject.network;
    const { cell, ...shape } = stack;
    const model = build(subject);
    expect(model.countParams()).toBe(networkLayout({ ...shape, spec: cell, classes }).length);
    const ids = tf.tensor2d([0, 1, 2, 3, 4, 3, 2, 1], [2, 4], 'int32');
    const x = tf.oneHot(ids, 5).toFloat();
    const losses: number[] = [];
    for (let step = 0; step < 6; step++) {
      model.resetStates();
      losses.push((await model.trainOnBatch(x, x)) as number);
    }
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });

  it('has a switch for a forget gate at 1, and says so of other biases', () => {
    expect(tfjsTraining(facts('lstm'), [])).toContain('unitForgetBias: true');
    expect(tfjsTraining({ ...facts('lstm'), biases: {} }, [])).toContain('unitForgetBias: false');
    expect(hasUnsetBiases(facts('lstm'))).toBe(false);
    expect(hasUnsetBiases(facts('gru'))).toBe(false);
    expect(hasUnsetBiases(facts('lstm-peepholes'))).toBe(true);
    expect(hasUnsetBiases({ ...facts('gru'), biases: { update: -2 } })).toBe(true);
  });
});
