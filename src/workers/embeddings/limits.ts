import type { EmbeddingConfig, EmbeddingNotice, Method } from './protocol.ts';

interface Limit {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}
const whole = (least: number, most: number): Limit => ({ least, most, whole: true });
const real = (least: number, most: number): Limit => ({ least, most, whole: false });

/** d. */
export const DIMENSIONS = whole(2, 300);
/** Numbers in the rows of n-grams, all together: 128 MB in 32 bits. */
const BUCKET_NUMBERS = 2 ** 25;

const COMMON = {
  dimensions: DIMENSIONS,
  learningRate: real(1e-9, 1e9),
  seed: whole(0, 2 ** 32 - 1),
  threads: whole(1, 16),
} as const;
const SOURCE = {
  minCount: whole(1, 1e9),
  words: whole(2, 1e9),
} as const;

type Limits = Readonly<Record<string, Limit>>;
const METHOD: { readonly [Kind in Method['kind']]: Limits } = {
  word2vec: { window: whole(1, 100), subsample: real(0, 1), epochs: whole(1, 10_000) },
  glove: { window: whole(1, 100), epochs: whole(1, 10_000) },
  classifier: {
    wordNgrams: whole(1, 5),
    bucket: whole(0, 2_000_000),
    epochs: whole(1, 10_000),
    heldOut: real(0, 0.5),
  },
  nnlm: { context: whole(1, 10), hidden: whole(0, 500), epochs: whole(1, 10_000) },
};
const PARTS = {
  output: { negatives: whole(1, 50), exponent: real(-2, 2) },
  weighting: { most: real(1e-9, 1e12), power: real(0, 2) },
} as const;

export interface Clamped {
  readonly config: EmbeddingConfig;
  readonly notices: readonly EmbeddingNotice[];
}

/** A number that may be anything, within its limits; what is no number is the least. */
function clamp(value: number, { least, most, whole: isWhole }: Limit): number {
  const number = Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
  return isWhole ? Math.round(number) : number;
}

/** Takes every setting that is outside of its limits to the nearest one within, and says so. */
export function clampConfig(config: EmbeddingConfig): Clamped {
  const notices: EmbeddingNotice[] = [];
  const within = <T extends object>(values: T, limits: Limits): T => {
    const changed = Object.entries(limits).flatMap(([what, limit]) => {
      const asked: unknown = (values as Record<string, unknown>)[what];
      if (typeof asked !== 'number') return [];
      const used = clamp(asked, limit);
      if (Object.is(used, asked)) return [];
      notices.push({ code: 'clamped', what, asked, used });
      return [[what, used] as const];
    });
    return changed.length > 0 ? { ...values, ...Object.fromEntries(changed) } : values;
  };
  const common = within(config, COMMON);
  const source = within(config.source, SOURCE);
  const method = within(config.method, METHOD[config.method.kind]);
  return { config: { ...common, source, method: methodWithin(method, common.dimensions, within) }, notices };
}

type Within = <T extends object>(values: T, limits: Limits) => T;

/** The method's own parts. */
function methodWithin(method: Method, dimensions: number, within: Within): Method {
  if (method.kind === 'glove') return { ...method, weighting: within(method.weighting, PARTS.weighting) };
  if (method.kind === 'classifier') return within(method, { bucket: bucketLimit(dimensions) });
  if (method.kind === 'nnlm') return method;
  const { output, ngrams } = method;
  return {
    ...method,
    output: output.kind === 'negative' ? within(output, PARTS.output) : output,
    ngrams:
      ngrams && within(ngrams, { bucket: bucketLimit(dimensions), minN: whole(1, 10), maxN: whole(0, 10) }),
  };
}

const bucketLimit = (dimensions: number) =>
  whole(0, Math.min(2_000_000, Math.floor(BUCKET_NUMBERS / dimensions)));
