import { describe, expect, it } from 'vitest';
import { languageConfig, RUN_TABLE } from '../../../instruments/language/run-settings.ts';
import type { KeptModel } from '../../../store/kept-model.ts';
import { EMPTY_CURVE } from '../../../store/run-curve.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { costOfSettings, measuredRate } from './cost.ts';

const settings = { ...fallbackState(RUN_TABLE), level: 'character', ends: 'none', vocabulary: 5000 } as const;

describe('before a run begins', () => {
  it('a text’s characters are its vocabulary, with the two marks', () => {
    expect(costOfSettings(settings, 'abracadabra').vocabulary).toBe(5 + 2);
    expect(costOfSettings({ ...settings, vocabulary: 4 }, 'abracadabra').vocabulary).toBe(4);
  });

  it('of words there may be as many as asked for', () => {
    expect(costOfSettings({ ...settings, level: 'word' }, 'a b').vocabulary).toBe(5000);
  });

  it('what would not fit into a tab is refused', () => {
    expect(costOfSettings(settings, 'abc').isRefused).toBe(false);
    const large = { ...settings, level: 'word', vocabulary: 20_000, hidden: 512, layers: 3 } as const;
    expect(costOfSettings(large, 'abc').isRefused).toBe(true);
  });
});

describe('how fast this machine is', () => {
  const model = {
    id: 'a',
    name: 'A',
    config: languageConfig(settings, ''),
    facts: { vocabulary: 7, batch: 16, steps: 32, tokens: 99, parameterCount: 1, heldOut: 0, tier: 'wasm' },
    curve: EMPTY_CURVE,
    clock: { steps: [100], seconds: [2] },
  } as unknown as KeptModel;

  it('is what the newest model that was trained reached', () => {
    const { flops } = costOfSettings(settings, 'abracadabra');
    expect(measuredRate([model])).toEqual({ rate: flops * 50, name: 'A' });
    const unused = { ...model, clock: { steps: [], seconds: [] } };
    expect(measuredRate([unused, model])?.name).toBe('A');
  });

  it('counts no steps that a model brought along', () => {
    const { flops } = costOfSettings(settings, 'abracadabra');
    const imported = { ...model, clock: { steps: [5000, 5100], seconds: [0, 2] } };
    expect(measuredRate([imported])?.rate).toBe(flops * 50);
  });

  it('is not known before anything was trained', () => {
    expect(measuredRate([])).toBeNull();
    expect(measuredRate([{ ...model, facts: null }])).toBeNull();
  });
});
