import { DEPTH_TABLE, type DepthSettings } from '../../instruments/depth/settings.ts';
import { DESIGN_TABLE, type DesignSettings } from '../../instruments/designs/settings.ts';
import type { UnrolledSettings } from '../../instruments/unrolled/settings.ts';
import { type LessonStop, showing } from '../stops.ts';
import { LIVE_TABLE } from './figures/liveSettings.ts';

/** Enough to have left the random start behind; a second or two on any machine. */
const TRAINED = 200;

const live = (settings: Partial<UnrolledSettings>) => showing(LIVE_TABLE, settings);
const designs = (settings: Partial<DesignSettings>) => showing(DESIGN_TABLE, settings);
const depth = (settings: Partial<DepthSettings>) => showing(DEPTH_TABLE, settings);

/** A quarter of an hour in front of a class: a stack, who waits for whom, where else depth can go, and what it does to gradients. */
export const stops: readonly LessonStop[] = [
  {
    id: 'stack',
    at: 'live',
    minutes: 1,
    title: { en: 'Three layers, reading Moby-Dick', zh: '三层网络，正在读《白鲸》' },
    notes: {
      en: `Three plain recurrent layers are being trained in this browser. One column is one word, one row is one layer. A tile is a whole hidden vector, one band for each unit, blue positive, orange negative.

Ask: how deep is this network? Along the sentence, and in a single column. Unrolled in time it was deep all along; this lesson is about the other direction.`,
      zh: `三个普通的循环层正在这个浏览器里训练。一列是一个词，一行是一层。一块方格是一整个隐藏向量，每个单元一条，蓝色为正，橙色为负。

提问：这个网络有多深？沿着句子看有多深，只看一列又有多深？沿时间展开，它本来就深；这一课讲的是另一个方向。`,
    },
  },
  {
    id: 'two-arrows',
    at: 'live',
    state: live({ trained: TRAINED, layer: 2, at: 3, lane: 'hidden', unit: 1 }),
    minutes: 1.5,
    title: { en: 'Two arrows into every tile', zh: '每一块都有两个箭头通进来' },
    notes: {
      en: `Training rests now. This is layer 2 at “which”. Read the panel: terms marked [1] come from the layer below at the same step, terms marked [2] from layer 2 itself, one step earlier.

Click a tile of layer 1: there the word stands where the lower layer stood. That is the whole difference between the first layer and the others.`,
      zh: `训练停下来了。这是第 2 层在“which”这一步。念右边的算式：标着 [1] 的项来自下面一层的同一步，标着 [2] 的项来自第 2 层自己的上一步。

点一下第 1 层的一块：原来是下面一层的地方，现在是词。第一层与其他层的差别就只有这一点。`,
    },
  },
  {
    id: 'stack-step',
    at: 'stack-step',
    minutes: 0.5,
    title: { en: 'The step of a layer', zh: '一层的一步' },
    notes: {
      en: `The same step as in a single layer. Only the input has changed: not the word, but the state of the layer below. Square brackets count layers, angle brackets count time.`,
      zh: `与单层网络的一步相同，变的只有输入：不是词，而是下面一层的状态。方括号数层，尖括号数时间。`,
    },
  },
  {
    id: 'wave',
    at: 'live',
    state: live({ walking: true, order: 'wavefront', layer: 1, at: 1 }),
    minutes: 1.5,
    title: { en: 'Who can be computed at once?', zh: '谁和谁可以同时计算？' },
    notes: {
      en: `Only the first cell is computed. Ask which ones can be next, before each step forward. The small numbers say in which round a cell is due.

From the third round on, three cells are computed together: a diagonal that moves through the grid. So a sentence of T words takes T + L − 1 rounds and not L times T, if there is hardware for it.

Switch to layer by layer if somebody asks how libraries do it.`,
      zh: `现在只算好了第一格。每往前走一步之前，先问：下一轮可以算哪几格？小数字表示一格在第几轮计算。

从第三轮起，三格一起算：一条对角线穿过网格。所以只要硬件允许，T 个词只要 T + L − 1 轮，而不是 L 乘 T 轮。

如果有人问程序库怎么做，就切换到“逐层”。`,
    },
  },
  {
    id: 'deep-transition',
    at: 'designs',
    state: designs({ design: 'transition', extra: 2, steps: 4, way: 'longest' }),
    minutes: 1.5,
    title: { en: 'Depth in the loop', zh: '把深度放进循环' },
    notes: {
      en: `Another place for two more layers: between one state and the next. Count the maps on the lit way together, then compare with the table.

Every step has become three maps long. Over a hundred words that is three hundred factors for a gradient instead of a hundred.`,
      zh: `再加两层，还可以放在另一个地方：一个状态与下一个状态之间。一起数一数标出的路上有几个映射，再和表里的数对照。

每一步都成了三个映射那么长。读一百个词，梯度要乘的因子就从一百个变成三百个。`,
    },
  },
  {
    id: 'stacked',
    at: 'designs',
    state: designs({ design: 'stacked' }),
    minutes: 1,
    title: { en: 'Depth in a stack', zh: '堆叠起来' },
    notes: {
      en: `As many layers, and from state to state it is one map again. Take the other designs by clicking their names in the table; ask for each where its way is longer.

What the stack pays with: a high layer hears of the past only through states.`,
      zh: `层数一样，状态到状态却又只隔一个映射。点表里的名称，看看其他设计，逐个问：路长在哪里？

堆叠的代价是：高层只能通过各层的状态了解过去。`,
    },
  },
  {
    id: 'starving',
    at: 'depth',
    state: depth({ cell: 'lstm', layers: 6, steps: 8, skips: false, layer: 1, at: 8 }),
    minutes: 1.5,
    title: { en: 'What arrives at the bottom', zh: '最下面一层收到多少' },
    notes: {
      en: `Six LSTM layers, untrained. The error of the one answer, top right, spreads to every cell; the number is the size of the gradient that arrives, on a logarithmic scale.

Follow the last column downwards and let the class estimate the factor from layer to layer. Then follow the top row to the left: time costs less than depth here.`,
      zh: `六层 LSTM，还没有训练。右上角那一个答案的误差传到每一格；格里的数是收到的梯度大小，颜色按对数刻度。

沿最后一列往下看，请大家估计每下一层乘上多大的因子。再沿最上面一行往左看：在这里，时间的代价比深度小。`,
    },
  },
  {
    id: 'skips',
    at: 'depth',
    state: depth({ skips: true }),
    minutes: 2,
    title: { en: 'The same with skip connections', zh: '加上跳跃连接' },
    notes: {
      en: `A sum hands its gradient down unchanged. The lowest row is no longer pale, and not one parameter was added: the line under the grid says so.

Press Train both, and switch the skip connections off and on while the two curves grow. If this pair does not show a difference, take other networks: it is a matter of chance, and it is honest to show that.`,
      zh: `和的梯度会原样往下交。最下面一行不再苍白，而参数一个也没有多：网格下面的那行字写着。

按“训练这两个网络”，在两条曲线上升的时候把跳跃连接开开关关。如果这一对看不出差别，就换一批网络：这里有运气的成分，如实展示就好。`,
    },
  },
  {
    id: 'no-tonic',
    at: 'depth',
    state: depth({ cell: 'rnn', skips: true, layer: 6, at: 1 }),
    minutes: 1,
    title: { en: 'No tonic for everything', zh: '不是包治百病' },
    notes: {
      en: `Plain cells now, untrained. Look at the top row with skip connections, then switch them off: without them more arrives at the first step.

The sums of several layers are large numbers, and where tanh is fed large numbers it is flat.`,
      zh: `换成普通的循环层，未经训练。先看有跳跃连接时最上面一行，再把它关掉：没有它，第一步收到的反而更多。

好几层加起来的数很大，而 tanh 在输入很大的地方是平的。`,
    },
  },
  {
    id: 'question',
    at: 'way-back',
    minutes: 1,
    title: { en: 'Your turn: how long is the way back?', zh: '轮到你们：回去的路有多长？' },
    notes: {
      en: `Let them work it out in pairs: two added layers in the transition, a hundred words. Whoever is stuck may go back to the designs and watch the table while T grows.`,
      zh: `请大家两人一组算一算：转移里加两层，读一百个词。卡住的可以回到那幅设计图，看 T 变大时表里的数怎样变。`,
    },
  },
];
