import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedRoles, DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { fitPlace, isAtEnd, moveLane, movePlace } from './stepper.ts';

const specs = fc.constantFrom(DEFAULT_LSTM, DEFAULT_GRU, DEFAULT_RNN);

describe('movePlace', () => {
  it('visits every gate of every step once, in the order of computation, and then stays', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 1, max: 12 }), (spec, steps) => {
        const roles = computedRoles(spec);
        let place = movePlace(spec, steps, { step: 0, role: 'hidden' }, 'start');
        const seen = [`${place.step} ${place.role}`];
        for (let i = 1; i < roles.length * steps; i++) {
          place = movePlace(spec, steps, place, 'next-gate');
          seen.push(`${place.step} ${place.role}`);
        }
        expect(new Set(seen).size).toBe(roles.length * steps);
        expect(isAtEnd(spec, steps, place)).toBe(true);
        expect(movePlace(spec, steps, place, 'next-gate')).toEqual(place);
        expect(movePlace(spec, steps, place, 'end')).toEqual(place);
      }),
    );
  });

  it('goes back the way it came', () => {
    const middle = { step: 2, role: 'candidate' } as const;
    const on = movePlace(DEFAULT_LSTM, 5, middle, 'next-gate');
    expect(on).toEqual({ step: 2, role: 'cell' });
    expect(movePlace(DEFAULT_LSTM, 5, on, 'previous-gate')).toEqual(middle);
    expect(movePlace(DEFAULT_LSTM, 5, { step: 3, role: 'forget' }, 'previous-gate')).toEqual({
      step: 2,
      role: 'hidden',
    });
  });

  it('keeps the lane from step to step and stops at the ends', () => {
    expect(movePlace(DEFAULT_GRU, 3, { step: 2, role: 'reset' }, 'next-step')).toEqual({
      step: 2,
      role: 'reset',
    });
    expect(movePlace(DEFAULT_GRU, 3, { step: 0, role: 'reset' }, 'previous-step')).toEqual({
      step: 0,
      role: 'reset',
    });
  });
});

describe('moveLane and fitPlace', () => {
  it('moves through the rows as drawn', () => {
    expect(moveLane(DEFAULT_LSTM, 'cell', 1)).toBe('forget');
    expect(moveLane(DEFAULT_LSTM, 'cell', -1)).toBe('cell');
    expect(moveLane(DEFAULT_LSTM, 'hidden', 1)).toBe('hidden');
  });

  it('finds a place in a cell that has no such lane', () => {
    expect(fitPlace(DEFAULT_RNN, 4, { step: 9, role: 'forget' })).toEqual({ step: 3, role: 'hidden' });
  });
});
