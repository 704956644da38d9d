import type { Catalogue } from '../catalogue.ts';

const en = {
  'backward.stepper': 'Steps of the backward pass',
  'backward.previous': 'Previous equation',
  'backward.next': 'Next equation',
  'backward.equations': 'Equations, in the order of the backward pass',
  'backward.equation-number': 'Equation {at} of {count}',
  'backward.given-title': 'Given: change any of these',
  'backward.given-note':
    'y is what the hidden state should have been, and δ is what the next step sent back along the cell. The loss of this step is L = ½ Σ ({hidden} − y)² + Σ δc. Weights are drawn from the seed and rounded to two decimals; the forget gate’s bias is 1.',
  'backward.forward-title': 'Forward pass',
  'backward.loss': 'Loss L',
  'backward.quantity': 'Derivative',
  'backward.arithmetic': 'Arithmetic',
  'backward.analytic': 'Backward pass',
  'backward.numeric': 'Finite difference',
  'backward.difference': 'Relative difference',
  'backward.gate': 'Gate',
  'backward.graph': 'One LSTM step as a graph; the thick lines are the way back that equation {at} takes',
  'backward.worst':
    'Largest relative difference among all {count} numbers of this backward pass: {difference}.',
  'backward.reset-edits': 'Start again',
  'backward.table': 'Derivatives of this equation',
  'backward.keys': 'Keys: ↑ ↓ or ← → one equation, Home and End the first and the last, Space plays.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'backward.stepper': '反向传播的步骤',
  'backward.previous': '上一个公式',
  'backward.next': '下一个公式',
  'backward.equations': '各个公式，按反向传播的顺序',
  'backward.equation-number': '第 {at} 个公式，共 {count} 个',
  'backward.given-title': '给定：这些数都可以改',
  'backward.given-note':
    'y 是隐藏状态本该有的值，δ 是下一步沿着细胞送回来的梯度。这一步的损失是 L = ½ Σ ({hidden} − y)² + Σ δc。权重由种子抽取，四舍五入到两位小数；遗忘门的偏置是 1。',
  'backward.forward-title': '前向传播',
  'backward.loss': '损失 L',
  'backward.quantity': '导数',
  'backward.arithmetic': '算式',
  'backward.analytic': '反向传播',
  'backward.numeric': '有限差分',
  'backward.difference': '相对误差',
  'backward.gate': '门',
  'backward.graph': 'LSTM 一步的计算图；粗线是第 {at} 个公式往回走的路',
  'backward.worst': '这次反向传播共有 {count} 个数，其中最大的相对误差是 {difference}。',
  'backward.reset-edits': '从头再来',
  'backward.table': '这个公式的各个导数',
  'backward.keys': '按键：↑ ↓ 或 ← → 移动一个公式，Home 和 End 跳到第一个和最后一个，空格键播放。',
};

/** The backward pass of one step. */
export const backwardMessages: Catalogue<keyof typeof en> = { en, zh };
