import type { Catalogue } from '../catalogue.ts';

const en = {
  'depth.title': 'Where the error of the last answer reaches',
  'depth.cell': 'Cell',
  'depth.layers': 'Layers L',
  'depth.steps': 'Steps T',
  'depth.skips': 'Skip connections',
  'depth.seed': 'Other networks',
  'depth.train': 'Train both',
  'depth.training': 'Training: step {step} of {steps}',
  'depth.untrained': 'Back to before training',
  'depth.before':
    'Before training: the middle one of {count} networks with random weights, from seed {seed} on, cell by cell.',
  'depth.after': 'After {step} steps of training, seed {seed}: this network’s own numbers.',
  'depth.figure':
    '{layers} layers over {steps} steps, {skips, select, yes {with} other {without}} skip connections',
  'depth.tile': 'Layer {layer}, t={step}: size of the gradient {value}',
  'depth.here':
    'At layer {layer}, t={step}: {plain} without skip connections, {skipping} with them: {ratio} times as much.',
  'depth.path':
    'From the first symbol to the answer (lit: the shortest way): {same, select, yes {{shortest} maps with weights, whichever way it goes} other {at least {shortest} and at most {longest} maps with weights}}.',
  'depth.scale':
    'The bluer, the larger, on a logarithmic scale from {low} (and below) to {high} (and above).',
  'depth.chart': 'Share of right answers while both train',
  'depth.plain': 'without',
  'depth.skipping': 'with skips',
  'depth.step-axis': 'optimiser step',
  'depth.chance': 'guessing',
  'depth.table': 'Size of the gradient in every cell, without and with skip connections',
  'depth.head-layer': 'Layer',
  'depth.head-step': 't',
  'depth.head-plain': 'Without skips',
  'depth.head-skipping': 'With skips',
  'depth.parameters': '{count, number} parameters, with skip connections or without.',
  'depth.symbol': 'letter',
  'depth.noise': 'digit',
} as const;

const zh: Record<keyof typeof en, string> = {
  'depth.title': '最后一个答案的误差能传到哪里',
  'depth.cell': '单元',
  'depth.layers': '层数 L',
  'depth.steps': '时间步 T',
  'depth.skips': '跳跃连接',
  'depth.seed': '换一批网络',
  'depth.train': '训练这两个网络',
  'depth.training': '训练中：第 {step} 步，共 {steps} 步',
  'depth.untrained': '回到训练之前',
  'depth.before': '训练之前：从种子 {seed} 起的 {count} 个随机网络，每一格取中间的那个值。',
  'depth.after': '训练 {step} 步之后，种子 {seed}：这个网络自己的数值。',
  'depth.figure': '{layers} 层，{steps} 个时间步，{skips, select, yes {有} other {没有}}跳跃连接',
  'depth.tile': '第 {layer} 层，t={step}：梯度大小 {value}',
  'depth.here':
    '第 {layer} 层，t={step}：没有跳跃连接时为 {plain}，有跳跃连接时为 {skipping}，是前者的 {ratio} 倍。',
  'depth.path':
    '从第一个符号到答案（图中标出最短的路）：{same, select, yes {不论怎么走，都经过 {shortest} 个带权重的映射} other {至少经过 {shortest} 个带权重的映射，至多 {longest} 个}}。',
  'depth.scale': '颜色越蓝，梯度越大；对数刻度，从 {low}（及以下）到 {high}（及以上）。',
  'depth.chart': '两个网络训练时答对的比例',
  'depth.plain': '没有',
  'depth.skipping': '有跳跃连接',
  'depth.step-axis': '优化步数',
  'depth.chance': '瞎猜',
  'depth.table': '每一格的梯度大小，没有与有跳跃连接',
  'depth.head-layer': '层',
  'depth.head-step': 't',
  'depth.head-plain': '没有跳跃连接',
  'depth.head-skipping': '有跳跃连接',
  'depth.parameters': '{count, number} 个参数，有没有跳跃连接都一样。',
  'depth.symbol': '字母',
  'depth.noise': '数字',
};

/** Gradients over layers and time. */
export const depthMessages: Catalogue<keyof typeof en> = { en, zh };
