import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../../url/fragment.ts';
import { planOf } from '../state/plan.ts';
import { GATE_TABLE, type GateSettings } from '../state/settings.ts';
import { carriedWeights, isCarried, seededFor, startingWeights } from './weights.ts';

const defaults = fallbackState(GATE_TABLE);
const { network } = planOf(defaults);

/** What a link that carries these parameters opens with. */
function through(parameters: Float64Array, settings: GateSettings = defaults) {
  const plan = planOf(settings);
  const now = { ...settings, ...carriedWeights(plan.network, settings, parameters) };
  const read = readFragment(GATE_TABLE, 'gate', writeFragment(GATE_TABLE, 'gate', now));
  const opened = startingWeights(plan.network, { ...defaults, ...read?.state });
  const weights = { parameters, origin: { kind: 'seed', seed: 1 }, edited: true } as const;
  return { opened, carried: isCarried(plan.network, now, weights) };
}

describe('parameters in a link', () => {
  it('are the seed’s where nothing was changed', () => {
    const { opened } = through(seededFor(network, defaults));
    expect(opened).toEqual({ ...startingWeights(network, defaults), edited: false });
    expect(opened.origin).toEqual({ kind: 'seed', seed: 1 });
  });

  it('are a few edits, to the last digit', () => {
    const parameters = seededFor(network, defaults);
    parameters[7] = 0.1 + 0.2;
    const { opened, carried } = through(parameters);
    expect(opened.parameters).toEqual(parameters);
    expect([opened.edited, carried]).toEqual([true, true]);
  });

  it('are all of them as 32-bit floats where they are few enough', () => {
    const parameters = seededFor(network, defaults).map((value) => value * 1.01 + 0.001);
    const { opened, carried } = through(parameters);
    expect(opened.parameters).toEqual(parameters.map(Math.fround));
    expect([opened.origin, carried]).toEqual([{ kind: 'link' }, true]);
  });

  it('are left out where they are too many', () => {
    const large = { ...defaults, hidden: 40 };
    const parameters = seededFor(planOf(large).network, large).map((value) => value + 1);
    expect(through(parameters, large).carried).toBe(false);
  });
});
