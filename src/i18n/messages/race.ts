import type { Catalogue } from '../catalogue.ts';

const en = {
  'race.cell-rnn': 'RNN',
  'race.cell-gru': 'GRU',
  'race.cell-lstm': 'LSTM',
  'race.delay': 'Delay',
  'race.delay-value': '{count, plural, one {# step} other {# steps}}',
  'race.match': 'Make equal',
  'race.match-units': 'Equal units',
  'race.match-parameters': 'Equal parameters',
  'race.forget-bias': 'Forget bias',
  'race.chance': 'guessing',
  'race.chart': 'Share of right answers by training step',
  'race.step-axis': 'optimiser step',
  'race.cell': 'Cell',
  'race.parameters': 'Parameters',
  'race.step': 'Step',
  'race.accuracy': 'Right answers',
  'race.solved': 'Solved at step',
  'race.milliseconds': 'ms per step',
  'race.waiting': 'measuring',
  'race.not-solved': 'not yet',
  'race.table': 'The three runs',
  'race.failed': '{cell}: {reason}',
  'race.sequence': 'For example: {sequence} → {answer}',
  'race.note':
    'Right answers are averaged over the last {window} batches of {batch}. A run counts as solved when that average first reaches {threshold}. The race stops at step {last}. Milliseconds are this machine’s, on plain TypeScript, while all three train at once and share its cores.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'race.cell-rnn': 'RNN',
  'race.cell-gru': 'GRU',
  'race.cell-lstm': 'LSTM',
  'race.delay': '延迟',
  'race.delay-value': '{count} 步',
  'race.match': '比较方式',
  'race.match-units': '单元个数相同',
  'race.match-parameters': '参数个数相同',
  'race.forget-bias': '遗忘门偏置',
  'race.chance': '瞎猜',
  'race.chart': '正确率随训练步数的变化',
  'race.step-axis': '优化器步数',
  'race.cell': '网络类型',
  'race.parameters': '参数个数',
  'race.step': '步数',
  'race.accuracy': '正确率',
  'race.solved': '学会时的步数',
  'race.milliseconds': '每步毫秒数',
  'race.waiting': '测量中',
  'race.not-solved': '还没有',
  'race.table': '三次训练',
  'race.failed': '{cell}：{reason}',
  'race.sequence': '例如：{sequence} → {answer}',
  'race.note':
    '正确率是最近 {window} 批的平均，每批 {batch} 个序列。平均值首次达到 {threshold}，就算学会。训练到第 {last} 步为止。毫秒数是三者同时训练、共用处理器核心时，在这台电脑上用纯 TypeScript 测得的。',
};

/** Three cells at the same task. */
export const raceMessages: Catalogue<keyof typeof en> = { en, zh };
