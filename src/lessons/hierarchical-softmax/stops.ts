import { COST_TABLE } from '../../instruments/softmax-costs/settings.ts';
import { WALK_TABLE } from '../../instruments/tree-walk/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Fifteen minutes in front of a class: a path, its product, what learns, the tree, the search, the bill. */
export const stops: readonly LessonStop[] = [
  {
    id: 'path',
    at: 'walk',
    state: showing(WALK_TABLE, { context: 'white', target: 'whale', at: 1, open: 0 }),
    minutes: 3,
    title: { en: 'One word, a few questions', zh: '一个词，几个问题' },
    notes: {
      en: `It is learning Moby-Dick while you speak. After “white”, how probable is “whale”?

Walk down with the right arrow, one node at a time. At each node: the number is σ of v·h, the share that goes this way. Read the product aloud as it shrinks.

Ask where the sum over the vocabulary is. There is none.`,
      zh: `你说话的时候，它正在学《白鲸》。“white”之后，“whale”有多大概率？

用右方向键往下走，一次一个节点。每个节点上的数是 v·h 的 σ，也就是往这边走的那一份。乘积一路变小，念出来。

问：对整个词表求的和在哪里？没有。`,
    },
  },
  {
    id: 'sum',
    at: 'walk',
    state: showing(WALK_TABLE, { at: 99, open: 0 }),
    minutes: 2,
    title: { en: 'The leaves sum to 1', zh: '叶子加起来是 1' },
    notes: {
      en: `Look at the line with Σ. It is computed from all leaves, for every frame, while the vectors change.

Let the class prove it: what does a node hand to its left, what to its right? Induction does the rest.`,
      zh: `看写着 Σ 的那一行。向量一直在变，每一帧都用全部叶子重算一遍。

让大家来证明：一个节点往左交多少，往右交多少？剩下的交给归纳法。`,
    },
  },
  {
    id: 'moved',
    at: 'moved',
    minutes: 1,
    title: { en: 'How many vectors move?', zh: '多少个向量会动？' },
    notes: {
      en: 'Hands up for each answer before you reveal it. Most will say: all of them.',
      zh: '揭晓之前，每个答案都举手表决。多数人会说：全部。',
    },
  },
  {
    id: 'learn',
    at: 'walk',
    state: showing(WALK_TABLE, { context: 'old', target: 'ship', at: 99, open: 1, rate: 0.5 }),
    minutes: 2,
    title: { en: 'Learn it once', zh: '学一次' },
    notes: {
      en: `The numbers of the root are open: said minus wanted, times h.

Press “Learn this pair once” and read the count: so many moved, so many did not. Press again until P is above one half. All leaves still sum to 1.

Then press Train. The text takes it back.`,
      zh: `根节点的数字打开着：说出来的减去该说的，再乘 h。

按“把这一对学一次”，念出计数：动了多少，没动多少。再按，直到 P 超过二分之一。全部叶子之和仍是 1。

然后按“训练”。文本会把它改回去。`,
    },
  },
  {
    id: 'huffman',
    at: 'building',
    minutes: 3,
    title: { en: 'The two lightest, again and again', zh: '最轻的两份，一次又一次' },
    notes: {
      en: `Let the class say which two are joined next, then press. Everybody gets the rule after three merges.

At the end compare: mean depth here, mean depth balanced, entropy. Nothing beats the entropy.`,
      zh: `让大家说接下来并哪两份，再按。三次之后人人都会了。

最后比较：这里的平均深度、平衡树的平均深度、熵。谁也低不过熵。`,
    },
  },
  {
    id: 'durian',
    at: 'depth-durian',
    minutes: 1,
    title: { en: 'How deep is durian?', zh: '榴莲有多深？' },
    notes: {
      en: 'Halve and count. Whoever knows that 2 to the 10 is a thousand has it in a moment.',
      zh: '一边减半一边数。知道 2 的 10 次方约是一千，马上就有答案。',
    },
  },
  {
    id: 'bill',
    at: 'cost',
    state: showing(COST_TABLE, { vocabulary: '10000', view: 'ratio' }),
    minutes: 3,
    title: { en: 'The bill', zh: '账单' },
    notes: {
      en: `Measured on this very machine, now. First the full softmax one target at a time: the notes’ 50 is far exceeded.

Then the same softmax as a matrix product over a batch. Where is the 50 now? Who is right? Both: they speak of different things.`,
      zh: `就在这台机器上，现在测的。先看一次一个目标词的完整 softmax：远远超过讲义里的 50 倍。

再看同一个 softmax 成批做、写成矩阵乘积。50 倍在哪里？谁对？都对，说的不是一回事。`,
    },
  },
];
