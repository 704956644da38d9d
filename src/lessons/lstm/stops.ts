import { TABLE as RACE_TABLE } from '../../instruments/race/settings.ts';
import { HOLD_LANES, type UnrolledSettings } from '../../instruments/unrolled/settings.ts';
import { type LessonStop, showing } from '../stops.ts';
import { LIVE_TABLE } from './figures/liveSettings.ts';

/** Enough to have left the random start behind; a second or two on any machine. */
const TRAINED = 200;

const live = (settings: Partial<UnrolledSettings>) => showing(LIVE_TABLE, settings);

/** Unit 1 holds its cell from step 3 on to the end of the sentence: forget gate 1, update gate 0. */
const KEPT = [2, 3, 4, 5, 6, 7].flatMap((step) => [
  [HOLD_LANES.indexOf('forget'), step, 0, 1],
  [HOLD_LANES.indexOf('update'), step, 0, 0],
]);

/** Ten minutes in front of a class: the gates one by one, on a network that learns while it is explained. */
export const stops: readonly LessonStop[] = [
  {
    id: 'learning',
    at: 'live',
    minutes: 1,
    title: { en: 'A network that is learning right now', zh: '一个正在学习的网络' },
    notes: {
      en: `This is no film: an LSTM with 8 units is reading Moby-Dick in this browser, and every number is what it has just computed. The loss at the top right is falling.

Show how to read it. One column is one word, from left to right. One row is one kind of value. Blue is positive, orange negative, on a fixed scale from −1 to 1. The outline says what kind of value it is.

Ask: the sentence goes on “… was white”. Who was white, the whale or the captains? Which word does the network have to remember to write “was”, and how many words ago was it?`,
      zh: `这不是动画：一个有 8 个单元的 LSTM 正在这个浏览器里读《白鲸》，每一个数都是它刚刚算出来的。右上角的损失正在下降。

先教大家看图。一列是一个词，从左到右；一行是一种值。蓝色为正，橙色为负，刻度固定在 −1 到 1；边框的颜色说明它是哪一种值。

提问：这句话最后是“… was white”（是白色的）。谁是白色的，鲸还是船长们？要写出单数的 was，网络必须记住哪个词，这个词在多少步之前？`,
    },
  },
  {
    id: 'forget-gate',
    at: 'live',
    state: live({ trained: TRAINED, walking: true, at: 3, lane: 'forget', unit: 1 }),
    minutes: 1.5,
    title: { en: 'The forget gate: how much of the old stays', zh: '遗忘门：旧的留下多少' },
    notes: {
      en: `Training rests now, so that the numbers hold still. We stand at the third word, “which”; what comes later is not computed yet.

Read the panel aloud, from the top: each hidden unit of the step before, times its weight; the word’s own weight; the bias. Their sum is z, and the sigmoid squeezes z between 0 and 1.

1 would keep everything, 0 would erase it. “Keep gate” would have been the better name. Is it nearer to 1 here? It should be: its bias started at 1 on purpose.

Press PgDn when they can read the panel by themselves.`,
      zh: `训练现在停下来了，数字不再变动。我们站在第三个词“which”上，后面的还没有算。

从上往下念右边的算式：上一步的每个隐藏单元乘以它的权重，这个词自己的权重，再加偏置。加起来是 z，sigmoid 把 z 压到 0 与 1 之间。

取 1 是全部留下，取 0 是全部抹去，其实叫“保留门”更贴切。这里是不是更接近 1？应该是的：它的偏置特意从 1 开始。

等大家自己能读懂算式了，再按 PgDn。`,
    },
  },
  {
    id: 'write',
    at: 'live',
    state: live({ at: 3, lane: 'candidate' }),
    minutes: 1,
    title: { en: 'The candidate: what could be written', zh: '候选值：可以写入什么' },
    notes: {
      en: `Same vectors in, other weights, and tanh instead of the sigmoid: so the candidate lies between −1 and 1. It can push the cell up or down.

The update gate one row above says how much of it is written. Textbooks call that one the input gate.

Click the update gate to open its arithmetic; click back. The four boxes of a column are the same computation with four sets of weights.`,
      zh: `输入的两个向量相同，权重不同，而且用 tanh 代替 sigmoid，所以候选值在 −1 与 1 之间，既能把细胞往上推，也能往下拉。

上面一行的更新门决定写入多少。教科书称它为输入门。

点开更新门看它的算式，再点回来。一列里的这四个框是同一种计算，只是四组权重不同。`,
    },
  },
  {
    id: 'new-cell',
    at: 'live',
    state: live({ at: 3, lane: 'cell' }),
    minutes: 1,
    title: { en: 'The new cell: a product and a sum', zh: '新的细胞状态：相乘再相加' },
    notes: {
      en: `Here the two meet: forget gate times the old cell, plus update gate times the candidate. Let the class do this one with a calculator: the operands are on the screen, and so is the result.

Follow the thick line along the top. Nothing stands on it but × and +.

Take a second unit with the slider below, or from the keyboard. Every unit has gates of its own: one can keep the subject while its neighbour changes at every word.`,
      zh: `两者在这里汇合：遗忘门乘旧的细胞状态，加上更新门乘候选值。让学生用计算器算一遍，运算的数都在屏幕上，结果也在。

沿着最上面那条粗线看过去，上面只有 × 和 +。

用下面的滑块换一个单元。每个单元都有自己的门：一个可以一直记着主语，旁边的那个却每读一个词就变一次。`,
    },
  },
  {
    id: 'cell-line',
    at: 'cell-line',
    minutes: 0.5,
    title: { en: 'The whole idea in one line', zh: '全部的想法就在这一行' },
    notes: {
      en: `No matrix and no squashing function between the old cell and the new one. A multiplication by a gate, and an addition.

Four extremes, said aloud: (1, 0) keeps, (0, 1) replaces, (1, 1) adds up, so it can count, (0, 0) clears.

If somebody asks about 1 − Γ: that is the GRU. Here the two gates are independent.`,
      zh: `旧的细胞状态与新的之间，没有矩阵，也没有压缩函数，只有乘上一个门，再加上一项。

四种极端情形，念出来：(1, 0) 保持，(0, 1) 替换，(1, 1) 累加，因此可以计数，(0, 0) 清零。

如果有人问 1 − Γ：那是 GRU。这里的两个门互相独立。`,
    },
  },
  {
    id: 'show',
    at: 'live',
    state: live({ at: 3, lane: 'hidden' }),
    minutes: 1,
    title: { en: 'The output gate: how much is shown', zh: '输出门：让别人看到多少' },
    notes: {
      en: `The hidden state is what everybody else sees: the prediction, and the gates of the next word. The output gate decides how much of tanh(c) gets there.

So a cell may hold a fact for ten words without anybody hearing of it, and bring it out when the verb is due.

Notes often forget the tanh. Without it, the hidden state could grow as large as the cell.`,
      zh: `隐藏状态是其他各处看得到的东西：预测要用它，下一个词的各个门也要用它。输出门决定 tanh(c) 有多少能到那里。

所以一个细胞可以一连十个词都记着一件事，不让任何人知道，等动词该出现时再拿出来。

笔记里常常漏掉这个 tanh。没有它，隐藏状态会和细胞状态一样大。`,
    },
  },
  {
    id: 'keep',
    at: 'live',
    state: live({ holds: KEPT, at: 8, lane: 'cell' }),
    minutes: 1.5,
    title: { en: 'Hold the gates: a cell that keeps its value', zh: '按住两个门：细胞的值不再改变' },
    notes: {
      en: `I have taken hold of two gates of unit 1, from “which” to the end: forget gate at 1, update gate at 0. A small mark on the boxes says that they are held by hand.

Read the top row from “whale” on: the same number in every column, bit for bit. 1 × c + 0 × c̃ is c exactly.

A plain RNN has no setting of its weights that can do this. A trained LSTM only comes close, because a sigmoid reaches 0 and 1 only at infinity.

Let somebody choose a gate to release or to move: everything after it is computed anew at once.`,
      zh: `我按住了单元 1 的两个门，从“which”一直到句末：遗忘门为 1，更新门为 0。框上的小记号表示它们是手动固定的。

从“whale”起看最上面一行：每一列都是同一个数，一个比特也不差。1 × c + 0 × c̃ 正好等于 c。

普通的 RNN 无论怎样设置权重都做不到。训练好的 LSTM 也只能接近，因为 sigmoid 要到无穷远处才等于 0 或 1。

请一位同学选一个门放开或者挪动：它后面的一切马上重新计算。`,
    },
  },
  {
    id: 'gradients',
    at: 'live',
    state: live({ holds: [], at: 2, lane: 'cell', lossStep: 6, logScale: true, walking: false }),
    minutes: 1,
    title: { en: 'How far back does the error reach?', zh: '误差能传回多远？' },
    notes: {
      en: `The gates are free again. Look at the two rows of bars under the net: the error of one prediction, at “saw”, on its way back through the sentence. The scale is logarithmic: a straight slope means the same factor at every step.

Along the cell, that factor is the forget gate. Near 1, the error survives; the network can find out that “whale” mattered.

It is not the whole derivative. The lesson has all of it, with the finite differences beside it; the figure “One step backwards” stands behind the end of this talk if somebody asks.`,
      zh: `门又放开了。看网络下面的两行柱子：“saw”处的一个预测误差，正沿着句子往回走。刻度是对数的：笔直的斜坡就是每一步都乘同一个因子。

沿着细胞走，这个因子就是遗忘门。它接近 1，误差就能留存下来，网络才会发现“whale”是要紧的。

这还不是全部导数。课文里有完整的推导，旁边配着有限差分；如果有人问，“反向走一步”那幅图就在演示的末尾。`,
    },
  },
  {
    id: 'race',
    at: 'race',
    state: showing(RACE_TABLE, { delay: 40, forgetBias: 3 }),
    minutes: 1,
    title: { en: 'Does it help? Three cells, one memory', zh: '有用吗？三种细胞，同一个记忆任务' },
    notes: {
      en: `One of four letters, then 40 random digits, then: which letter was it? Guessing is right one time in four, the dashed line.

It started as it came on the screen; talk over it. As a rule LSTM and GRU have it within a few hundred steps, while the plain RNN is still guessing. Do not promise which of the two comes first: it depends on the seed.

If there is time: set the forget bias to 1 and run it again. Now the LSTM is left guessing too. The architecture alone does not remember; it has to start where remembering can be learnt.`,
      zh: `先给四个字母中的一个，再来 40 个随机数字，然后问：是哪个字母？瞎猜有四分之一的机会猜对，就是那条虚线。

它一出现在屏幕上就开始跑了，边跑边讲。一般来说，LSTM 和 GRU 几百步就学会了，普通的 RNN 还在猜。不要保证两者谁先到，这要看随机种子。

时间够的话，把遗忘门偏置改成 1 再跑一次：这回 LSTM 也只能猜。光有结构并不会记忆，它得从学得会记忆的地方出发。`,
    },
  },
  {
    id: 'question',
    at: 'forget-bias',
    minutes: 0.5,
    title: { en: 'Your turn: what is left after 20 steps?', zh: '轮到你们：20 步之后还剩多少？' },
    notes: {
      en: `Hands up for each answer before anybody clicks. Most rooms underestimate how fast 0.5 to the power of 20 vanishes.

The explanation opens with a running model: untrained networks, one dot for each unit, for several biases. This is why Keras starts the forget bias at 1, and why you should set it yourself in PyTorch.

The link of this page opens the talk at any stop; the lesson has the derivations and three more checkpoints.`,
      zh: `先举手表决每个答案，再点击。多数人会低估 0.5 的 20 次方消失得有多快。

答案揭晓后会出现一个正在运行的模型：未经训练的网络，每个单元一个点，各种偏置都有。这就是 Keras 让遗忘门偏置从 1 开始的原因，用 PyTorch 时要自己设置。

本页的链接可以直接打开任意一站；课文里有推导，还有另外三个检查点。`,
    },
  },
];
