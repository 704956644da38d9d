import { NGRAM_TABLE } from '../../instruments/subwords/settings.ts';
import { UNSEEN_TABLE } from '../../instruments/subwords/unseen-settings.ts';
import { DATA_SETS } from '../../instruments/text-classifier/data-sets.ts';
import { CLASSIFIER_TABLE } from '../../instruments/text-classifier/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Twelve minutes in front of a class: pieces, a shared row, a word nobody said, whose sentence it is, what "not" needs. */
export const stops: readonly LessonStop[] = [
  {
    id: 'pieces',
    at: 'ngrams',
    state: showing(NGRAM_TABLE, { word: 'presidentially', minN: 3, maxN: 6, bucket: '20000', at: 4 }),
    minutes: 2,
    title: { en: 'What a word is made of', zh: '一个词由什么组成' },
    notes: {
      en: `Ask what presidentially means. Nobody looked it up. Where does the answer come from?

Read a few pieces aloud. Press one and follow its bytes to a row number.

Ask how many tables with a row for each word would have helped.`,
      zh: `问大家 presidentially 是什么意思。没有人查词典。答案从哪里来？

念几个片段。按一个，跟着字节算到行号。

再问：每个词一行的表，帮得上忙吗？`,
    },
  },
  {
    id: 'crowd',
    at: 'ngrams',
    state: showing(NGRAM_TABLE, { word: 'presidentially', minN: 3, maxN: 6, bucket: '256', at: 4 }),
    minutes: 1,
    title: { en: 'Too few rows', zh: '行数太少' },
    notes: {
      en: `256 rows: every piece is dashed. The last line says how many have a row of their own, and what chance would leave.

Who notices a collision? Nobody. The model never sees letters.`,
      zh: `256 行：片段全是虚线框。最后一行说有几个独占一行，纯凭运气应当剩几个。

谁会发现撞在一起？没有谁。模型看不到字母。`,
    },
  },
  {
    id: 'unseen',
    at: 'unseen',
    state: showing(UNSEEN_TABLE, { word: 'presidentially', made: 'ngrams' }),
    minutes: 3,
    title: { en: 'A word nobody said', zh: '没人说过的词' },
    notes: {
      en: `It trains as it comes on the screen. Look at the neighbours of a word that is not in the text.

Switch to the word alone. Silence: that is word2vec.

Back, then nations: watch the neighbours change from words that look alike to words that mean alike.`,
      zh: `一出现在屏幕上就开始学。看看文本里没有的词有哪些邻居。

切换到“只有词本身”。一片沉默：这就是 word2vec。

切回来，再看 nations：邻居从长得像的词，变成意思相近的词。`,
    },
  },
  {
    id: 'alike',
    at: 'unseen',
    state: showing(UNSEEN_TABLE, { word: 'vegetation', made: 'ngrams' }),
    minutes: 1,
    title: { en: 'Alike in letters only', zh: '只是字母像' },
    notes: {
      en: `No president spoke of vegetation. Its neighbours end in -tion, and that is all they have in common.

Read the table: which rows made this vector?`,
      zh: `没有总统谈过 vegetation。它的邻居都以 -tion 结尾，也就只有这一点相同。

看表：这个向量是哪些行拼成的？`,
    },
  },
  {
    id: 'who',
    at: 'classifier',
    state: showing(CLASSIFIER_TABLE, {
      data: 'speakers',
      level: 'word',
      loss: 'softmax',
      wordNgrams: 1,
      ...DATA_SETS.speakers.pair,
    }),
    minutes: 3,
    title: { en: 'Who said it?', zh: '谁说的？' },
    notes: {
      en: `Ask the class first: who said sentence B? Then the bars.

Which word decided it? Read the shares; they add up to the score.

Switch the label loss to the Huffman tree, and count the nodes that the search visited.`,
      zh: `先问大家：句子 B 是谁说的？再看条形。

是哪个词决定的？念一念各份贡献，加起来就是得分。

把标签损失换成哈夫曼树，数一数搜索访问了几个节点。`,
    },
  },
  {
    id: 'not',
    at: 'classifier',
    state: showing(CLASSIFIER_TABLE, {
      data: 'opinions',
      level: 'word',
      loss: 'softmax',
      wordNgrams: 1,
      ...DATA_SETS.opinions.pair,
    }),
    minutes: 2,
    title: { en: 'What “not” needs', zh: '“不”需要什么' },
    notes: {
      en: `Two sentences, one negation, both at a half. Let somebody explain why no vector for “not” can help.

Then set the longest word n-gram to 2.`,
      zh: `两个句子，差一个否定词，都停在一半。请人解释，为什么 not 的向量无论如何都帮不上忙。

然后把最长的词 n 元组设成 2。`,
    },
  },
];
