import { NOISE_TABLE } from '../../instruments/noise/settings.ts';
import { NEGATIVE_LIVE_TABLE, UPDATES_TABLE } from '../../instruments/noise/updates-settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Fifteen minutes in front of a class: one pair, one step, the noise and its extremes, the draw, what it all comes to. */
export const stops: readonly LessonStop[] = [
  {
    id: 'pair',
    at: 'updates',
    state: showing(UPDATES_TABLE, { from: 'health', to: 'care', noise: 5, draw: 1, step: '0.1' }),
    minutes: 3,
    title: { en: 'Six questions instead of two thousand', zh: '六个问题，不是两千个' },
    notes: {
      en: `Read the rows aloud as questions: did “care” stand near “health”? Did “two”? The thick line is the answer we want, the bar the one we get.

Then the last line: six rows move, all others stay. Ask what a softmax would have moved.

Draw other noise once or twice. Which word has the longest step, and why?`,
      zh: `把每一行当成问题念出来：“care”在“health”附近出现过吗？“two”呢？粗线是想要的回答，柱子是现在的回答。

再看最后一行：动了六行，别的都不动。问问 softmax 要动多少行。

另抽一两次噪声。哪个词的步子最长？为什么？`,
    },
  },
  {
    id: 'learn',
    at: 'updates',
    state: showing(UPDATES_TABLE, { from: 'health', to: 'care', noise: 5, draw: 2, step: '0.5' }),
    minutes: 2,
    title: { en: 'Learn it once', zh: '学一次' },
    notes: {
      en: `Before pressing: which way will each bar go? Press once, read the arrows in the column of σ. Press again: the steps get shorter, because the answers get better.

Then draw other noise. These rows have not moved, but h has.`,
      zh: `按之前先问：每根柱子往哪边走？按一次，读 σ 那一列的箭头。再按：步子变短了，因为回答变好了。

然后另抽噪声。这几行没有动，动的是 h。`,
    },
  },
  {
    id: 'start-loss',
    at: 'start-loss',
    minutes: 1,
    title: { en: 'The loss at the start', zh: '开始时的损失' },
    notes: {
      en: 'Let everybody compute. Six times ln 2, on any text, with any vocabulary. A training curve that does not begin there has a mistake in it.',
      zh: '让大家都算一算。6 乘 ln 2，任何文本、任何词表都一样。训练曲线要是不从这里开始，就有哪里错了。',
    },
  },
  {
    id: 'extremes',
    at: 'noise',
    state: showing(NOISE_TABLE, { exponent: 1, draws: 1000, seed: 1, from: 'text', size: 12 }),
    minutes: 3,
    title: { en: 'Whom to push', zh: '该推谁' },
    notes: {
      en: `At a = 1 the first row takes nearly everything. Read the line on the whole vocabulary: what do the ten most frequent words get?

Then a = 0: all alike. Ask what is wrong with that before telling. Then ¾.

Say plainly that ¾ was found by trying.`,
      zh: `a = 1 时第一行几乎全占了。念一念关于整个词表的那一行：最常见的 10 个词分到多少？

再看 a = 0：全都一样。先问有什么不好，再讲。然后是 ¾。

直说：¾ 是试出来的。`,
    },
  },
  {
    id: 'draw',
    at: 'noise',
    state: showing(NOISE_TABLE, { exponent: 0.75, draws: 1000, seed: 1, from: 'text', size: 8 }),
    minutes: 2,
    title: { en: 'One number, one draw', zh: '一个数，抽一次' },
    notes: {
      en: `Step through a draw with the button: a random number, a column, a word. It costs the same for eight words as for eight million.

Follow one frequent word through all the columns that it has a part in, and add the parts up: its probability.`,
      zh: `用按钮一步一步抽一次：随机数、列、词。8 个词和 800 万个词的代价一样。

挑一个常见的词，把它在各列里的部分都找出来加一加：就是它的概率。`,
    },
  },
  {
    id: 'optimum',
    at: 'live',
    state: showing(NEGATIVE_LIVE_TABLE, { negatives: 5, exponent: 1 }),
    minutes: 4,
    title: { en: 'PMI, and nobody told it', zh: 'PMI，没有人教过它' },
    notes: {
      en: `Let it train: less than half a minute. Read a few lists meanwhile.

Then the lower right. Across: logarithms of counts, worked out from the text. Up: dot products of what was learnt. Nobody told the model about counts.

If there is time: a = 0, and look at the lists again.`,
      zh: `让它训练，半分钟都不用。其间念几个近邻。

然后看右下角。横坐标：从文本数出来的计数的对数。纵坐标：学到的向量的点积。没有人跟模型提过计数。

有时间的话：a = 0，再看一遍近邻。`,
    },
  },
];
