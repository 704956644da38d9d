import { describe, expect, it } from 'vitest';
import type { Result } from '../../../instruments/agreement/results.ts';
import { CLIFF_TABLE, type CliffSettings, descentOf, unitOf } from '../../../instruments/cliff/settings.ts';
import { drawRecurrent, flowOf } from '../../../instruments/spectrum/flow.ts';
import { RADIUS, SPECTRUM_TABLE, type SpectrumSettings } from '../../../instruments/spectrum/settings.ts';
import { descend } from '../../../models/gradient-flow/one-unit.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { isLevel, isTamed, remember, type Seen, startMatters } from './conditions.ts';

describe('isLevel', () => {
  const level = (part: Partial<SpectrumSettings>) => {
    const settings = { ...fallbackState(SPECTRUM_TABLE), ...part };
    return isLevel(settings, flowOf(drawRecurrent(settings), settings));
  };

  it('does not hold as the figure opens, nor at the slider’s ends', () => {
    for (const radius of [0.9, RADIUS.low, RADIUS.high]) expect(level({ radius })).toBe(false);
  });

  it.each([1, 2, 3])('can be met with the slider, seed %d', (seed) => {
    const drawn = drawRecurrent({ kind: 'gaussian', units: 16, seed });
    const radii = Array.from({ length: 96 }, (_, i) => 1.05 + i * RADIUS.step);
    const found = radii.filter((radius) => {
      const settings = { ...fallbackState(SPECTRUM_TABLE), seed, radius };
      return isLevel(settings, flowOf(drawn, settings));
    });
    expect(found.length).toBeGreaterThan(4);
  });

  it('is not to be had by taking away the tanh, its input, or the distance', () => {
    const settings = { kind: 'orthogonal', radius: 1 } as const;
    expect(level({ ...settings, activation: 'linear' })).toBe(false);
    expect(level({ ...settings, input: 0 })).toBe(false);
    expect(level({ ...settings, steps: 5 })).toBe(false);
  });
});

describe('isTamed', () => {
  const tamed = (part: Partial<CliffSettings>) => {
    const settings = { ...fallbackState(CLIFF_TABLE), ...part };
    const run = (clipped: boolean) => descend(unitOf(settings), descentOf(settings, clipped));
    return isTamed(settings, { plain: run(false), clipped: run(true) });
  };

  it('does not hold as the figure opens, nor with the linear unit, nor with its learning rate lowered', () => {
    expect(tamed({})).toBe(false);
    expect(tamed({ activation: 'linear' })).toBe(false);
    expect(tamed({ activation: 'linear', logRate: -1.3 })).toBe(false);
  });

  it.each([-2, -1.7, -1.3])('can be met with the threshold, learning rate 10^%d', (logRate) => {
    const clips = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
    const found = clips.filter((logClip) => tamed({ activation: 'linear', logRate, logClip }));
    expect(found.length).toBeGreaterThan(3);
    expect(found.length).toBeLessThan(25);
  });
});

describe('startMatters', () => {
  const result = (start: 'uniform' | 'orthogonal', other: number, part: object = {}): Result => ({
    net: { cell: 'rnn', distance: 20, start, seed: 1, ...part },
    state: undefined,
    accuracy: { same: 1, other },
  });
  const seen = (...rounds: readonly (readonly Result[])[]): Seen => {
    const all: Seen = new Map();
    for (const results of rounds) remember(all, results);
    return all;
  };

  it('needs both starts at the same distance and seed', () => {
    expect(startMatters(seen([result('uniform', 0.4)]))).toBe(false);
    expect(startMatters(seen([result('uniform', 0.4)], [result('orthogonal', 1)]))).toBe(true);
    expect(startMatters(seen([result('uniform', 0.4)], [result('orthogonal', 1, { seed: 2 })]))).toBe(false);
    expect(startMatters(seen([result('uniform', 0.4)], [result('orthogonal', 1, { distance: 10 })]))).toBe(
      false,
    );
    expect(startMatters(seen([result('uniform', 0.9)], [result('orthogonal', 1)]))).toBe(false);
  });

  it('asks plain nets, and only trained ones', () => {
    const gated = { cell: 'gru' };
    expect(startMatters(seen([result('uniform', 0.4, gated)], [result('orthogonal', 1, gated)]))).toBe(false);
    expect(
      startMatters(seen([result('uniform', 0.4)], [{ ...result('orthogonal', 1), accuracy: null }])),
    ).toBe(false);
  });
});
