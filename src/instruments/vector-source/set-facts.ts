import { formatBytes, formatWhole } from '../../components/prose/Num.tsx';
import type { VectorSetInfo } from '../../store/vectors-state.ts';
import type { Say } from './say.ts';

type Facts = Pick<
  VectorSetInfo,
  'words' | 'wordsInSource' | 'limit' | 'dimensions' | 'precision' | 'bytes' | 'rate'
>;

/** Size and precision of a set, and what of its source it is: never silent about what was left out. */
export function setFacts(say: Say, info: Facts, tag: string): readonly string[] {
  const { words, dimensions, precision, bytes, rate } = info;
  return [
    say('vectors.size', { words: formatWhole(words, tag), dimensions }),
    say(`vectors.${precision}`),
    formatBytes(bytes, 3, tag),
    ...shareOf(say, info, tag),
    ...(rate === null ? [] : [say('vectors.read-at', { rate: formatBytes(rate, 3, tag) })]),
  ];
}

function shareOf(say: Say, { words, wordsInSource, limit }: Facts, tag: string): readonly string[] {
  if (limit === null) return [];
  const kept = formatWhole(words, tag);
  const all = wordsInSource === null ? null : formatWhole(wordsInSource, tag);
  if (limit === 'only') return [all ? say('vectors.only-of', { kept, all }) : say('vectors.only', { kept })];
  const share = all ? say('vectors.first-of', { kept, all }) : say('vectors.first-of-more', { kept });
  if (limit === 'most') return [share];
  return [share, say('vectors.limit-memory')];
}
