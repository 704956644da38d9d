import { expect, it } from 'vitest';
import { WORDS_CONFIG, withMethod } from './embeddings.testkit.ts';
import { clampConfig } from './limits.ts';
import type { EmbeddingConfig } from './protocol.ts';

const BAD = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e12];

const METHODS: readonly EmbeddingConfig['method'][] = [
  {
    ...withMethod({ output: { kind: 'negative', negatives: 5, exponent: 0.75 } }).method,
    ngrams: { minN: 3, maxN: 6, bucket: 1000 },
  } as EmbeddingConfig['method'],
  { kind: 'glove', window: 5, weighting: { most: 100, power: 0.75 }, epochs: 5 },
  { kind: 'classifier', loss: 'softmax', wordNgrams: 1, bucket: 100, epochs: 3, heldOut: 0.1 },
];

/** Every number in a config, by its path, with the means to change it. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'number') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]));
}
function changed<T>(value: T, [key, ...rest]: readonly string[], to: number): T {
  if (key === undefined) return to as T;
  const record = value as Record<string, unknown>;
  return { ...record, [key]: changed(record[key], rest, to) } as T;
}
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((item: unknown, key) => (item as Record<string, unknown>)[key], value);

it('leaves a config alone that is within the limits', () => {
  for (const method of METHODS) {
    const config = { ...WORDS_CONFIG, method };
    expect(clampConfig(config)).toEqual({ config, notices: [] });
  }
});

it.each(METHODS.map((method) => [method.kind, method] as const))(
  'takes any number of %s into its limits, and says which',
  (_kind, method) => {
    const config: EmbeddingConfig = { ...WORDS_CONFIG, threads: 1, method };
    for (const path of places(config)) {
      for (const bad of BAD) {
        const { config: within, notices } = clampConfig(changed(config, path, bad));
        const used = at(within, path) as number;
        expect(Number.isFinite(used)).toBe(true);
        expect(clampConfig(within).notices).toEqual([]);
        const told = notices.map((notice) => ('what' in notice ? notice.what : notice.code));
        expect(told).toEqual(Object.is(used, bad) ? [] : [path.at(-1)]);
      }
    }
  },
);

it('allows n-grams only as many rows as there is memory for', () => {
  const config = withMethod({ ngrams: { minN: 3, maxN: 6, bucket: 2_000_000 } });
  const { config: within } = clampConfig({ ...config, dimensions: 300 });
  const { method } = within;
  expect(method.kind === 'word2vec' && (method.ngrams?.bucket ?? 0) * 300 * 4).toBeLessThanOrEqual(2 ** 27);
});
