import { describe, expect, it } from 'vitest';
import { SPECTRUM_TABLE } from '../../../instruments/spectrum/settings.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { clipped, freshShare, greatest, LEAK, leftOver, TO_CLIP, timeScale } from './facts.ts';

describe('what the lesson says', () => {
  it('clips (6, −8), of length 10, at 5 to (3, −4)', () => {
    expect(Math.hypot(...TO_CLIP.gradient)).toBe(10);
    expect(clipped()[0]).toBeCloseTo(3, 5);
    expect(clipped()[1]).toBeCloseTo(-4, 5);
  });

  it('a leak of 0.98 has a time scale of about fifty steps', () => {
    expect(LEAK ** timeScale(LEAK)).toBeCloseTo(Math.exp(-1), 12);
    expect(Math.abs(timeScale(LEAK) - 1 / (1 - LEAK))).toBeLessThan(1);
  });

  it('with a uniform start the plain net loses far more on the way to the subject than the gated ones', () => {
    const [rnn, gru, lstm] = (['rnn', 'gru', 'lstm'] as const).map((cell) => freshShare(cell, 'uniform'));
    expect(rnn).toBeLessThan(1e-8);
    expect(gru).toBeGreaterThan(1e-3);
    expect(lstm).toBeGreaterThan(1e-5);
  });

  it('with an orthogonal start it loses no more than they do', () => {
    expect(freshShare('rnn', 'orthogonal')).toBeGreaterThan(0.5 * freshShare('lstm', 'orthogonal'));
  });

  it('the figure of eigenvalues opens with a radius below 1, where the error fades', () => {
    expect(fallbackState(SPECTRUM_TABLE)).toMatchObject({ radius: 0.9, activation: 'tanh', steps: 50 });
    expect(leftOver({})).toBeLessThan(1e-3);
    expect(leftOver({ activation: 'linear', radius: 1.2 })).toBeGreaterThan(100);
    expect(leftOver({ radius: 1.2 })).toBeLessThan(0.1);
  });

  it('a sheared matrix of radius 0.9 with linear units first makes the error longer, and then shorter', () => {
    const sheared = { kind: 'triangular', activation: 'linear', radius: 0.9 } as const;
    expect(greatest(sheared)).toBeGreaterThan(5);
    expect(leftOver(sheared)).toBeLessThan(1);
  });
});
