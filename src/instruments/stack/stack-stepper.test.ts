import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM, DEFAULT_RNN } from '../../models/cells/roles.ts';
import { type Order, scheduleStack } from '../../models/cells/schedule.ts';
import {
  groupOf,
  isAtEnd,
  isAtStart,
  isComputed,
  layerCursor,
  moveStop,
  type StackStop,
  shownRoles,
} from './stack-stepper.ts';

const schedule = (order: Order, layers = 3, steps = 4) =>
  scheduleStack({ layers, directions: 'forward' }, steps, order);
const START: StackStop = { layer: 0, step: 0, role: 'hidden' };

describe('moveStop', () => {
  it.each(['steps', 'layers', 'wavefront'] as const)(
    '%s: walks to the end through every group, and back',
    (order) => {
      const plan = schedule(order);
      const roles = shownRoles(DEFAULT_LSTM);
      let stop = moveStop(DEFAULT_LSTM, plan, START, 'start');
      expect(isAtStart(DEFAULT_LSTM, plan, stop)).toBe(true);
      const seen = [stop];
      while (!isAtEnd(DEFAULT_LSTM, plan, stop)) {
        stop = moveStop(DEFAULT_LSTM, plan, stop, 'next-gate');
        seen.push(stop);
      }
      expect(seen.map(({ role }) => role)).toEqual(plan.flatMap(() => roles));
      expect(seen.map((each) => groupOf(plan, each))).toEqual(
        plan.flatMap((_, group) => roles.map(() => group)),
      );
      expect(moveStop(DEFAULT_LSTM, plan, stop, 'next-gate')).toEqual(stop);
      for (let i = 1; i < seen.length; i++) stop = moveStop(DEFAULT_LSTM, plan, stop, 'previous-gate');
      expect(groupOf(plan, stop)).toBe(0);
      expect(isAtStart(DEFAULT_LSTM, plan, stop)).toBe(true);
    },
  );

  it('goes on in its own layer along a wave front while it can', () => {
    const plan = schedule('wavefront');
    const second = moveStop(DEFAULT_RNN, plan, { layer: 1, step: 1, role: 'hidden' }, 'next-step');
    expect(second).toEqual({ layer: 1, step: 2, role: 'hidden' });
    const last = moveStop(DEFAULT_RNN, plan, { layer: 0, step: 3, role: 'hidden' }, 'next-step');
    expect(last).toEqual({ layer: 1, step: 3, role: 'hidden' });
  });

  it('a whole group at a time, to either end and not beyond', () => {
    const plan = schedule('steps');
    const up = moveStop(DEFAULT_LSTM, plan, { layer: 0, step: 1, role: 'cell' }, 'next-step');
    expect(up).toEqual({ layer: 1, step: 1, role: 'cell' });
    const end = moveStop(DEFAULT_LSTM, plan, { layer: 2, step: 3, role: 'forget' }, 'next-step');
    expect(isAtEnd(DEFAULT_LSTM, plan, end)).toBe(true);
    const start = moveStop(DEFAULT_LSTM, plan, { layer: 0, step: 0, role: 'cell' }, 'previous-step');
    expect(isAtStart(DEFAULT_LSTM, plan, start)).toBe(true);
  });
});

describe('isComputed', () => {
  it('shows a group and all before it, and nothing after', () => {
    const plan = schedule('wavefront');
    const stop: StackStop = { layer: 0, step: 2, role: 'hidden' };
    const shown = plan
      .flat()
      .filter((cell) => isComputed(DEFAULT_RNN, plan, stop, { ...cell, role: 'hidden' }));
    expect(shown.every(({ layer, step }) => layer + step <= 2)).toBe(true);
    expect(shown).toHaveLength(1 + 2 + 3);
  });

  it('within the cells of now, only the lanes that came', () => {
    const plan = schedule('steps');
    const stop: StackStop = { layer: 1, step: 0, role: 'candidate' };
    const at = (role: StackStop['role']) => isComputed(DEFAULT_LSTM, plan, stop, { layer: 1, step: 0, role });
    expect(
      ['forget', 'update', 'candidate', 'cell', 'output', 'hidden'].map((role) => at(role as never)),
    ).toEqual([true, true, true, false, false, false]);
  });
});

describe('layerCursor', () => {
  const plan = schedule('steps');
  const stop: StackStop = { layer: 1, step: 2, role: 'cell' };

  it('is the stop itself in its own layer', () => {
    expect(layerCursor(DEFAULT_LSTM, plan, stop, 1)).toEqual({ step: 2, role: 'cell' });
  });

  it('is a finished step below, and the step before above', () => {
    expect(layerCursor(DEFAULT_LSTM, plan, stop, 0)).toEqual({ step: 2, role: 'hidden' });
    expect(layerCursor(DEFAULT_LSTM, plan, stop, 2)).toEqual({ step: 1, role: 'hidden' });
  });

  it('is before the first step where nothing has come yet', () => {
    expect(layerCursor(DEFAULT_RNN, schedule('layers'), START, 2).step).toBe(-1);
  });
});
