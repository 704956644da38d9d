import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../url/fragment.ts';
import { drawRecurrent, flowOf } from './flow.ts';
import { SPECTRUM_TABLE, type SpectrumSettings } from './settings.ts';

const flow = (part: Partial<SpectrumSettings>) => {
  const settings = { ...fallbackState(SPECTRUM_TABLE), ...part };
  return flowOf(drawRecurrent(settings), settings);
};

describe('flowOf', () => {
  it('has the spectral radius that was asked for', () => {
    for (const radius of [0.4, 1, 1.7]) {
      expect(flow({ radius, kind: 'triangular' }).spectrum.radius).toBeCloseTo(radius, 10);
    }
  });

  it('a rotation times ρ with linear units: exactly ρᵏ', () => {
    for (const radius of [0.9, 1.1]) {
      const { norms, slope } = flow({ kind: 'orthogonal', activation: 'linear', radius, steps: 50 });
      expect(norms).toHaveLength(51);
      norms.forEach((norm, k) => void expect(norm / radius ** k).toBeCloseTo(1, 10));
      expect(slope).toBe(1);
    }
  });

  it('never shrinks or grows by more in a step than the largest singular value allows, and tanh only lowers that', () => {
    for (const kind of ['gaussian', 'orthogonal', 'triangular'] as const) {
      const { norms, spectrum } = flow({ kind, radius: 1.4 });
      norms.forEach((norm, k) => {
        if (k > 0) expect(norm).toBeLessThanOrEqual((norms[k - 1] ?? NaN) * spectrum.norm * (1 + 1e-12));
      });
    }
  });

  it('ρ above 1 is not enough: strong inputs bend tanh flat, and the gradient vanishes all the same', () => {
    const strong = flow({ kind: 'orthogonal', radius: 1.1, input: 1 });
    expect(strong.spectrum.radius).toBeGreaterThan(1);
    expect(strong.norms.at(-1)).toBeLessThan(1e-3);
    expect(strong.slope).toBeLessThan(0.8);
  });

  it('ρ below 1 does not keep a far-from-normal matrix from growing for a while', () => {
    const { norms } = flow({ kind: 'triangular', activation: 'linear', radius: 0.9, units: 32 });
    expect(Math.max(...norms)).toBeGreaterThan(10);
    expect(norms.at(-1)).toBeLessThan(Math.max(...norms));
  });
});
