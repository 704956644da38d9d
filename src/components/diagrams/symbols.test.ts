import { describe, expect, it } from 'vitest';
import { plainSymbol, roleSymbol, weightSubscript } from './symbols.ts';

describe('roleSymbol', () => {
  it('writes Γ with a subscript by default', () => {
    expect(plainSymbol(roleSymbol('forget', 'ng', 'lstm'))).toBe('Γ_f');
    expect(plainSymbol(roleSymbol('hidden', 'ng', 'lstm'))).toBe('a');
  });

  it('writes i for an LSTM, z for a GRU in the textbook', () => {
    expect(plainSymbol(roleSymbol('update', 'textbook', 'lstm'))).toBe('i');
    expect(plainSymbol(roleSymbol('update', 'textbook', 'gru'))).toBe('z');
    expect(plainSymbol(roleSymbol('candidate', 'textbook', 'gru'))).toBe('h̃');
  });
});

describe('weightSubscript', () => {
  it.each([
    ['forget', 'ng', 'lstm', 'f'],
    ['update', 'textbook', 'lstm', 'i'],
    ['candidate', 'ng', 'rnn', 'a'],
    ['candidate', 'textbook', 'gru', 'h'],
  ] as const)('%s, %s, %s: %s', (role, notation, kind, sub) =>
    expect(weightSubscript(role, notation, kind)).toBe(sub),
  );
});
