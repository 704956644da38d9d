import type { Catalogue } from '../catalogue.ts';

const en = {
  'word-texts.english': 'Moby-Dick and State of the Union',
  'word-texts.part': 'Read',
  'word-texts.part-all': 'all of it',
  'word-texts.part-half': 'the first half',
  'word-texts.part-quarter': 'the first quarter',
  'word-texts.part-tenth': 'the first tenth',
  'word-texts.level': 'A word is',
  'word-texts.ends': 'Sentences end',
  'word-texts.ends-none': 'nowhere',
  'word-texts.ends-lines': 'with the line',
  'word-texts.ends-sentences': 'at . ! ? 。',
  'word-texts.min-count': 'Least count of a word',
  'word-texts.words': 'Words, at most',
  'word-texts.reading': 'Counting words: {share} of the text …',
  'word-texts.facts-tokens': '{tokens} words of text, {types} different',
  'word-texts.facts-kept': '{words, plural, one {# word} other {{shown} words}} kept: {share} of the text',
  'word-texts.facts-sentences': '{count, plural, one {# sentence} other {{shown} sentences}}',
  'word-texts.note':
    'Words are lower-cased, punctuation is left out. Windows do not reach over the end of a sentence; a sentence of more than {most, number} words is cut.',
  'word-texts.reduced':
    '{asked} words occur often enough; the {used} most frequent ones are kept, for the memory’s sake. A higher least count leaves fewer.',
  'word-texts.frequent': 'The most frequent words',
  'word-texts.word': 'word',
  'word-texts.count': 'count',
  'word-texts.share': 'share',
  'word-texts.fault-no-words':
    'There is no word in this text, only white space or punctuation. Type or paste a few sentences, or choose another text.',
  'word-texts.fault-one-word':
    'Only one word is here: “{word}”. A vector is learnt from a word’s neighbours, and it has none. Use a longer text, or lower the least count of a word.',
  'word-texts.fault-min-count':
    'No word occurs {minCount, number} times: the most frequent one, “{word}”, occurs {most, plural, one {once} other {# times}}. Lower the least count, or use a longer text.',
  'word-texts.fault-no-pairs':
    'No two words stand in one sentence, so none has a neighbour to learn from. Let sentences end elsewhere, or lower the least count.',
  'word-texts.lower': 'Set the least count to {count}',
  'word-texts.no-ends': 'Let no sentence end',
} as const;

const zh: Record<keyof typeof en, string> = {
  'word-texts.english': '《白鲸》加国情咨文',
  'word-texts.part': '读入',
  'word-texts.part-all': '全部',
  'word-texts.part-half': '前一半',
  'word-texts.part-quarter': '前四分之一',
  'word-texts.part-tenth': '前十分之一',
  'word-texts.level': '以什么为词',
  'word-texts.ends': '句子止于',
  'word-texts.ends-none': '不断句',
  'word-texts.ends-lines': '行末',
  'word-texts.ends-sentences': '句号、问号、叹号',
  'word-texts.min-count': '最低词频',
  'word-texts.words': '词数上限',
  'word-texts.reading': '正在数词：已读 {share}……',
  'word-texts.facts-tokens': '全文 {tokens} 个词，不同的有 {types} 个',
  'word-texts.facts-kept': '{words, plural, other {留下 {shown} 个词}}，占全文的 {share}',
  'word-texts.facts-sentences': '{count, plural, other {{shown} 个句子}}',
  'word-texts.note': '字母一律小写，标点不算词。窗口不会跨过句末；超过 {most, number} 个词的句子会被截断。',
  'word-texts.reduced':
    '够得上最低词频的有 {asked} 个词；为了不占满内存，只留最常见的 {used} 个。提高最低词频，留下的会更少。',
  'word-texts.frequent': '最常见的词',
  'word-texts.word': '词',
  'word-texts.count': '次数',
  'word-texts.share': '占比',
  'word-texts.fault-no-words': '这段文本里没有词，只有空白或标点。请输入或粘贴几句话，或者另选一份文本。',
  'word-texts.fault-one-word':
    '这里只有一个词：“{word}”。词向量是向邻近的词学来的，它却没有邻居。请用长一些的文本，或者降低最低词频。',
  'word-texts.fault-min-count':
    '没有词出现 {minCount, number} 次：最常见的“{word}”只出现 {most, plural, other {# 次}}。请降低最低词频，或者用长一些的文本。',
  'word-texts.fault-no-pairs':
    '没有哪句话里有两个词，词与词之间无从学起。请换一种断句方式，或者降低最低词频。',
  'word-texts.lower': '最低词频设为 {count}',
  'word-texts.no-ends': '不断句',
};

export const wordTextsMessages: Catalogue<keyof typeof en> = { en, zh };
