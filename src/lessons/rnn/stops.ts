import { COUNT_TABLE } from '../../instruments/counts/settings.ts';
import { FOLDING_TABLE } from '../../instruments/folding/settings.ts';
import { MATRIX_TABLE } from '../../instruments/matrices/settings.ts';
import type { UnrolledSettings } from '../../instruments/unrolled/settings.ts';
import { type LessonStop, showing } from '../stops.ts';
import { LIVE_TABLE } from './figures/live.ts';

/** Enough to have left the random start behind; a second or two on any machine. */
const TRAINED = 200;

const live = (settings: Partial<UnrolledSettings>) => showing(LIVE_TABLE, settings);

/** A quarter of an hour in front of a class: one step, its matrices, its two drawings, its size. */
export const stops: readonly LessonStop[] = [
  {
    id: 'learning',
    at: 'live',
    minutes: 1,
    title: { en: 'Five units, reading Moby-Dick', zh: '五个单元，正在读《白鲸》' },
    notes: {
      en: `A plain recurrent network is being trained in this browser. One column is one word; the pill is the state of one unit, blue positive, orange negative.

Ask the class to find the word that stands twice in the sentence, and to compare the two pills.`,
      zh: `一个普通的循环网络正在这个浏览器里训练。一列是一个词；胶囊里是一个单元的状态，蓝色为正，橙色为负。

请大家找出句中出现了两次的词，比一比那两个胶囊。`,
    },
  },
  {
    id: 'one-step',
    at: 'live',
    state: live({ trained: TRAINED, at: 4, lane: 'hidden', unit: 1 }),
    minutes: 2,
    title: { en: 'One number, taken apart', zh: '拆开一个数来看' },
    notes: {
      en: `Training rests now. This is the second “the”. Read the panel: five old states times five weights, one weight for the word, a bias; the sum is z, and tanh of it is the state.

At the first “the” all five old states are 0. That is the whole difference between the two.`,
      zh: `训练停下来了。这是第二个“the”。念右边的算式：五个旧状态乘五个权重，词的一个权重，一个偏置；加起来是 z，取 tanh 就是状态。

在第一个“the”那里，五个旧状态都是 0。两处的差别就只有这一点。`,
    },
  },
  {
    id: 'stacked',
    at: 'matrices',
    state: showing(MATRIX_TABLE, { at: 4, row: 1, column: 2 }),
    minutes: 2,
    title: { en: 'Two matrices or one: the same numbers', zh: '两个矩阵或一个：同样的数' },
    notes: {
      en: `Point at an entry above; its twin lights up below, and so does the number that it multiplies. Cross the joint with the arrow keys.

Then the table: both sums with all their digits. Equal to the last bit, because they add in the same order.`,
      zh: `指向上面的一个数，下面的同一个数会亮起来，它所乘的数也亮。用方向键跨过接缝。

再看表格：两个和列出了全部数位。一位不差，因为相加的顺序相同。`,
    },
  },
  {
    id: 'folded',
    at: 'folding',
    state: showing(FOLDING_TABLE, { form: 'folded', at: 1, unit: 1 }),
    minutes: 1,
    title: { en: 'One cell and a loop', zh: '一个单元和一条回路' },
    notes: {
      en: `This is what there is. Press Play: the number in the circle moves into the box, and comes back as the past of the next step.`,
      zh: `这就是“有什么”。按播放：圆圈里的数走进方框，又作为下一步的过去回来。`,
    },
  },
  {
    id: 'unrolled',
    at: 'folding',
    state: showing(FOLDING_TABLE, { form: 'unrolled' }),
    minutes: 1,
    title: { en: 'The same, as it happens', zh: '同一个网络，发生的样子' },
    notes: {
      en: `Five copies, one set of weights: count how often each letter stands on the screen, and how many matrices there are.`,
      zh: `五个副本，一套权重：数一数屏幕上每个字母出现了几次，而矩阵一共有几个。`,
    },
  },
  {
    id: 'size',
    at: 'counts',
    state: showing(COUNT_TABLE, { steps: 9, hidden: 100, vocabulary: '10000' }),
    minutes: 1,
    title: { en: 'Its size does not depend on T', zh: '大小与 T 无关' },
    notes: {
      en: `Ask first: sentences become a hundred times longer, how many more parameters? Then move T.`,
      zh: `先问：句子变长一百倍，参数要多多少？再移动 T。`,
    },
  },
  {
    id: 'no-memory',
    at: 'no-memory',
    minutes: 2,
    title: { en: 'Where the memory sits', zh: '记忆在哪里' },
    notes: {
      en: `The past enters a unit through one row of the recurrent matrix and nowhere else. Go back to the first figure and set that row to 0: both “the” give the same number.`,
      zh: `过去要进入一个单元，只能通过循环矩阵的一行。回到第一幅图，把那一行设成 0：两个“the”就给出同一个数。`,
    },
  },
];
