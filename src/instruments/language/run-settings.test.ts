import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import { scheduleFactor } from '../../models/optim/schedule.ts';
import { fallbackState } from '../../url/fragment.ts';
import { isSameRun, languageConfig, RUN_TABLE, SCHEDULES, scheduleOf, settingsOf } from './run-settings.ts';

const TEXT = { level: 'word', ends: 'lines', vocabulary: 500 } as const;
const base = { ...fallbackState(RUN_TABLE), ...TEXT };

describe('the config of a run', () => {
  it('has what the settings say, and nothing besides', () => {
    const settings = {
      ...base,
      cell: 'gru',
      clip: null,
      dropout: 0,
      share: 0,
      schedule: 'constant',
    } as const;
    const config = languageConfig(settings, 'a b c');
    expect(config).toMatchObject({
      cell: DEFAULT_GRU,
      clip: null,
      hidden: base.hidden,
      directions: 'forward',
    });
    expect(config.task).toEqual({
      kind: 'next-symbol',
      text: 'a b c',
      level: 'word',
      ends: 'lines',
      vocabulary: 500,
    });
    expect('schedule' in config || 'dropout' in config).toBe(false);
  });

  it.each(SCHEDULES)('comes back as its settings: %s', (schedule) => {
    const settings = {
      ...base,
      schedule,
      warmup: 7,
      layers: 3,
      optimizer: 'momentum',
      dropout: 0.2,
      share: 0.1,
      measured: 300,
      interval: 9,
      every: 11,
      factor: 0.3,
      decay: 0.01,
      over: 50,
      floor: 0,
    } as const;
    expect(settingsOf(languageConfig(settings, 'text'), settings)).toEqual(settings);
  });
});

it('the rate rises over the warm-up and then falls as asked', () => {
  const course = scheduleOf({ ...base, schedule: 'steps', every: 100, factor: 0.5, warmup: 10 });
  expect(scheduleFactor(course, 5)).toBeCloseTo(0.5, 12);
  expect(scheduleFactor(course, 100)).toBe(1);
  expect(scheduleFactor(course, 201)).toBeCloseTo(0.25, 12);
});

describe('two configs are of the same run', () => {
  const config = languageConfig(base, 'text');
  it('whatever their learning rate and clipping', () => {
    expect(isSameRun(config, languageConfig({ ...base, learningRate: 9, clip: null }, 'text'))).toBe(true);
  });
  it.each([
    { seed: 2 },
    { hidden: 17 },
    { optimizer: 'sgd' },
    { vocabulary: 9 },
    { share: 0.2 },
    { dropout: 0.5 },
  ] as const)('but not with another %o', (part) =>
    expect(isSameRun(config, languageConfig({ ...base, ...part }, 'text'))).toBe(false),
  );
});
