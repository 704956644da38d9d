import type { Catalogue } from '../catalogue.ts';

const en = {
  'projection.bar': 'Run of the map',
  'projection.play': 'Run',
  'projection.pause': 'Pause',
  'projection.go-on': 'Go on',
  'projection.step': '+1 iteration',
  'projection.step-label': 'Do one iteration',
  'projection.perturb': 'Shake',
  'projection.perturb-label': 'Move every point a little at random',
  'projection.restart': 'Start over from the seed',
  'projection.seed': 'Seed',
  'projection.waiting': 'Begins when it comes into view.',
  'projection.neighbours': 'Looking for neighbours … {share}',
  'projection.affinities': 'Turning distances into probabilities …',
  'projection.failed': 'Stopped',
  'projection.idle': 'Waiting for points …',
  'projection.static': '{count, plural, one {# point} other {# points}}, computed in one go',
  'projection.iteration': 'iteration {iteration, number}',
  'projection.divergence': 'KL {value}',
  'projection.rate': '{rate} it/s',
  'projection.paused': 'paused',
  'projection.done': 'done',
  'projection.curve': 'KL divergence by iteration',
  'projection.curve-name': 'KL(P‖Q), nats, by iteration',
  'projection.curve-x': 'iteration',
  'projection.curve-line': 'KL',
  'projection.curve-none': 'No value yet.',
  'projection.curve-read': 'Iteration {iteration, number}: KL(P‖Q) = {value} nats',

  'projection.why-exact': 'Repulsion is summed over all pairs.',
  'projection.why-grid':
    'Repulsion is interpolated on a grid, by fast Fourier transforms (Linderman et al. 2019).',
  'projection.why-js': 'This method has no faster program than plain JavaScript.',

  'projection.notice-perplexity-clamped':
    'A perplexity of {from, number} asks for more neighbours than there are points. With these points it can be {to, number, ::.##} at most, a third of the others, and that is used.',
  'projection.notice-perplexity-raised': 'A perplexity below 1 has no meaning; 1 is used.',
  'projection.notice-neighbours-clamped':
    '{from, number} neighbours were asked for; with these points {to, number} are used.',
  'projection.notice-exaggeration-cut':
    'An early exaggeration of {from, number} would draw these points together into a single one before they part. {to, number, ::.#} is used.',
  'projection.notice-components-clamped':
    'These points have {to, plural, one {one principal component} other {# principal components}}. The map shows the first ones; an axis that is not there stays at 0.',
  'projection.notice-approximate':
    'Neighbours were looked for approximately: all of them among {from, number} points would take long. A few may have been missed.',
  'projection.notice-tier-left':
    '{detail, select, webgpu {WebGPU} wasm {WASM} other {The worker}} stopped at iteration {from, number}. The map goes on from there.',
  'projection.notice-duplicates':
    '{count, plural, one {One point has} other {# points have}} exactly the vector of another; on the map they lie close together or on one spot.',
  'projection.notice-rows-left-out':
    '{count, plural, one {One vector is} other {# vectors are}} left out: a number in them is missing, infinite or not a number.',

  'projection.failure-too-few-points':
    '{points, plural, =0 {There are no points} one {There is only one point} other {There are only # points}}; such a map needs at least {least}. Add some.',
  'projection.failure-not-finite':
    'At iteration {iteration, number} a place became infinite, so the map cannot go on. A smaller learning rate or another seed helps.',
  'projection.failure-memory':
    'There is not enough memory for {points, plural, one {# point} other {# points}}. Take fewer.',
  'projection.failure-stopped': 'The computation stopped: {detail}.',
  'projection.again': 'Try again',
};

const zh: Record<keyof typeof en, string> = {
  'projection.bar': '降维图的运行',
  'projection.play': '运行',
  'projection.pause': '暂停',
  'projection.go-on': '继续',
  'projection.step': '+1 次迭代',
  'projection.step-label': '只做一次迭代',
  'projection.perturb': '摇一摇',
  'projection.perturb-label': '随机轻推每一个点',
  'projection.restart': '从随机种子重新开始',
  'projection.seed': '随机种子',
  'projection.waiting': '进入视野后开始。',
  'projection.neighbours': '正在寻找近邻…… {share}',
  'projection.affinities': '正在把距离换算成概率……',
  'projection.failed': '已停止',
  'projection.idle': '等待数据点……',
  'projection.static': '{count, number} 个点，一次算出',
  'projection.iteration': '第 {iteration, number} 次迭代',
  'projection.divergence': 'KL {value}',
  'projection.rate': '每秒 {rate} 次',
  'projection.paused': '已暂停',
  'projection.done': '已完成',
  'projection.curve': 'KL 散度随迭代的变化',
  'projection.curve-name': 'KL(P‖Q) 随迭代的变化，单位奈特',
  'projection.curve-x': '迭代次数',
  'projection.curve-line': 'KL',
  'projection.curve-none': '还没有数值。',
  'projection.curve-read': '第 {iteration, number} 次迭代：KL(P‖Q) = {value} 奈特',

  'projection.why-exact': '斥力对所有点对逐一求和。',
  'projection.why-grid': '斥力在网格上插值，用快速傅里叶变换求和（Linderman 等，2019）。',
  'projection.why-js': '这种方法没有比普通 JavaScript 更快的程序。',

  'projection.notice-perplexity-clamped':
    '困惑度 {from, number} 需要的近邻比现有的点还多。按现在的点数，困惑度最大为 {to, number, ::.##}，即其余点数的三分之一，因此改用这个值。',
  'projection.notice-perplexity-raised': '困惑度小于 1 没有意义，改用 1。',
  'projection.notice-neighbours-clamped': '要求 {from, number} 个近邻，按现在的点数改用 {to, number} 个。',
  'projection.notice-exaggeration-cut':
    '早期夸大取 {from, number} 会先把这些点全部拉成一个点，因此改用 {to, number, ::.#}。',
  'projection.notice-components-clamped':
    '这些点只有 {to, number} 个主成分。图上显示最前面的几个，不存在的坐标轴一律为 0。',
  'projection.notice-approximate':
    '近邻是近似搜索得到的：在 {from, number} 个点里逐一比较太慢，因此可能漏掉少数几个。',
  'projection.notice-tier-left':
    '{detail, select, webgpu {WebGPU} wasm {WASM} other {后台线程}} 在第 {from, number} 次迭代时停止了，图从那里继续。',
  'projection.notice-duplicates': '有 {count, number} 个点与别的点向量完全相同，在图上会挤在一处。',
  'projection.notice-rows-left-out': '略去了 {count, number} 个向量：其中有缺失、无穷大或不是数的分量。',

  'projection.failure-too-few-points':
    '{points, plural, =0 {一个点也没有} other {只有 # 个点}}，这种图至少需要 {least} 个。请再添加一些。',
  'projection.failure-not-finite':
    '在第 {iteration, number} 次迭代时，有一个点的坐标变成了无穷大，无法继续。请把学习率调小，或换一个随机种子。',
  'projection.failure-memory': '内存装不下 {points, number} 个点，请减少一些。',
  'projection.failure-stopped': '计算停止了：{detail}。',
  'projection.again': '再试一次',
};

/** What every figure on a map in the making says. */
export const projectionMessages = { en, zh } satisfies Catalogue;
