import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, luminance } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Palette = ReadonlyMap<string, string>;

function palette(block: string): Palette {
  const found = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

const [light = new Map(), dark = new Map(), system = new Map()]: Palette[] = [
  ...css.matchAll(/:root[^{]*\{([^}]*)\}/g),
].map(([, block = '']) => palette(block));

const colour = (from: Palette, name: string): string => from.get(name) ?? 'missing';

const ROLES = ['forget', 'update', 'output', 'candidate', 'cell', 'hidden', 'input', 'reset'].map(
  (role) => `role-${role}`,
);
const TEXT = ['ink', 'muted', 'accent', 'good', 'bad', 'warn', ...ROLES];
const PAGES = ['paper', 'card', 'sunken'];
const OUTLINES = ['outline', ...ROLES, 'accent'];

describe('contrast', () => {
  it('knows the ratios that WCAG states', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(luminance('#ffffff')).toBeCloseTo(1, 12);
    expect(contrast('missing', '#ffffff')).toBeNaN();
  });
});

describe('tokens', () => {
  it('have the same names in both themes, and the system theme repeats the dark one', () => {
    expect(light.size).toBeGreaterThan(20);
    expect([...dark.keys()]).toEqual([...light.keys()]);
    expect([...system]).toEqual([...dark]);
  });

  for (const [theme, colours] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const page of PAGES) {
      it.each(TEXT)(`${theme}: %s is readable on ${page}`, (name) => {
        expect(contrast(colour(colours, name), colour(colours, page))).toBeGreaterThanOrEqual(4.5);
      });
    }
    it.each(['accent', 'ink'])(`${theme}: %s is readable on accent-soft`, (name) => {
      expect(contrast(colour(colours, name), colour(colours, 'accent-soft'))).toBeGreaterThanOrEqual(4.5);
    });
    it(`${theme}: accent-ink is readable on accent`, () => {
      expect(contrast(colour(colours, 'accent-ink'), colour(colours, 'accent'))).toBeGreaterThanOrEqual(4.5);
    });
    it.each(OUTLINES)(`${theme}: %s stands out as an outline`, (name) => {
      for (const page of ['paper', 'card']) {
        expect(contrast(colour(colours, name), colour(colours, page))).toBeGreaterThanOrEqual(3);
      }
    });
    it(`${theme}: points stand out`, () => {
      for (const page of ['paper', 'card']) {
        expect(contrast(colour(colours, 'point'), colour(colours, page))).toBeGreaterThanOrEqual(3);
      }
    });
  }
});
