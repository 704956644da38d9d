import type { VectorSetInfo } from '../../store/vectors-state.ts';
import type { AnalogySettings } from './settings.ts';

/** a is to b as c is to …; the answer is left to the vectors. */
export type Triple = Pick<AnalogySettings, 'a' | 'b' | 'c'>;

const triple = (line: string): Triple => {
  const [a = '', b = '', c = ''] = line.split(' ');
  return { a, b, c };
};

export const ENGLISH: readonly Triple[] = [
  'man woman king',
  'paris france tokyo',
  'france french china',
  'japan yen sweden',
  'good better bad',
  'walk walked go',
  'car cars mouse',
].map(triple);

export const CHARACTERS: readonly Triple[] = [
  '东 西 南',
  '马 嘶 莺',
  '男 女 父',
  '春 花 秋',
  '左 右 东',
  '父 母 兄',
  '天 地 上',
].map(triple);

/** Words that tell which examples a set that is not built in can take. */
export const PROBE = [...ENGLISH, ...CHARACTERS].flatMap(({ a, b, c }) => [a, b, c]);

const has = (missing: ReadonlySet<string>) => (one: Triple) =>
  [one.a, one.b, one.c].every((word) => !missing.has(word));

/** Examples that a set has the words for: of both languages where it has both; else its own words, three at a time. */
export function examplesFor(
  { builtIn }: Pick<VectorSetInfo, 'builtIn'>,
  missing: readonly string[],
  words: readonly string[],
): readonly Triple[] {
  if (builtIn === 'glove') return ENGLISH;
  if (builtIn === 'characters') return CHARACTERS;
  const known = [...ENGLISH, ...CHARACTERS].filter(has(new Set(missing)));
  if (known.length > 0) return known;
  const [a = '', b = a, c = b] = words;
  return [{ a, b, c }];
}

/** The settings with the words of the first example in place of those that the reader has not given. */
export function fillAnalogy(settings: AnalogySettings, examples: readonly Triple[]): AnalogySettings {
  const { a, b, c } = settings;
  const [first = { a, b, c }] = examples;
  return { ...settings, a: a || first.a, b: b || first.b, c: c || first.c };
}

export const isSame = (x: Triple, y: Triple): boolean => x.a === y.a && x.b === y.b && x.c === y.c;
