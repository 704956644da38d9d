import { type LessonStop, showing } from '../../instruments/link/stops.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import { type HoldRule, LAST_STEP, writeRule } from './holds/holds.ts';
import { GATE_TABLE, type GateSettings } from './state/settings.ts';

const at = 'gate';
const show = (settings: Partial<GateSettings>) => showing(GATE_TABLE, settings);

/** A lane of the first chain, all its units, from a step (counted from 1) to the end. */
const held = (role: LaneRole, value: number, from = 1): HoldRule => ({
  layer: 0,
  direction: 0,
  role,
  from: from - 1,
  to: LAST_STEP,
  unit: null,
  value,
});
const holding = (...rules: readonly HoldRule[]) => rules.map(writeRule);

/** A demonstration before a class: what each gate does when a hand is on it. */
export const stops: readonly LessonStop[] = [
  {
    id: 'all-open',
    at,
    state: show({
      cell: 'lstm',
      sentence: 'the cat',
      holds: [],
      bars: false,
      panel: 'holds',
      lane: 'forget',
      at: 3,
    }),
    minutes: 2,
    title: { en: 'An LSTM with every gate open', zh: '每个门都打开的 LSTM' },
    notes: {
      en: 'Nothing is trained yet: the weights come from a seed. Click any box and its arithmetic stands beside it. The forget gate is near 0.7 because its bias starts at 1.\n\nWalk through two steps, gate by gate.',
      zh: '还没有训练，权重由种子随机生成。点任意一格，旁边就是它的算式。遗忘门约为 0.7，因为它的偏置从 1 开始。\n\n一个门一个门地走两步。',
    },
  },
  {
    id: 'forget-at-0',
    at,
    state: show({ holds: holding(held('forget', 0)), lane: 'cell', at: 5 }),
    minutes: 2,
    title: { en: 'Forget gate at 0: no past', zh: '遗忘门固定为 0：没有过去' },
    notes: {
      en: 'The cell is now only what the update gate writes at this step. Open two cells and compare the two products: the first one is 0.\n\nAsk: is the network without any memory? No: a⟨t−1⟩ still goes into every gate.',
      zh: '现在细胞只剩更新门在这一步写入的内容。打开两个细胞，比较两项乘积：第一项是 0。\n\n问：网络完全没有记忆了吗？不是，a⟨t−1⟩ 仍然进入每个门。',
    },
  },
  {
    id: 'keep',
    at,
    state: show({ holds: holding(held('forget', 1), held('update', 0, 4)), lane: 'cell', at: 6 }),
    minutes: 2,
    title: {
      en: 'Forget at 1, update at 0: what was written stays',
      zh: '遗忘门为 1，更新门为 0：写下的留着',
    },
    notes: {
      en: 'From step 4 on nothing is written and nothing is lost: c is the same number to the end, in every unit. Release the update gate to see it disturbed again.',
      zh: '从第 4 步起，不再写入，也不再丢失：每个单元的 c 直到最后都是同一个数。放开更新门，就能看到它重新被改动。',
    },
  },
  {
    id: 'way-back',
    at,
    state: show({ bars: true, logScale: true, of: 'step', ofStep: 0, at: 6 }),
    minutes: 3,
    title: { en: 'The way back is open too', zh: '回去的路也是通的' },
    notes: {
      en: 'L is the loss of the last asked step. On the logarithmic axis ∂L/∂c is nearly level from step 4 on: every factor Γ_f is 1. What changes it a little goes through a and the other gates.\n\nCompare with the forget gate at 0.5: each step halves it.',
      zh: 'L 是最后一个有答案的步的损失。在对数轴上，∂L/∂c 从第 4 步起几乎是平的，因为每个因子 Γ_f 都是 1。细小的变化来自 a 和其他门。\n\n把遗忘门改成 0.5 再比：每一步减半。',
    },
  },
  {
    id: 'update-gate',
    at,
    state: show({
      cell: 'gru',
      holds: holding(held('update', 0, 4)),
      bars: false,
      logScale: false,
      panel: 'holds',
      of: 'loss',
      lane: 'hidden',
      at: 6,
    }),
    minutes: 2,
    title: { en: 'GRU: hold the update gate', zh: 'GRU：固定更新门' },
    notes: {
      en: 'One gate does both: at 0 the old state passes unchanged, at 1 the candidate replaces it. Drag the rule’s slider from 0 to 1 while the class watches the row of a.',
      zh: '一个门管两件事：为 0 时旧状态原样通过，为 1 时由候选值取代。把滑块从 0 拖到 1，让全班看 a 那一行。',
    },
  },
  {
    id: 'by-hand',
    at,
    state: show({ cell: 'rnn', holds: [], panel: 'weights', lane: 'hidden', at: 3 }),
    minutes: 3,
    title: { en: 'Weights by hand', zh: '手动改权重' },
    notes: {
      en: 'A plain RNN. Set W_a to 0: each state knows only its own input. Set it to the identity: inputs add up. Multiply by 3: everything saturates. The check below compares backpropagation with a finite difference for the chosen weight.',
      zh: '普通 RNN。把 W_a 设为 0：每个状态只知道当前输入。设为单位矩阵：输入累加起来。乘以 3：全部饱和。下面比较所选权重的反向传播与有限差分。',
    },
  },
  {
    id: 'both-ways',
    at,
    state: show({
      cell: 'lstm',
      layers: 2,
      directions: 'concat',
      sentence: 'a cat',
      opened: false,
      panel: 'holds',
      layer: 1,
      direction: 'backward',
      at: 4,
    }),
    minutes: 2,
    title: { en: 'Two layers, both ways', zh: '两层，双向' },
    notes: {
      en: 'Each layer has a chain that starts at the end. Open it to its gates: the columns stand in the order in which it computes. Hold a gate of one chain only, and see which tiles change.',
      zh: '每层都有一条从末尾开始的链。打开它看门：各列按计算的先后排列。只固定其中一条链的某个门，看哪些格子变了。',
    },
  },
  {
    id: 'train-live',
    at,
    state: show({
      cell: 'gru',
      layers: 1,
      directions: 'forward',
      direction: 'forward',
      input: 'task',
      task: 'hold-bit',
      hidden: 4,
      panel: 'training',
      allUnits: true,
      pace: '10',
    }),
    minutes: 4,
    title: { en: 'Train it before the class', zh: '当堂训练' },
    notes: {
      en: 'The task: name the bit that was written, at the question mark. Press “Train from here”. Ten steps a second let the class follow; switch to full speed when it has seen enough. Then ask for another example, and find the unit whose update gate opens at “write”.',
      zh: '任务：在问号处说出写入的那一位。按“从这里开始训练”。每秒 10 步，全班跟得上；看够了就换成全速。然后换一个例子，找出在“write”处打开更新门的单元。',
    },
  },
];
