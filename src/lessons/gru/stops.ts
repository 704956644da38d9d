import { HOLD_TABLE, type HoldBitSettings } from '../../instruments/hold-bit/settings.ts';
import type { UnrolledSettings } from '../../instruments/unrolled/settings.ts';
import { type LessonStop, showing } from '../stops.ts';
import { KEPT_TABLE } from './figures/keptSettings.ts';
import { LIVE_TABLE } from './figures/liveSettings.ts';

/** Enough to have left the random start behind; a second or two on any machine. */
const TRAINED = 200;
/** Steps of the first sequence, counted from 0: its second write, and what comes after. */
const SECOND_WRITE = 12;
const AFTER = Array.from({ length: 11 }, (_, i) => SECOND_WRITE + 1 + i);

const live = (settings: Partial<UnrolledSettings>) => showing(LIVE_TABLE, settings);
const held = (settings: Partial<HoldBitSettings>) => showing(HOLD_TABLE, settings);

/** Ten minutes in front of a class: one gate, then a bit that is held, then a hand on the gate. */
export const stops: readonly LessonStop[] = [
  {
    id: 'one-gate',
    at: 'live',
    state: live({ trained: TRAINED, walking: true, at: 3, lane: 'update' }),
    minutes: 1.5,
    title: { en: 'One gate for each unit', zh: '每个单元一个门' },
    notes: {
      en: `This is a simplified GRU with 8 units that has just read some Moby-Dick; training rests now. One column is a word, the line along the top is the state of one unit.

Read the panel aloud: every old unit times its weight, the word’s own weight, the bias; their sum goes through the sigmoid. The result says how much of this unit is rewritten at this word.

Ask: what would the plain RNN say here? It has no gate. It rewrites everything, always: as if this number were 1 everywhere.`,
      zh: `这是一个有 8 个单元的简化 GRU，刚读过一点《白鲸》；训练现在停着。一列是一个词，最上面那条线是一个单元的状态。

把右边的算式念出来：每个旧单元乘它的权重，这个词自己的权重，再加偏置；加起来的和经过 sigmoid。结果说的是：读到这个词时，这个单元要改写多少。

提问：普通 RNN 在这里会怎样？它没有门，总是全部改写，就好像这个数处处都是 1。`,
    },
  },
  {
    id: 'mixture',
    at: 'mixture',
    minutes: 1,
    title: { en: 'A mixture of new and old', zh: '新与旧的混合' },
    notes: {
      en: `The two shares add up to 1. Write much, keep little.

Say the extremes aloud: gate 0, the state is the old one, bit for bit. Gate 1, it is the candidate, and we have a plain RNN.

If somebody knows it the other way round: both exist, the lesson has a section on it. Γ writes, PyTorch’s z keeps.`,
      zh: `两个份额加起来是 1。写得多，就留得少。

把两个极端念出来：门为 0，状态就是旧的，一个比特也不差；门为 1，状态就是候选值，变回了普通 RNN。

如果有人记得的写法相反：两种都有，课文里专门有一节。Γ 写入，PyTorch 的 z 保留。`,
    },
  },
  {
    id: 'hold',
    at: 'hold-bit',
    state: held({ at: 20, lane: 'hidden', holds: [] }),
    minutes: 2,
    title: { en: 'Hold this bit', zh: '记住这一位' },
    notes: {
      en: `The task first: bits pass by, the round ones are to be written, the question at the end asks for the last one written.

The network has one unit. It starts to learn when it comes on the screen; press “From the start” to see it once more. Watch the green gate: a little open everywhere, then wide open at the writes and shut behind them. Nobody has told it what a write is.

Let the class choose: which bit shall I flip? Press it twice. Passing bits change nothing. Now flip the written one.`,
      zh: `先说任务：一位一位地经过，圆形的要写入，最后的问号问的是最近写入的那一位。

网络只有一个单元。它一出现在屏幕上就开始学；想再看一遍，按“从头再来”。盯住绿色的门：起初处处开着一条缝，后来遇到写入就大开，过后关上。没有谁告诉过它什么是写入。

让学生挑：翻转哪一位？点两次。路过的位翻了也没用。再翻转写入的那一位。`,
    },
  },
  {
    id: 'shut',
    at: 'hold-bit',
    state: held({ at: SECOND_WRITE + 1, lane: 'update', holds: [[SECOND_WRITE, 0, 0]] }),
    minutes: 1.5,
    title: { en: 'A hand on the gate: the bit does not get in', zh: '手扶着门：这一位进不去' },
    notes: {
      en: `I hold the gate at 0 at step 13, where a 0 is to be written. The small pin says so. Dashed is what the network did by itself.

Before I point at it: what will it answer now? The 1 of step 4. The zero was read, but it did not get in.

Both answers stand under the drawing, by itself and with my hand.`,
      zh: `第 13 步本该写入一个 0，我在这里把门固定在 0。小图钉表示这是手动的，虚线是网络自己的做法。

先不指出来，问大家：现在它会答什么？答的是第 4 步的 1。那个 0 读到了，但没有进去。

图下面写着两个答案：网络自己的，和我用手扶着门时的。`,
    },
  },
  {
    id: 'open',
    at: 'hold-bit',
    state: held({ at: 24, lane: 'hidden', holds: AFTER.map((step) => [step, 0, 1]) }),
    minutes: 1,
    title: { en: 'The gate wide open, and the bit is still there', zh: '门大开着，这一位却还在' },
    notes: {
      en: `Now the gate is held at 1 at every step after the last write. Ask for a show of hands: is the bit lost?

It is not. Look at the diamonds: the candidate repeats what the memory holds. With one bit there are two ways to remember, a gate that is shut and a candidate that says it again. For a number in between only the gate will do.

This is what such a figure is for: we would have guessed otherwise.`,
      zh: `现在，最后一次写入之后的每一步，门都固定在 1。请大家举手：这一位丢了吗？

没有丢。看那些菱形：候选值在重复记忆里的内容。记住一位有两种办法，一是关上门，一是让候选值再说一遍。要记住中间的数，就只有靠门。

这正是这幅图的用处：光凭猜，我们会猜错。`,
    },
  },
  {
    id: 'kept',
    at: 'kept',
    state: showing(KEPT_TABLE, { gate: 0.02, steps: 40, scale: 'linear' }),
    minutes: 1,
    title: { en: 'How long a value lasts', zh: '一个值能保持多久' },
    notes: {
      en: `The share that is left is a product, one factor a step. Drag the gate: at 0.5 it is gone after a handful of steps, at 0.02 a third is lost in 20.

The dashed line is the product of the trained network’s own gates.

The gradient along the state meets the same factors. A gate that remembers is a gate through which the network can learn to remember.`,
      zh: `剩下的份额是一个连乘积，每一步一个因子。拖动门：0.5 时几步就没了，0.02 时 20 步才丢三分之一。

虚线是训练出来的网络自己的门之积。

沿着状态传回的梯度遇到的也是这些因子。记得住的门，也就是能让网络学会记忆的门。`,
    },
  },
  {
    id: 'reset',
    at: 'live',
    state: live({ cell: 'gru', trained: TRAINED, walking: true, at: 3, lane: 'candidate' }),
    minutes: 1,
    title: { en: 'The full GRU: a second gate', zh: '完整的 GRU：第二个门' },
    notes: {
      en: `Here is the full unit, trained from the same seed. The new lane is the reset gate: how much of the old state the candidate gets to see.

It erases nothing. What is overwritten is still for the update gate to say.

In PyTorch the reset gate acts after the product with the matrix, in the papers before it: not the same function. The switch under the figure has both.`,
      zh: `这是完整的单元，从同一个种子训练出来。新的一行是重置门：候选值能看到旧状态的多少。

它什么也不抹掉。要不要覆盖，仍由更新门来定。

PyTorch 的重置门作用在与矩阵相乘之后，论文里是之前：这不是同一个函数。图下方的开关两种都有。`,
    },
  },
  {
    id: 'question',
    at: 'which-side',
    minutes: 1,
    title: { en: 'Your turn: which side is it on?', zh: '轮到你们：它在哪一边？' },
    notes: {
      en: `Vote before anybody clicks.

The rule to take home: set the gate to 1 in the equation in front of you and see what is left, the candidate or the old state. Do this before you copy anybody’s weights.`,
      zh: `先表决，再点击。

带回家的办法：在眼前的公式里令门等于 1，看剩下的是候选值还是旧状态。复制别人的权重之前，先这样看一看。`,
    },
  },
];
