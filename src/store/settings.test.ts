import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSettings, DEFAULT_SETTINGS, pinnedTier, readSettings } from './settings.ts';
import { memoryStorage } from './settings-storage.testkit.ts';

const NAME = 'unrolled.settings';
const settingsOf = (text: string | null) =>
  createSettings(memoryStorage(text === null ? {} : { [NAME]: text })).getState();

describe('settings', () => {
  it('start with the defaults', () => {
    expect(settingsOf(null)).toMatchObject(DEFAULT_SETTINGS);
  });

  it('come back on the next visit', () => {
    const storage = memoryStorage();
    createSettings(storage).getState().change({ theme: 'dark', locale: 'zh', notation: 'textbook' });
    expect(createSettings(storage).getState()).toMatchObject({
      theme: 'dark',
      locale: 'zh',
      notation: 'textbook',
    });
  });

  it('keep the good fields of a damaged or older record', () => {
    const stored = JSON.stringify({
      state: { theme: 'dark', locale: 'tlh', backend: 7, colour: 'red' },
      version: 0,
    });
    expect(settingsOf(stored)).toMatchObject({ theme: 'dark', locale: null, backend: 'auto' });
    expect(settingsOf(stored)).not.toHaveProperty('colour');
  });

  it.each(['{', 'null', '[]', '"dark"', '{"state":null,"version":1}', '{"version":1}'])(
    'survive %s',
    (text) => {
      expect(settingsOf(text)).toMatchObject(DEFAULT_SETTINGS);
    },
  );

  it('are settings whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(readSettings(stored)).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
    );
  });
});

describe('pinnedTier', () => {
  it('prefers the address to the settings', () => {
    expect(pinnedTier('?backend=wasm', 'js')).toBe('wasm');
    expect(pinnedTier('', 'js')).toBe('js');
    expect(pinnedTier('', 'auto')).toBeNull();
  });
  it('ignores a tier that there is not', () => {
    expect(pinnedTier('?backend=abacus', 'webgpu')).toBe('webgpu');
    expect(pinnedTier('?backend=', 'auto')).toBeNull();
  });
});
