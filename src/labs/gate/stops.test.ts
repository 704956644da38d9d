import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../url/fragment.ts';
import { expandRules, readRules } from './holds/holds.ts';
import { planOf } from './state/plan.ts';
import { GATE_TABLE, type GateSettings } from './state/settings.ts';
import { stops } from './stops.ts';
import { computeValues } from './values/compute.ts';
import { startingWeights } from './weights/weights.ts';

/** The settings at a stop, as the stage comes to them from the first. */
function settingsAt(id: string): GateSettings {
  const index = stops.findIndex((stop) => stop.id === id);
  const fields = Object.assign({}, ...stops.slice(0, index + 1).map(({ state }) => state?.fields ?? {}));
  const read = Object.entries(GATE_TABLE).flatMap(([field, { key, codec }]) => {
    const found = fields[key];
    return found === undefined ? [] : [[field, found === null ? codec.fallback : codec.read(found).value]];
  });
  return { ...fallbackState(GATE_TABLE), ...Object.fromEntries(read) };
}

function valuesAt(id: string) {
  const settings = settingsAt(id);
  const { network, input, tokens } = planOf(settings);
  const { parameters } = startingWeights(network, settings);
  const holds = expandRules(network.stack, tokens.length, readRules(settings.holds));
  return computeValues({ model: { network, parameters }, input, holds }).trace.layers[0]?.[0]?.values ?? {};
}

describe('the prepared stops', () => {
  it('are named once, show the lab, and say something in both languages', () => {
    expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length);
    for (const { id, at, state, title, notes } of stops) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect([at, state?.faults]).toEqual(['gate', []]);
      expect([title.en, title.zh, notes.en, notes.zh].every((words) => words.trim() !== '')).toBe(true);
    }
  });

  it('show what their notes say', () => {
    const forgotten = valuesAt('forget-at-0');
    expect(forgotten.forget?.every((value) => value === 0)).toBe(true);
    const kept = valuesAt('keep');
    const rows = Array.from({ length: 7 }, (_, step) => kept.cell?.slice(4 * step, 4 * step + 4));
    for (const row of rows.slice(3)) expect(row).toEqual(rows[2]);
    expect(rows[1]).not.toEqual(rows[2]);
    const gru = valuesAt('update-gate');
    expect(gru.hidden?.slice(12, 16)).toEqual(gru.hidden?.slice(8, 12));
    expect(settingsAt('train-live')).toMatchObject({ cell: 'gru', layers: 1, holds: [] });
  });
});
