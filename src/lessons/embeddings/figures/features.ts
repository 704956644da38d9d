/** Features of words as a person would give them: nobody learnt these numbers. */
export const FEATURES = ['gender', 'royal', 'age', 'food'] as const;
export type Feature = (typeof FEATURES)[number];

/** Words and a row of features for each, (n, 4) row-major. */
export interface FeatureTable {
  readonly words: readonly string[];
  readonly values: readonly number[];
}

const GIVEN: readonly (readonly [string, ...number[]])[] = [
  ['man', -1, 0, 0.1, 0],
  ['woman', 1, 0, 0.1, 0],
  ['king', -1, 0.9, 0.7, 0],
  ['queen', 1, 0.9, 0.7, 0],
  ['boy', -1, 0, -0.8, 0],
  ['girl', 1, 0, -0.8, 0],
  ['apple', 0, 0, 0, 1],
  ['orange', 0, 0, 0.1, 0.9],
];

export const GIVEN_WORDS: readonly string[] = GIVEN.map(([word]) => word);
const GIVEN_VALUES: readonly number[] = GIVEN.flatMap(([, ...values]) => values);
const COLUMNS = FEATURES.length;

/** A number of a link: tenths between −1 and 1; what is not one is as given. */
const readNumber = (found: string | undefined, otherwise: number): number => {
  const value = found === undefined || found === '' ? Number.NaN : Number(found) / 10;
  return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : otherwise;
};

/** The table whose numbers stand in a link as tenths with commas between them. */
export function readFeatures(written: string): FeatureTable {
  const found = written === '' ? [] : written.split(',');
  return { words: GIVEN_WORDS, values: GIVEN_VALUES.map((value, i) => readNumber(found[i], value)) };
}

/** '' where all is as given. */
export function writeFeatures(values: readonly number[]): string {
  if (values.every((value, i) => value === GIVEN_VALUES[i])) return '';
  return values.map((value) => Math.round(10 * value)).join(',');
}

/** A copy with one number changed, to tenths. */
export function withFeature(
  values: readonly number[],
  { row, column }: { readonly row: number; readonly column: number },
  value: number,
): readonly number[] {
  const tenths = Math.round(10 * Math.max(-1, Math.min(1, value))) / 10;
  return values.map((old, i) => (i === row * COLUMNS + column ? tenths : old));
}

/** The features of one word. */
export const rowOf = ({ values }: FeatureTable, row: number): Float64Array =>
  Float64Array.from(values.slice(row * COLUMNS, (row + 1) * COLUMNS));
