import {
  ANALOGY_FIGURE_TABLE,
  RELATION_TABLE,
  SCORES_FIGURE_TABLE,
} from '../../instruments/analogy/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Twelve minutes in front of a class: the question, the drawing, the small print, its price, directions, characters. */
export const stops: readonly LessonStop[] = [
  {
    id: 'queen',
    at: 'ask',
    state: showing(ANALOGY_FIGURE_TABLE, { set: 'glove', a: 'man', b: 'woman', c: 'king', exclude: true }),
    minutes: 2,
    title: { en: 'King − man + woman', zh: '国王 − 男人 + 女人' },
    notes: {
      en: `Let the class say the fourth word before you point at the list.

Then the drawing: where is the corner, where is queen? Read the line below it aloud, distance and right angle.`,
      zh: `先让大家说出第四个词，再指答案。

然后看图：角在哪里，queen 在哪里？把图下面的话念出来，念到距离和垂直的部分。`,
    },
  },
  {
    id: 'tokyo',
    at: 'ask',
    state: showing(ANALOGY_FIGURE_TABLE, {
      set: 'glove',
      a: 'paris',
      b: 'france',
      c: 'tokyo',
      exclude: true,
    }),
    minutes: 1,
    title: { en: 'A better parallelogram', zh: '更像平行四边形' },
    notes: {
      en: 'The cosine of the two steps is much larger, and the answer is nearer to the corner. Ask for capitals of their own.',
      zh: '两步的夹角余弦大得多，答案离角也更近。让大家报自己想问的首都。',
    },
  },
  {
    id: 'small-print',
    at: 'ask',
    state: showing(ANALOGY_FIGURE_TABLE, { set: 'glove', a: 'man', b: 'woman', c: 'king', exclude: false }),
    minutes: 2,
    title: { en: 'The small print', zh: '角落里的规则' },
    notes: {
      en: `The switch is off now. King is its own best answer.

Then type doctor for king. What was printed in so many articles is the second line.`,
      zh: `开关现在关着。king 最好的答案是它自己。

再把 king 换成 doctor。许多文章里印的，其实是第二行。`,
    },
  },
  {
    id: 'price',
    at: 'scores',
    state: showing(SCORES_FIGURE_TABLE, { set: 'glove', method: 'add', thousands: 0 }),
    minutes: 3,
    title: { en: 'How often the question answers itself', zh: '题目自己回答自己的次数' },
    notes: {
      en: 'Cover the last row and let them guess it. Then the categories: nationalities need no rule at all, opposites are next to nothing without it.',
      zh: '先遮住最后一行，让大家猜。再看各个类别：国家的形容词根本不需要规则，反义词没有规则就几乎一题不剩。',
    },
  },
  {
    id: 'multiply',
    at: 'scores',
    state: showing(SCORES_FIGURE_TABLE, { set: 'glove', method: 'multiply', thousands: 0 }),
    minutes: 1,
    title: { en: 'Multiplied', zh: '改用乘法' },
    notes: {
      en: 'The first column of bars hardly moves. The stripes do.',
      zh: '第一列几乎不动，斜纹动了。',
    },
  },
  {
    id: 'arrows',
    at: 'relation',
    state: showing(RELATION_TABLE, { set: 'glove', pairs: '' }),
    minutes: 2,
    title: { en: 'One direction?', zh: '同一个方向吗' },
    notes: {
      en: 'Capitals first. Then press nationalities, then opposites, and read the mean cosine each time.',
      zh: '先看首都。再按国家的形容词，再按反义词，每次都念余弦的平均值。',
    },
  },
  {
    id: 'characters',
    at: 'ask',
    state: showing(ANALOGY_FIGURE_TABLE, { set: 'characters', a: '马', b: '嘶', c: '莺', exclude: true }),
    minutes: 1,
    title: { en: 'How an oriole neighs', zh: '莺怎么“嘶”' },
    notes: {
      en: 'Characters of Tang poems: a horse neighs, an oriole warbles. Try 猿 (gibbon) for 莺.',
      zh: '唐诗里的字：马嘶，莺啭。把莺换成猿试试。',
    },
  },
];
