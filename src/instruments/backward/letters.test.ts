import { describe, expect, it } from 'vitest';
import { plainLetter, plainTarget } from './letters.ts';

describe('plainLetter', () => {
  it.each([
    [{ id: 'gradient', role: 'update', at: [0], value: 0 }, '∂L/∂Γ_u[1]', '∂L/∂i[1]'],
    [{ id: 'pre-gradient', role: 'update', at: [1], value: 0 }, '∂L/∂z_u[2]', '∂L/∂z_i[2]'],
    [{ id: 'previous-hidden', at: [1], value: 0 }, 'a⟨t−1⟩[2]', 'h⟨t−1⟩[2]'],
    [{ id: 'recurrent-weight', role: 'forget', at: [2, 0], value: 0 }, 'W_fa[3,1]', 'W_fh[3,1]'],
    [{ id: 'candidate-slope', at: [0], value: 0 }, '1 − c̃[1]²', '1 − c̃[1]²'],
  ] as const)('%o', (factor, ng, textbook) => {
    expect(plainLetter(factor, 'ng')).toBe(ng);
    expect(plainLetter(factor, 'textbook')).toBe(textbook);
  });
});

describe('plainTarget', () => {
  it.each([
    [{ id: 'gradient', role: 'forget', at: [1], value: 0 }, '∂L/∂Γ_f'],
    [{ id: 'previous-cell', at: [0], value: 0 }, '∂L/∂c⟨t−1⟩'],
    [{ id: 'input', at: [1], value: 0 }, '∂L/∂x'],
  ] as const)('%o', (factor, name) => {
    expect(plainTarget(factor, 'ng')).toBe(name);
  });
});
