import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('does not move until told', () => {
  expect(createPace().isMoving(0)).toBe(false);
});

describe('play', () => {
  it('is due at once, then once a period, late or not', () => {
    const pace = createPace();
    pace.play(0, 10, null);
    expect(pace.wait(0)).toBe(0);
    pace.took(0);
    expect(pace.wait(0)).toBe(100);
    expect(pace.wait(130)).toBe(0);
    pace.took(130);
    expect(pace.wait(130)).toBe(70);
  });

  it('makes up for at most one step after a long wait', () => {
    const pace = createPace();
    pace.play(0, 10, null);
    pace.took(5000);
    pace.took(5000);
    expect(pace.wait(5000)).toBe(100);
  });

  it('never waits without a limit', () => {
    const pace = createPace();
    pace.play(0, null, 3);
    pace.took(0);
    expect(pace.wait(0)).toBe(0);
    expect([2, 3, 4].map((done) => pace.isMoving(done))).toEqual([true, false, false]);
  });
});

it('adds steps to those that are still to do, and forgets them when stopped', () => {
  const pace = createPace();
  pace.advance(10, 2);
  pace.advance(11, 2);
  expect(pace.isMoving(13)).toBe(true);
  expect(pace.isMoving(14)).toBe(false);
  pace.stop();
  expect(pace.isMoving(13)).toBe(false);
});

it('a step ends what is played: it does not go on to where that was to end', () => {
  const pace = createPace();
  pace.play(0, null, 1000);
  pace.advance(7, 1);
  expect([7, 8].map((done) => pace.isMoving(done))).toEqual([true, false]);
});
