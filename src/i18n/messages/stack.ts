import type { Catalogue } from '../catalogue.ts';

const en = {
  'stack.layer': 'layer {layer}',
  'stack.output': 'output ŷ',
  'stack.input': 'input x',
  'stack.tile': 'Layer {layer}, t={step} “{token}”: {value}',
  'stack.tile-forward': 'Layer {layer}, forward in time, t={step} “{token}”: {value}',
  'stack.tile-backward': 'Layer {layer}, backward in time, t={step} “{token}”: {value}',
  'stack.unit-value': 'unit {unit} is {value}',
  'stack.values': 'All units of {symbol}',
  'stack.unit': 'Unit {unit}: {value}',
  'stack.figure':
    '{layers} recurrent {layers, plural, one {layer} other {layers}} unrolled over “{sentence}”',
  'stack.title': 'A stack of layers',
  'stack.layers': 'Layers',
  'stack.order': 'Walk',
  'stack.order-steps': 'step by step',
  'stack.order-layers': 'layer by layer',
  'stack.order-wavefront': 'as a wave',
  'stack.rounds':
    '{cells, plural, one {# cell} other {# cells}} in {rounds, plural, one {# round} other {# rounds}}',
  'stack.open': 'Open layer {layer}',
  'stack.close': 'Back to all layers',
  'stack.opened-first': 'Layer 1 reads the words.',
  'stack.opened': 'Layer {layer} reads what layer {below} says at the same step.',
  'stack.table': 'Layer {layer}: all values of unit {unit}, step by step',
  'stack.counts': 'Where the parameters are',
  'stack.head': 'read-out',
  'stack.total': 'together',
} as const;

const zh: Record<keyof typeof en, string> = {
  'stack.layer': '第 {layer} 层',
  'stack.output': '输出 ŷ',
  'stack.input': '输入 x',
  'stack.tile': '第 {layer} 层，t={step}“{token}”：{value}',
  'stack.tile-forward': '第 {layer} 层，正向，t={step}“{token}”：{value}',
  'stack.tile-backward': '第 {layer} 层，反向，t={step}“{token}”：{value}',
  'stack.unit-value': '单元 {unit} 的值为 {value}',
  'stack.values': '{symbol} 的全部单元',
  'stack.unit': '单元 {unit}：{value}',
  'stack.figure': '{layers} 层循环网络沿“{sentence}”展开',
  'stack.title': '叠起来的循环层',
  'stack.layers': '层数',
  'stack.order': '计算顺序',
  'stack.order-steps': '逐步',
  'stack.order-layers': '逐层',
  'stack.order-wavefront': '波前',
  'stack.rounds': '{cells} 个单元格，分 {rounds} 轮算完',
  'stack.open': '打开第 {layer} 层',
  'stack.close': '回到所有层',
  'stack.opened-first': '第 1 层读入的是词。',
  'stack.opened': '第 {layer} 层读入的是第 {below} 层在同一时间步的输出。',
  'stack.table': '第 {layer} 层：单元 {unit} 在每个时间步的全部数值',
  'stack.counts': '参数都在哪里',
  'stack.head': '读出层',
  'stack.total': '合计',
};

/** The drawing of layers over time. */
export const stackMessages: Catalogue<keyof typeof en> = { en, zh };
