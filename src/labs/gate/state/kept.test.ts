import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../../url/fragment.ts';
import { seededFor } from '../weights/weights.ts';
import { type KeptLab, readKept, writeKept } from './kept.ts';
import { planOf } from './plan.ts';
import { GATE_TABLE } from './settings.ts';

function storage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

const settings = {
  ...fallbackState(GATE_TABLE),
  hidden: 40,
  text: 'ab '.repeat(2000),
  holds: [[0, 0, 0, 0, 63, -1, 0.5]],
};
const parameters = seededFor(planOf(settings).network, settings).map((value) => value / 3);
const kept: KeptLab = {
  settings,
  weights: { parameters, origin: { kind: 'trained', steps: 12 }, edited: true },
};

describe('what a reload keeps', () => {
  it('is every number and the whole text', () => {
    const tab = storage();
    writeKept(tab, kept);
    expect(readKept(tab)).toEqual(kept);
  });

  it('is nothing where what was stored is no lab', () => {
    const tab = storage();
    expect(readKept(tab)).toBeNull();
    writeKept(tab, kept);
    const [[name = '', text = '']] = [...tab.items] as [[string, string]];
    for (const broken of [
      '{',
      '{}',
      text.replace('"hidden":40', '"hidden":4'),
      text.replace('trained', 'x'),
    ]) {
      tab.items.set(name, broken);
      expect(readKept(tab)).toBeNull();
    }
  });

  it('forgets what is older than the screen when there is no room', () => {
    const tab = storage();
    writeKept(tab, kept);
    const full = {
      ...tab,
      setItem: () => {
        throw new Error('quota');
      },
    };
    writeKept(full, { ...kept, settings: { ...settings, hidden: 3 } });
    expect(readKept(tab)).toBeNull();
  });
});
