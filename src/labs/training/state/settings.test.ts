import { describe, expect, it } from 'vitest';
import { CELLS_TABLE } from '../../../instruments/cells/settings.ts';
import { RUN_TABLE } from '../../../instruments/language/run-settings.ts';
import { MODEL_FILES_TABLE } from '../../../instruments/model-files/settings.ts';
import { SAMPLING_TABLE, SCORE_TABLE } from '../../../instruments/sampling/settings.ts';
import { TEXT_SOURCE_TABLE } from '../../../instruments/texts/settings.ts';
import { CURVE_TABLE } from '../../../instruments/training-curves/settings.ts';
import { fallbackState, readFragment, writeFragment } from '../../../url/fragment.ts';
import { TRAINING_TABLE } from './settings.ts';

const TABLES = [
  TEXT_SOURCE_TABLE,
  RUN_TABLE,
  CURVE_TABLE,
  SAMPLING_TABLE,
  SCORE_TABLE,
  CELLS_TABLE,
  MODEL_FILES_TABLE,
];

describe('the lab’s one link', () => {
  it('has every field and every key of its rooms once', () => {
    const fields = TABLES.flatMap((table) => Object.keys(table));
    expect(fields.filter((field, i) => fields.indexOf(field) !== i)).toEqual([]);
    expect(Object.keys(TRAINING_TABLE)).toHaveLength(fields.length + 3);
    const keys = Object.values(TRAINING_TABLE).map(({ key }) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('carries what differs, and says what it could not take', () => {
    const settings = {
      ...fallbackState(TRAINING_TABLE),
      hidden: 128,
      layers: 2,
      room: 'cells',
      clip: null,
    } as const;
    const hash = writeFragment(TRAINING_TABLE, 'training', settings);
    expect(hash).toBe('#figure=training&h=128&L=2&clip=none&room=cells');
    expect(readFragment(TRAINING_TABLE, 'training', hash)?.state).toEqual({
      hidden: 128,
      layers: 2,
      clip: null,
      room: 'cells',
    });
    const far = readFragment(TRAINING_TABLE, 'training', '#figure=training&h=9999');
    expect(far).toMatchObject({ state: { hidden: 512 }, notices: [{ code: 'url.out-of-range', key: 'h' }] });
  });
});
