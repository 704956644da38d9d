import { describe, expect, it } from 'vitest';
import { VARIANTS } from './cells.testkit.ts';
import {
  computedRoles,
  DEFAULT_CELLS,
  DEFAULT_GRU,
  DEFAULT_LSTM,
  DEFAULT_RNN,
  gateActivation,
  gateRoles,
  hasCell,
  laneRoles,
} from './roles.ts';

describe('roles', () => {
  it('gates stand in the documented order', () => {
    expect(gateRoles(DEFAULT_LSTM)).toEqual(['forget', 'update', 'candidate', 'output']);
    expect(gateRoles(DEFAULT_GRU)).toEqual(['update', 'reset', 'candidate']);
    expect(gateRoles({ ...DEFAULT_GRU, variant: 'simplified' })).toEqual(['update', 'candidate']);
    expect(gateRoles(DEFAULT_RNN)).toEqual(['candidate']);
  });

  it('lanes are read memory first', () => {
    expect(laneRoles(DEFAULT_LSTM)).toEqual(['cell', 'forget', 'update', 'candidate', 'output', 'hidden']);
    expect(laneRoles(DEFAULT_GRU)).toEqual(['hidden', 'update', 'reset', 'candidate']);
    expect(laneRoles({ ...DEFAULT_GRU, variant: 'simplified' })).toEqual(['hidden', 'update', 'candidate']);
    expect(laneRoles(DEFAULT_RNN)).toEqual(['hidden']);
  });

  it.each(VARIANTS)('%s: every gate and lane is computed, once', (_name, spec) => {
    const computed = computedRoles(spec);
    expect(new Set(computed).size).toBe(computed.length);
    for (const role of [...gateRoles(spec), ...laneRoles(spec)]) expect(computed).toContain(role);
    expect(computed.includes('cell')).toBe(hasCell(spec));
  });

  it('gates and candidate have their own activations', () => {
    expect(gateActivation(DEFAULT_LSTM, 'forget')).toBe('sigmoid');
    expect(gateActivation(DEFAULT_LSTM, 'candidate')).toBe('tanh');
    expect(gateActivation({ ...DEFAULT_RNN, activation: 'relu' }, 'candidate')).toBe('relu');
  });

  it('defaults are filed under their own kind', () => {
    for (const [kind, spec] of Object.entries(DEFAULT_CELLS)) expect(spec.kind).toBe(kind);
  });
});
