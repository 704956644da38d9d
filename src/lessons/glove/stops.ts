import { GLOVE_TABLE } from '../../instruments/cooccurrence/glove-settings.ts';
import { NEAR_TABLE, RATIO_TABLE, WEIGHT_TABLE } from '../../instruments/cooccurrence/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Fifteen minutes in front of a class: the table, where a count comes from, ratios, the weighting, learning. */
export const stops: readonly LessonStop[] = [
  {
    id: 'table',
    at: 'near',
    state: showing(NEAR_TABLE, { row: 1, column: 2, show: 'counts' }),
    minutes: 2,
    title: { en: 'Blocks that nobody drew', zh: '没有人画过的色块' },
    notes: {
      en: `Which words form blocks? Let the class name the topics. The computer only counted.

Read the line below the table: so many times next to each other, so many times two words apart. Press another cell, for example war and peace.`,
      zh: `哪些词连成了色块？让大家给这些话题起名字。计算机只是数了数。

念表格下面那一行：紧挨着多少次，隔两个词多少次。再按一个格子，比如 war 和 peace。`,
    },
  },
  {
    id: 'frequent',
    at: 'near',
    state: showing(NEAR_TABLE, { chosen: '', from: 1, size: 12, row: 1, column: 2, show: 'logs' }),
    minutes: 1,
    title: { en: 'Who is really near', zh: '真正挨得近的是谁' },
    notes: {
      en: 'The most frequent words, and their logarithms. The largest numbers of the whole table are here, and they say nothing about meaning. Keep this in mind for the weighting.',
      zh: '最常见的词，和它们的对数。整张表最大的数都在这里，却和意思没有关系。讲权重的时候还要用到。',
    },
  },
  {
    id: 'ratio',
    at: 'ratio',
    state: showing(RATIO_TABLE, { first: 'war', second: 'health', probes: '' }),
    minutes: 3,
    title: { en: 'What tells two words apart', zh: '什么能区分两个词' },
    notes: {
      en: `First the columns of counts: “and” and “to” are among the largest. Then the ratio: near 1. What two words share falls out.

Ask the class for third words and type them in. Before each: which side will the bar be on?`,
      zh: `先看次数那几列：“and”和“to”都排在前面。再看比值：接近 1。两个词共有的都消掉了。

让大家报第三个词，输进去。每次先问：柱子会在哪一边？`,
    },
  },
  {
    id: 'weight',
    at: 'weight',
    state: showing(WEIGHT_TABLE, { logMost: 1, power: 0.75 }),
    minutes: 2,
    title: { en: 'Neither chance nor “of the”', zh: '既不听偶然的，也不听 of the 的' },
    notes: {
      en: `Nearly all cells are on the left: two words that met once. Drag the dot to the right and watch the dashed bars wander off to a few huge cells. Drag it to the left: chance takes over.

Ask which is worse. There is no right answer, only a compromise.`,
      zh: `几乎所有格子都在左边：只碰到过一次的两个词。把圆点往右拖，看虚线的柱子跑到几个巨大的格子上去；往左拖，偶然就占了上风。

问哪一种更糟。没有标准答案，只有折中。`,
    },
  },
  {
    id: 'learn',
    at: 'live',
    state: showing(GLOVE_TABLE, { logMost: 1, power: 0.75, dimensions: 50, seed: 1 }),
    minutes: 4,
    title: { en: 'The cloud finds the diagonal', zh: '点云找到对角线' },
    notes: {
      en: `Press the round arrow, then Train. First the cloud turns: biases. Then it gets thinner: vectors. Stop on the way and read the lists.

The left end stays thick. Ask why: those cells weigh next to nothing.`,
      zh: `按圆箭头，再按训练。点云先转过来：偏置。然后变细：向量。中途停下来念近邻。

左端一直很粗。问为什么：那些格子几乎没有权重。`,
    },
  },
  {
    id: 'difference',
    at: 'difference',
    minutes: 2,
    title: { en: 'What a difference says', zh: '差说明什么' },
    notes: {
      en: 'Let them vote. Then subtract the two equations on the board: one bias falls out, the other two stay.',
      zh: '先投票。然后在黑板上把两个等式相减：一个偏置消掉了，另外两个留下。',
    },
  },
];
