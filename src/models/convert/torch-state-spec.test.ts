import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../cells/roles.ts';
import { anyStack } from './torch-state.testkit.ts';
import { readSpec, writeSpec } from './torch-state-spec.ts';

const spec = { cell: DEFAULT_LSTM, inputs: 2, hidden: 3, layers: 1, directions: 'forward' };
const gru = { ...spec, cell: DEFAULT_GRU };

describe('readSpec', () => {
  it('reads what writeSpec wrote', () => {
    fc.assert(
      fc.property(anyStack, (each) => {
        expect(readSpec(writeSpec(each))).toEqual(each);
      }),
    );
  });

  it('leaves out what it does not know', () => {
    expect(readSpec(JSON.stringify({ ...spec, more: 1 }))).toEqual(spec);
  });

  it.each([
    '',
    'null',
    '7',
    '[]',
    '{}',
    JSON.stringify({ ...spec, cell: null }),
    JSON.stringify({ ...spec, cell: { kind: 'transformer' } }),
    JSON.stringify({ ...spec, cell: { kind: 'rnn' } }),
    JSON.stringify({ ...spec, cell: { kind: 'rnn', activation: 'constructor' } }),
    JSON.stringify({ ...spec, cell: { ...DEFAULT_LSTM, peepholes: 1 } }),
    JSON.stringify({ ...spec, cell: { ...DEFAULT_LSTM, output: 'sin' } }),
    JSON.stringify({ ...gru, cell: { ...DEFAULT_GRU, update: 'forgets' } }),
    JSON.stringify({ ...gru, cell: { ...DEFAULT_GRU, variant: undefined } }),
    JSON.stringify({ ...spec, hidden: 0 }),
    JSON.stringify({ ...spec, layers: 1.5 }),
    JSON.stringify({ ...spec, inputs: '2' }),
    JSON.stringify({ ...spec, directions: 'backward' }),
  ])('%s is no spec', (text) => {
    expect(readSpec(text)).toBeNull();
  });
});
