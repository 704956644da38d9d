import { type LessonStop, showing } from '../stops.ts';
import { AXIS_TABLE, LEFT_TABLE, STEP_TABLE } from './figures/settings.ts';
import { OCCUPATIONS, ONE_PAIR, TEN_PAIRS } from './figures/word-lists.ts';

/** Ten minutes in front of a class: what the vectors have learnt, a better witness, taking it out, what is left. */
export const stops: readonly LessonStop[] = [
  {
    id: 'line',
    at: 'axis',
    state: showing(AXIS_TABLE, { pairs: ONE_PAIR, words: `${OCCUPATIONS} secretary`, neutral: false }),
    minutes: 2,
    title: { en: 'Nobody told them', zh: '没有人告诉过它们' },
    notes: {
      en: `Ask who wrote this down anywhere. Nobody: it comes from which words stand near which.

Let the class guess where secretary is before you point at it. Secretary of state, in this text.`,
      zh: `问大家：这是谁写进去的？没有人，只是哪些词常在一起。

先让大家猜 secretary 在哪里，再指。在这些文本里，它多半是国务卿。`,
    },
  },
  {
    id: 'ten',
    at: 'axis',
    state: showing(AXIS_TABLE, { pairs: TEN_PAIRS, neutral: false }),
    minutes: 2,
    title: { en: 'Ten witnesses', zh: '十个证人' },
    notes: {
      en: 'The bars: one component is far ahead. Replace pairs by others that have nothing to do with it, and watch the bars even out. Words move a little, chef and designer most; the ends stay.',
      zh: '看条：第一个成分远远领先。换上无关的词对，条会变平。词移动了一点，chef 和 designer 动得最多，两端没变。',
    },
  },
  {
    id: 'neutral',
    at: 'axis',
    state: showing(AXIS_TABLE, { pairs: TEN_PAIRS, neutral: true }),
    minutes: 1,
    title: { en: 'Taken out', zh: '取出来' },
    notes: {
      en: 'All at 0. Ask whether the problem is solved now, and let them vote. Keep the count.',
      zh: '全部是 0。问：问题解决了吗？请大家表决，记下票数。',
    },
  },
  {
    id: 'steps',
    at: 'steps',
    state: showing(STEP_TABLE, { direction: 'one', word: 'nurse', pair: 'grandfather grandmother' }),
    minutes: 2,
    title: { en: 'Nurse and the grandparents', zh: 'nurse 和祖父母' },
    notes: {
      en: 'Only the last column matters, from the first row to the third. Then type king queen for the pair.',
      zh: '只看最后一列，从第一行到第三行。再把词对换成 king queen。',
    },
  },
  {
    id: 'left',
    at: 'left',
    state: showing(LEFT_TABLE, { direction: 'one', most: 250 }),
    minutes: 3,
    title: { en: 'What is left', zh: '还剩下什么' },
    notes: {
      en: `First row: gone. Second row: come back to the vote.

Then the third, which does not play along here. Say so.`,
      zh: `第一行：没有了。第二行：回到刚才的表决。

再看第三行，它在这里并不配合。要如实说。`,
    },
  },
];
