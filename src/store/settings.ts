import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isLocale, type Locale } from '../i18n/locale.ts';
import type { Tier } from '../workers/protocol.ts';
import { browserStorage, forgivingStorage, isRecord, type TextStorage } from './settings-storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const NOTATIONS = ['ng', 'textbook'] as const;
export const BACKENDS = ['auto', 'webgpu', 'wasm', 'js'] as const;
export const MOTIONS = ['system', 'reduce'] as const;

export interface Settings {
  /** Null: never chosen, follow the browser. */
  readonly locale: Locale | null;
  readonly theme: (typeof THEMES)[number];
  /** Letters of the equations: Ng's course (Γ_u, a) or the textbook's (i, h). */
  readonly notation: (typeof NOTATIONS)[number];
  readonly backend: (typeof BACKENDS)[number];
  /** `system` follows prefers-reduced-motion; `reduce` stops motion whatever the system says. */
  readonly motion: (typeof MOTIONS)[number];
}

export const DEFAULT_SETTINGS: Settings = {
  locale: null,
  theme: 'system',
  notation: 'ng',
  backend: 'auto',
  motion: 'system',
};

export interface SettingsStore extends Settings {
  change(settings: Partial<Settings>): void;
}

const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.includes(value as T);

/** What each stored field must be; anything else falls back to its default. */
const VALID: { readonly [K in keyof Settings]: (value: unknown) => value is Settings[K] } = {
  locale: (value): value is Locale | null => value === null || isLocale(value),
  theme: oneOf(THEMES),
  notation: oneOf(NOTATIONS),
  backend: oneOf(BACKENDS),
  motion: oneOf(MOTIONS),
};

/** Settings out of anything that storage may hold. */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const valid = Object.entries(VALID).filter(([key, isValid]) => key in stored && isValid(stored[key]));
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(valid.map(([key]) => [key, stored[key]])) };
}

export const createSettings = (storage: TextStorage) =>
  create<SettingsStore>()(
    persist((set) => ({ ...DEFAULT_SETTINGS, change: (settings) => set(settings) }), {
      name: 'unrolled.settings',
      version: 1,
      storage: forgivingStorage<Settings>(storage),
      partialize: ({ locale, theme, notation, backend, motion }) => ({
        locale,
        theme,
        notation,
        backend,
        motion,
      }),
      // Every version so far is read field by field.
      migrate: (stored) => readSettings(stored),
      merge: (stored, current) => ({ ...current, ...readSettings(stored) }),
    }),
  );

export const useSettings = createSettings(browserStorage());

const TIERS: readonly Tier[] = ['webgpu', 'wasm', 'js'];

/** The tier that the address (`?backend=`) or else the settings ask for; null: the worker chooses. */
export function pinnedTier(search: string, backend: Settings['backend']): Tier | null {
  const asked = new URLSearchParams(search).get('backend');
  return TIERS.find((tier) => tier === asked) ?? (backend === 'auto' ? null : backend);
}

/** `pinnedTier` of this page, now. */
export const usePinnedTier = (): Tier | null =>
  pinnedTier(
    location.search,
    useSettings((state) => state.backend),
  );
