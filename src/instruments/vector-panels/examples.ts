import type { VectorSetInfo } from '../../store/vectors-state.ts';
import { writeExpression } from './expression.ts';
import type { PanelSettings, PanelText } from './settings.ts';
import { writeWords } from './word-lists.ts';

/** What a set's panels begin with. */
export type Examples = Readonly<Record<PanelText, string>>;

/** A panel's settings with the examples in place of what the reader has not set. */
export type FilledSettings = { [Field in keyof PanelSettings]: NonNullable<PanelSettings[Field]> };

const ENGLISH: Examples = {
  word: 'king',
  expression: 'king − man + woman',
  odd: 'breakfast lunch dinner piano',
  left: 'coffee',
  right: 'tea',
  from: 'he man male',
  to: 'she woman female',
  from2: 'poor cheap poverty',
  to2: 'rich wealthy luxury',
  along: 'king queen prince princess actor actress banker nurse millionaire servant',
  pairs: 'he she, man woman, boy girl, father mother, son daughter, brother sister, king queen',
  judged: 'nurse dancer librarian teacher doctor lawyer scientist engineer captain',
};

const CHARACTERS: Examples = {
  word: '月',
  expression: '东 − 西 + 南',
  odd: '春 夏 秋 冬 琴',
  left: '山',
  right: '水',
  from: '寒 冷',
  to: '暖 热',
  from2: '悲 愁 哀',
  to2: '喜 乐 欢',
  along: '春 夏 秋 冬 霜 雪 火 炎 宴 泪',
  pairs: '父 母, 男 女, 夫 妇, 兄 妹, 翁 婆',
  judged: '师 将 臣 侠 僧 郎 儿 妃 妾 姬',
};

/** Words that tell which examples a set can take: it has all of them. */
export const PROBE = {
  english: ['king', 'man', 'woman', 'he', 'she', 'breakfast', 'coffee', 'tea'],
  characters: ['东', '西', '南', '月', '山', '水', '春', '琴'],
} as const;

/** Examples of nothing but a set's own words, of any language. */
function plainExamples(words: readonly string[]): Examples {
  const at = (i: number): string => words[i % Math.max(1, words.length)] ?? '';
  const list = (from: number, count: number) =>
    writeWords([...new Set(Array.from({ length: count }, (_, i) => at(from + i)))]);
  return {
    word: at(0),
    expression: writeExpression([
      { word: at(0), weight: 1 },
      { word: at(1), weight: -1 },
      { word: at(2), weight: 1 },
    ]),
    odd: list(0, 4),
    left: at(0),
    right: at(1),
    from: list(0, 1),
    to: list(1, 1),
    from2: list(2, 1),
    to2: list(3, 1),
    along: list(4, 8),
    pairs: `${list(0, 2)}, ${list(2, 2)}`,
    judged: list(4, 8),
  };
}

/** @param missing those of the probe that the set lacks @param words some of the set's own */
export function examplesOf(
  { builtIn }: Pick<VectorSetInfo, 'builtIn'>,
  missing: readonly string[],
  words: readonly string[],
): Examples {
  const has = (probe: readonly string[]) => probe.every((word) => !missing.includes(word));
  if (builtIn !== null) return builtIn === 'glove' ? ENGLISH : CHARACTERS;
  if (has(PROBE.characters)) return CHARACTERS;
  if (has(PROBE.english)) return ENGLISH;
  return plainExamples(words);
}

/** The settings, and examples where there are none. */
export const fillSettings = (settings: PanelSettings, examples: Examples): FilledSettings => {
  const filled = Object.entries(examples).map(([field, example]) => [
    field,
    settings[field as PanelText] ?? example,
  ]);
  return { ...settings, ...Object.fromEntries(filled) };
};
