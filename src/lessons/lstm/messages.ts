import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'peep.name': 'Unit {unit} of a small LSTM with peepholes, unrolled',
  'peep.scale': 'Peephole weights ×',
  'peep.unit': 'Unit {unit}',
  'peep.gate': 'Gate',
  'peep.weight': 'Peephole weight',
  'peep.sees': 'Cell value it sees',
  'peep.usual': 'z without the peephole',
  'peep.through': 'Through the peephole',
  'peep.total': 'z',
  'peep.value': 'Gate value',
  'peep.closed-value': 'Gate value, peepholes closed',
  'peep.effect':
    'Over the {steps} steps, the peepholes move the hidden state of unit {unit} by up to {difference} and its cell by up to {cell}.',
  'peep.none': 'The peepholes are closed: both networks are the same.',
  'peep.table': 'Pre-activations of unit {unit} at step {step}',
  'bias.title': 'What the forget gates of untrained networks keep',
  'bias.row': 'bias {bias}',
  'bias.axis': 'share kept after {steps} steps, log scale',
  'bias.seed': 'Another network',
  'bias.table': 'Share of the cell kept after {steps} steps',
  'bias.bias': 'Forget bias',
  'bias.expected': 'σ(b) to the power of {steps}',
  'bias.low': 'Smallest',
  'bias.middle': 'Median',
  'bias.high': 'Largest',
} as const;

const zh: Record<keyof typeof en, string> = {
  'peep.name': '带窥视孔的小 LSTM 的单元 {unit}，按时间展开',
  'peep.scale': '窥视孔权重 ×',
  'peep.unit': '单元 {unit}',
  'peep.gate': '门',
  'peep.weight': '窥视孔权重',
  'peep.sees': '看到的细胞状态',
  'peep.usual': '不算窥视孔的 z',
  'peep.through': '从窥视孔进来',
  'peep.total': 'z',
  'peep.value': '门的值',
  'peep.closed-value': '关上窥视孔时门的值',
  'peep.effect':
    '在这 {steps} 步里，窥视孔使单元 {unit} 的隐藏状态最多改变 {difference}，细胞状态最多改变 {cell}。',
  'peep.none': '窥视孔都关着：两个网络完全相同。',
  'peep.table': '单元 {unit} 在第 {step} 步的预激活值',
  'bias.title': '未经训练的网络，遗忘门能留住多少',
  'bias.row': '偏置 {bias}',
  'bias.axis': '{steps} 步之后留下的比例，对数刻度',
  'bias.seed': '换一个网络',
  'bias.table': '{steps} 步之后细胞状态留下的比例',
  'bias.bias': '遗忘门偏置',
  'bias.expected': 'σ(b) 的 {steps} 次方',
  'bias.low': '最小',
  'bias.middle': '中位数',
  'bias.high': '最大',
};

/** The lesson's own figures. */
export const lstmMessages: Catalogue<keyof typeof en> = { en, zh };
