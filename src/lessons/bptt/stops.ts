import { CHECK_TABLE } from '../../instruments/bptt/check-settings.ts';
import { COST_TABLE } from '../../instruments/bptt/cost-settings.ts';
import { SUMS_TABLE } from '../../instruments/bptt/sums-settings.ts';
import { THROUGH_TABLE } from '../../instruments/bptt/through-settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Ten minutes in front of a class: one sentence forward and back, then the sum, the cut and the check. */
export const stops: readonly LessonStop[] = [
  {
    id: 'forward',
    at: 'through',
    state: showing(THROUGH_TABLE, { walking: true, node: 'loss', at: 4 }),
    minutes: 2,
    title: { en: 'Forward: a state and a loss at every step', zh: '往前走：每一步一个状态，一份损失' },
    notes: {
      en: `A network with six units has just learnt from Moby-Dick, in this browser. It reads “the white whale”, one character a step. We stand at the fourth.

The pills below are its hidden state. The box above is the loss of this step: minus the logarithm of the probability that the right next character got. Read the bars: what did it expect instead?

Press Play or step on with →. Ask: which of the steps so far is to blame for this loss?`,
      zh: `一个六个单元的网络，刚在这个浏览器里读过《白鲸》。它一步一个字符地读“the white whale”，现在站在第四步。

下面那一列是隐藏状态，上面的方框是这一步的损失：正确的下一个字符所得概率的负对数。看看柱图，它本来以为会是什么？

按播放，或者用 → 往前走。提问：这份损失，该怪到目前为止的哪一步？`,
    },
  },
  {
    id: 'backward',
    at: 'through',
    state: showing(THROUGH_TABLE, { walking: true, node: 'gradient', at: 12, unit: 1 }),
    minutes: 2,
    title: { en: 'Backward: two parts, added', zh: '往回走：两份相加' },
    notes: {
      en: `Now the error runs from right to left. Each gradient has two parts: one from the loss of its own step, one from the step after it.

Open the arithmetic below. Left table: weights of the read-out times ŷ minus y. Right table: what the next step was told, times the slope of its tanh, times the transposed matrix. Point at the two lit arrows: they are the two tables.

Step on, and let them say beforehand which arrows will light.`,
      zh: `现在误差从右往左走。每个梯度都由两份组成：一份来自这一步自己的损失，一份来自后一步。

看下面的算式。左表：输出层的权重乘以 ŷ 减 y。右表：后一步得知的梯度，乘上它 tanh 的斜率，再乘转置的矩阵。指一指亮起的两支箭头，它们就是这两张表。

继续往前走，让大家先说接下来会亮哪些箭头。`,
    },
  },
  {
    id: 'triangle',
    at: 'sums',
    state: showing(SUMS_TABLE, { kind: 'none', show: 'norm' }),
    minutes: 2,
    title: { en: 'One matrix, a triangle of terms', zh: '一个矩阵，三角形的项' },
    notes: {
      en: `A row is the loss of one step, a column the step where it is felt. The diagonal is strong; to the left it fades, by about the same ratio at every step. Ask why: it is a product, one more factor each time.

The bars below add up each column: what the use of the matrix at that step contributes to its gradient.`,
      zh: `一行是一步的损失，一列是它传到的那一步。对角线最强，往左越来越弱，每一步缩小的比例差不多。问问为什么：它是一个乘积，每走一步多一个因子。

下面的柱子是各列之和：矩阵在那一步的使用，给它的梯度贡献了多少。`,
    },
  },
  {
    id: 'cut',
    at: 'sums',
    state: showing(SUMS_TABLE, { kind: 'chunks', length: 4, show: 'norm' }),
    minutes: 1.5,
    title: { en: 'Cut it: a band, or blocks', zh: '截断：一条带，或者一个个方块' },
    notes: {
      en: `This is what a training loop does: pieces of four steps, the state goes on, the gradient does not. Switch to window: a band. Which of the two keeps more? Read the cosine and the difference.

Ask: which losses suffer most from chunks? Those at the beginning of a piece.`,
      zh: `训练循环就是这么做的：每段四步，状态带走，梯度不带。换成滑动窗口，就成了一条带。哪一种留下的多？看看余弦和差。

提问：分段时哪些损失最吃亏？每段开头的那些。`,
    },
  },
  {
    id: 'check',
    at: 'check',
    state: showing(CHECK_TABLE, { logH: -1 }),
    minutes: 1.5,
    title: { en: 'Do not believe it: check it', zh: '不要轻信，去检验' },
    notes: {
      en: `One weight, moved up and down by h, two forward passes. Slide h from right to left. First every step buys two digits for one; then the curve turns round, because the two losses agree in nearly all their digits.

Switch a truncation on: the curve is flat. No h can mend missing terms.`,
      zh: `一个权重，上下各挪 h，做两遍前向传播。把 h 从右往左拖：起初 h 每小十倍，误差小一百倍；然后曲线掉头，因为两个损失的数字几乎全都一样了。

打开截断：曲线是平的。缺了的项，什么 h 都补不回来。`,
    },
  },
  {
    id: 'price',
    at: 'cost',
    state: showing(COST_TABLE, { window: 7 }),
    minutes: 2,
    title: { en: 'One step short', zh: '只差一步' },
    notes: {
      en: `Both networks see the same letters. One sends its error back eight steps, to the letter; the other seven. The second one never learns. Set k to 8 and let it train again.

Then set the scale of W to 1, k to 3: it may learn after all. The untrained state echoes its inputs. Truncation limits what can be blamed, not what can be seen.`,
      zh: `两个网络看到的字母一样。一个把误差往回传八步，传得到那个字母；另一个只传七步，永远学不会。把 k 设为 8，再训练一次。

然后把 W 的缩放设为 1，k 设为 3：也许又学会了。没训练过的状态会回响它的输入。截断限制的是能追责到哪里，不是能看到多远。`,
    },
  },
];
