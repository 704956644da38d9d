import { DISTANCE_TABLE, FLOW_TABLE } from '../../instruments/agreement/settings.ts';
import { CLIFF_TABLE } from '../../instruments/cliff/settings.ts';
import { LEAKY_TABLE } from '../../instruments/leaky/settings.ts';
import { SPECTRUM_TABLE } from '../../instruments/spectrum/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Twelve minutes in front of a class: the cat, the product, the wall, the longer reach, and the cat again. */
export const stops: readonly LessonStop[] = [
  {
    id: 'cat',
    at: 'flow',
    state: showing(FLOW_TABLE, { distance: 30, start: 'uniform', view: 'size' }),
    minutes: 2,
    title: { en: 'How much of the error reaches the cat?', zh: '误差有多少传得到猫？' },
    notes: {
      en: `Read the sentence aloud. Which word decides between was and were? How many words ago was it?

Three networks are learning this now. Left: the verb, where the error is made. Right: the subject. Every line of the grid is a thousand times less. Ask: what does a straight line on such an axis mean? Division by the same number at every step.

Watch the column “Right”. One of the three stays at 50 %. Which one, and why?`,
      zh: `把句子念一遍。was 还是 were，由哪个词决定？它在多少个词之前？

三个网络正在学这件事。左边是动词，误差在那里产生；右边是主语。每一条格线就少一千倍。提问：在这样的坐标轴上，一条直线是什么意思？每一步都除以同一个数。

看“答对”那一列。三个里有一个停在 50 %。是哪一个，为什么？`,
    },
  },
  {
    id: 'product',
    at: 'nine-tenths',
    minutes: 1,
    title: { en: 'Nine tenths, fifty times', zh: '十分之九，五十次' },
    notes: {
      en: `Let everybody write down a guess first. Most are far too high. Then compute it together.

Ask for 1.1 in its place.`,
      zh: `先让大家各写下一个猜测，多数人会猜得高得多。然后一起算。

再问：换成 1.1 呢？`,
    },
  },
  {
    id: 'linear',
    at: 'spectrum',
    state: showing(SPECTRUM_TABLE, { kind: 'orthogonal', activation: 'linear', radius: 0.9 }),
    minutes: 1.5,
    title: { en: 'Without tanh: eigenvalues decide', zh: '没有 tanh：特征值说了算' },
    notes: {
      en: `An orthogonal matrix times 0.9: all eigenvalues on one circle, and the gradient exactly on 0.9 to the power of k. Move the slider slowly through 1.

Then choose the sheared matrix at 0.9: all eigenvalues inside, and yet the line first rises. Eigenvalues speak of the long run.`,
      zh: `正交矩阵乘以 0.9：特征值都在一个圆上，梯度与 0.9 的 k 次方分毫不差。把滑块慢慢拖过 1。

再选剪切矩阵，0.9：特征值全在圆内，线却先往上走。特征值讲的只是走得很远以后的事。`,
    },
  },
  {
    id: 'tanh',
    at: 'spectrum',
    state: showing(SPECTRUM_TABLE, { kind: 'gaussian', activation: 'tanh', radius: 1.2 }),
    minutes: 1.5,
    title: { en: 'With tanh: above 1 is not enough', zh: '有 tanh：大于 1 还不够' },
    notes: {
      en: `The radius is 1.2, and the gradient vanishes all the same. Why? Read the average slope of tanh.

Let somebody find the radius at which the line is level. Then press “Another matrix”. The place has moved: it is no setting that one could choose once.`,
      zh: `谱半径是 1.2，梯度照样消失。为什么？看 tanh 的平均斜率。

请一位同学找到使线变平的谱半径，然后按“换一个矩阵”。位置变了：没有哪个值可以一劳永逸。`,
    },
  },
  {
    id: 'wall',
    at: 'cliff',
    state: showing(CLIFF_TABLE, { activation: 'tanh', at: 0 }),
    minutes: 2,
    title: { en: 'The wall', zh: '墙' },
    notes: {
      en: `One unit, two parameters, so the loss is a map. Both descents start at the same place. Press Play and say what you see: at first they are one; at the wall the plain one is thrown off the map.

Read the table: its gradient is now next to nothing. After the explosion, the vanishing.`,
      zh: `一个单元，两个参数，所以损失是一张地图。两次下降从同一处出发。按播放，边看边说：起初两者重合；到了墙那里，普通的那个被甩出了地图。

看表：它的梯度现在几乎为零。爆炸之后就是消失。`,
    },
  },
  {
    id: 'nan',
    at: 'cliff',
    state: showing(CLIFF_TABLE, { activation: 'linear', at: 0 }),
    minutes: 1,
    title: { en: 'How NaN comes about', zh: 'NaN 是怎么来的' },
    notes: {
      en: `Without tanh nothing is bounded. One update at a time, with the arrow: a gradient of more than a dozen digits, then a loss of infinity, then NaN. From here nothing comes back.

The clipped one: the same direction, at most length 1. It arrives.`,
      zh: `没有 tanh，什么都没有上限。用箭头一次一次地更新：先是十几位数的梯度，然后是无穷大的损失，然后是 NaN。从这里再也回不来。

裁剪的那一个：方向不变，长度至多为 1。它走到了。`,
    },
  },
  {
    id: 'reach',
    at: 'leaky',
    state: showing(LEAKY_TABLE, { alpha: 0.9, delay: 8 }),
    minutes: 1.5,
    title: { en: 'Leaks and long edges', zh: '泄漏与长连接' },
    notes: {
      en: `Pull α from 0 to 0.99. At 0 the leaky line is the plain one. It stays straight: still an exponential, with a longer breath.

Then the long edges: every d steps the line climbs back up. Ask what is wrong with a fixed α. It keeps the apples as long as the cat. The answer is a gate.`,
      zh: `把 α 从 0 拉到 0.99。取 0 时，泄漏的线就是普通的线。它始终是直的：仍是指数，只是衰减得慢一些。

再看长连接：每隔 d 步，线又爬上来。提问：固定的 α 有什么不好？苹果和猫记得一样久。答案就是门。`,
    },
  },
  {
    id: 'was-were',
    at: 'agreement',
    state: showing(DISTANCE_TABLE, { start: 'uniform', at: 20 }),
    minutes: 2,
    title: { en: 'Was or were: who gets how far?', zh: 'was 还是 were：谁能走多远？' },
    notes: {
      en: `The networks are trained while you talk, two at a time. Take bets: up to which distance will the plain RNN know its verbs?

When they are done, read both numbers of a lost one: they add up to 100 %. Then press “start: orthogonal”: the same cell, another start.`,
      zh: `你讲话的时候，网络正在训练，一次两个。请大家下注：普通 RNN 到多远还选得对动词？

训练完之后，看一个没学会的网络的两个数：加起来是 100 %。然后按“初值：正交”：同样的单元，换个起点。`,
    },
  },
];
