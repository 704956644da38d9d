import { describe, expect, it } from 'vitest';
import { createLayout } from '../models/parameters.ts';
import { findDisagreement, type PassNumbers } from './agreement.ts';

const layout = createLayout([
  { name: 'large', shape: [2] },
  { name: 'small', shape: [2] },
  { name: 'none', shape: [0] },
]);
const pass = (changes: Partial<PassNumbers> = {}): PassNumbers => ({
  loss: 2,
  gradients: Float64Array.of(1000, 1000, 0.1, 0.1),
  states: [{ hidden: Float64Array.of(1, 1), cell: Float64Array.of(2, 2) }],
  ...changes,
});
const compare = (changes: Partial<PassNumbers>) => findDisagreement(layout, pass(), pass(changes), 1e-3);

it('is content with what is equal, or nearly', () => {
  expect(compare({})).toBeNull();
  expect(compare({ loss: 2.0001, gradients: Float64Array.of(1000.1, 1000, 0.10001, 0.1) })).toBeNull();
});

describe('finds', () => {
  it('a small slot that a large one would hide', () => {
    expect(compare({ gradients: Float64Array.of(1000, 1000, 0, 0) })).toBe('small');
  });

  it('numbers that are none', () => {
    expect(compare({ loss: Number.NaN })).toBe('loss');
    expect(compare({ gradients: Float64Array.of(Number.NaN, 1000, 0.1, 0.1) })).toBe('large');
  });

  it('a state that is wrong, missing, or of another length', () => {
    const [state] = pass().states;
    expect(compare({ states: [] })).toBe('states.0');
    expect(compare({ states: [{ hidden: Float64Array.of(1, 1), cell: new Float64Array(0) }] })).toBe(
      'states.0',
    );
    expect(compare({ states: state ? [{ ...state, hidden: Float64Array.of(1, 0) }] : [] })).toBe('states.0');
  });
});
