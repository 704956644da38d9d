import { describe, expect, it } from 'vitest';
import { torchError } from '../../models/convert/torch.ts';
import { type CodeFacts, tfjsCode, torchCode } from './code.ts';
import { CELL_CHOICES, type CellChoice, cellChoices } from './settings.ts';

const facts = (choice: CellChoice): CodeFacts => ({
  cell: CELL_CHOICES[choice],
  vocabulary: 100,
  hidden: 8,
  layers: 1,
  steps: 16,
  batch: 4,
  optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 5,
  forgetBias: 1,
});

describe('torchCode', () => {
  it.each(cellChoices)(
    'warns for %s exactly when its weights cannot be converted, or z is turned round',
    (choice) => {
      const cell = CELL_CHOICES[choice];
      const error = torchError({ cell, inputs: 100, hidden: 8, layers: 1, directions: 'forward' });
      const turned = cell.kind === 'gru' && cell.update === 'writes';
      expect(torchCode(facts(choice)).includes('# Differs')).toBe(error !== null || turned);
    },
  );

  it('sets the forget rows, which are the second block in i f g o', () => {
    expect(torchCode(facts('lstm'))).toContain('bias_ih_l0[8:16].fill_(1)');
    expect(torchCode(facts('gru'))).not.toContain('bias_ih_l0');
  });

  it('stacks as many layers as the run has, and opens every forget gate', () => {
    const code = torchCode({ ...facts('lstm'), layers: 3 });
    expect(code).toContain('nn.LSTM(100, 8, num_layers=3)');
    expect(code.match(/bias_ih_l[012]\[8:16\]/g)).toHaveLength(3);
    expect(tfjsCode({ ...facts('rnn'), layers: 3 }).match(/simpleRNN\(/g)).toHaveLength(3);
    expect(torchCode(facts('rnn'))).not.toContain('num_layers');
  });

  it('clips only when the run does', () => {
    expect(torchCode(facts('rnn'))).toContain('clip_grad_norm_(model.parameters(), 5)');
    expect(torchCode({ ...facts('rnn'), clip: null })).not.toContain('clip_grad_norm_');
  });
});

describe('tfjsCode', () => {
  it('says where the layers differ', () => {
    expect(tfjsCode({ ...facts('lstm'), clip: null })).not.toContain('Differs');
    expect(tfjsCode(facts('lstm-peepholes'))).toContain('tf.layers.lstm has no peepholes');
    expect(tfjsCode(facts('gru-reset-after'))).toContain('resets before');
    expect(tfjsCode({ ...facts('gru-keeps'), clip: null })).not.toContain('Differs');
  });
});
