import { LAYER_TABLE } from '../../instruments/nnlm/layer-settings.ts';
import { BEGINNINGS } from '../../instruments/nnlm/sentences.ts';
import { NNLM_TABLE } from '../../instruments/nnlm/settings.ts';
import { COST_TABLE } from '../../instruments/softmax-costs/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Ten minutes in front of a class: the table that says nothing, the network that does, the bill, the clock. */
export const stops: readonly LessonStop[] = [
  {
    id: 'orange',
    at: 'network',
    state: showing(NNLM_TABLE, { beginning: BEGINNINGS[0] }),
    minutes: 2,
    title: { en: 'A glass of orange', zh: '一杯橙……' },
    notes: {
      en: `Let it learn from the beginning, and watch the cells under the words settle.

Which of these numbers did anybody type in? None. Open a unit and read its sum.`,
      zh: `让它从头学起，看词下面的小格怎样安定下来。

这些数里有哪个是人填的？一个也没有。打开一个单元，读它的和式。`,
    },
  },
  {
    id: 'apple',
    at: 'network',
    state: showing(NNLM_TABLE, { beginning: BEGINNINGS[1] }),
    minutes: 2,
    title: { en: 'A glass of apple', zh: '一杯苹果……' },
    notes: {
      en: `Before you come here, ask: the text has no glass of apple. What will the network say?

Then open the word apple and read its nearest rows. Then try a glass of tea.`,
      zh: `翻到这里之前先问：文本里没有 glass of apple，网络会说什么？

然后打开 apple，读离它最近的几行。再试试 a glass of tea。`,
    },
  },
  {
    id: 'bill',
    at: 'layers',
    state: showing(LAYER_TABLE, { model: 'nnlm', scores: 'full' }),
    minutes: 2,
    title: { en: 'The bill', zh: '账单' },
    notes: {
      en: 'Ask for the share of the scores before you point at it. Then move V to a million.',
      zh: '指给大家看之前，先问打分占多少。再把 V 拉到一百万。',
    },
  },
  {
    id: 'tree',
    at: 'layers',
    state: showing(LAYER_TABLE, { model: 'nnlm', scores: 'tree' }),
    minutes: 1,
    title: { en: 'Scores from a tree', zh: '用树打分' },
    notes: {
      en: 'Now the tanh layer is nearly everything. What if we only want the vectors? Switch it off: this is CBOW.',
      zh: '现在几乎全是 tanh 层。如果只想要向量呢？把它关掉：这就是 CBOW。',
    },
  },
  {
    id: 'clock',
    at: 'measured',
    state: showing(COST_TABLE, { view: 'ratio' }),
    minutes: 2,
    title: { en: 'The clock', zh: '实际用时' },
    notes: {
      en: `Measured on this machine a moment ago. Multiplications promise V / log₂ V; what does the clock say, and why is it not the same?

Be fair: with 64 words at a time the gap is smaller.`,
      zh: `刚刚在这台机器上测的。按乘法次数算，应是 V / log₂ V 倍；实测是多少？为什么不一样？

公平起见：一次学 64 个词时，差距会小一些。`,
    },
  },
];
