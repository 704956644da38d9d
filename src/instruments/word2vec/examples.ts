import type { EmbeddingInfo } from '../../workers/embeddings/protocol.ts';
import { parsePairs, parseWords, type WordPair } from '../word-map/words.ts';
import type { WordTextSettings } from '../word-texts/settings.ts';
import type { LiveWordSettings } from './settings.ts';

/** What is looked at in a text until the reader says otherwise. */
interface Example {
  readonly look: string;
  readonly mapped: string;
  readonly pairs: string;
}

const STATE: Example = {
  look: 'women iraq school think energy year',
  mapped:
    'iraq afghanistan iran syria korea china russia india mexico canada europe he she his her man woman men women father mother son daughter parents kids children students teachers school schools college think know believe say want health care insurance medicare seniors clean energy oil gas nuclear weapons missiles terrorists job jobs worker workers businesses year month week two three four five',
  pairs: 'he she, his her, man woman, father mother, son daughter; job jobs, worker workers, school schools',
};

const NOVEL: Example = {
  look: 'whale starbuck said sea hand think',
  mapped:
    'whale whales leviathan sperm fish shark ship ships vessel boat boats pequod sea ocean waves water sky wind land island ahab starbuck stubb flask queequeg daggoo captain mate he she his her man men said cried exclaimed whispered think know see hear say head face eyes arm hand hands leg day night morning two three four harpoon lance mast sail rope',
  pairs: 'he she, his her; whale whales, ship ships, boat boats, hand hands',
};

const POEMS: Example = {
  look: '酒 明月 愁 花 春 故人',
  mapped:
    '春 夏 秋 冬 花 落花 柳 梅 桃李 芙蓉 风 东风 西风 雨 雪 月 明月 云 山 江 水 酒 杯 醉 尊 愁 恨 相思 泪 断肠 故人 佳人 君 梦 归 人间 天 夜 黄昏 清明 重阳 红 绿 青 黄 白',
  pairs: '春 秋, 东风 西风, 红 绿',
};

const EXAMPLES: Partial<Record<WordTextSettings['source'], Example>> = {
  'state-of-the-union': STATE,
  'moby-dick': NOVEL,
  english: STATE,
  'song-ci': POEMS,
};

/** Ranks, as shares of all tokens that more frequent words make up, between which words are neither function words nor rare. */
const FROM = 0.5;
const LISTED = 6;
const MAPPED = 40;

/** Words of any text that are neither among the few which make up half of it nor rare, the most frequent first. */
export function middleWords({ words, counts }: Pick<EmbeddingInfo, 'words' | 'counts'>, most: number) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let read = 0;
  const start = counts.findIndex((count) => {
    read += count;
    return read > FROM * all;
  });
  const from = Math.max(0, Math.min(start, words.length - most));
  return words.slice(from, from + most);
}

/** What is looked at: as the reader says; else by the example of the text, where its vocabulary has it; else by rank. */
export interface Looked {
  readonly listed: readonly string[];
  readonly mapped: readonly string[];
  readonly pairs: readonly WordPair[];
}

/** Most lists of neighbours at a time. */
export const MOST_LISTED = 12;

export function lookedAt(
  settings: Pick<LiveWordSettings, 'source' | 'look' | 'mapped' | 'pairs'>,
  info: Pick<EmbeddingInfo, 'words' | 'counts'> | null,
): Looked {
  const example = EXAMPLES[settings.source];
  const known = new Set(info?.words);
  const chosen = (asked: string, given: string | undefined, most: number, limit: number) => {
    if (asked.trim() !== '') return parseWords(asked, limit);
    const found = parseWords(given ?? '').filter((word) => info === null || known.has(word));
    return found.length > 0 || !info ? found : middleWords(info, most);
  };
  const pairs = settings.pairs.trim() !== '' ? settings.pairs : (example?.pairs ?? '');
  return {
    listed: chosen(settings.look, example?.look, LISTED, MOST_LISTED),
    mapped: chosen(settings.mapped, example?.mapped, MAPPED, 150),
    pairs: parsePairs(pairs),
  };
}

/** All words whose vectors the map needs, each once: those mapped, those that arrows join, those listed. */
export const wordsOfMap = ({ listed, mapped, pairs }: Looked): readonly string[] => [
  ...new Set([...mapped, ...pairs.flatMap(({ from, to }) => [from, to]), ...listed]),
];
