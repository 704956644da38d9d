import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { changeGiven, settingsCase, TABLE } from './settings.ts';

const settings = fallbackState(TABLE);

describe('backward settings', () => {
  it('come back from their link', () => {
    const changed = { ...settings, peepholes: true, at: 9, given: changeGiven([], 'target', 1, -0.25) };
    expect(readFragment(TABLE, 'backward', writeFragment(TABLE, 'backward', changed))?.state).toEqual({
      peepholes: true,
      at: 9,
      given: [[3, 1, -0.25]],
    });
  });

  it('change the given number that they name, and no other', () => {
    const plain = settingsCase(settings).given;
    const { given } = settingsCase({ ...settings, given: changeGiven([], 'previousCell', 0, 2) });
    expect(given.previousCell).toEqual([2, ...plain.previousCell.slice(1)]);
    expect({ ...given, previousCell: plain.previousCell }).toEqual(plain);
  });

  it('survive a mangled link', () => {
    const wild = {
      ...settings,
      given: [
        [99, 0, 1],
        [1, 99, 1],
        [1, 0, 1e9],
      ],
    };
    const { given } = settingsCase(wild);
    expect(given.previousHidden[0]).toBe(10);
    expect(given.input).toEqual(settingsCase(settings).given.input);
  });

  it('replace a number that was given before', () => {
    expect(changeGiven(changeGiven([], 'input', 0, 1), 'input', 0, 2)).toEqual([[0, 0, 2]]);
  });
});
