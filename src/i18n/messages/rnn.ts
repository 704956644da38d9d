import type { Catalogue } from '../catalogue.ts';

const en = {
  'matrices.title': 'Two matrices, or one',
  'matrices.name':
    'W{letter}{letter} and W{letter}x, and below them W{letter} with the same numbers, each with what it multiplies',
  'matrices.step': 'Step',
  'matrices.trained': 'weights of the network in the first figure, after {step, number} training steps',
  'matrices.omitted':
    '{count, plural, =0 {Every column of the input weights is drawn.} one {# more column of the input weights is not drawn: its word does not stand here.} other {# more columns of the input weights are not drawn: their words do not stand here.}} At every step, all columns of the input weights but one are multiplied by 0.',
  'matrices.entry-hidden':
    'W{letter}{letter}[{row}, {own}] = W{letter}[{row}, {joined}] = {weight} · it multiplies {operand}: {product}',
  'matrices.entry-input':
    'W{letter}x[{row}, {own}] (“{token}”) = W{letter}[{row}, {joined}] = {weight} · it multiplies {operand}: {product}',
  'matrices.both': 'z of unit {unit}, computed in both ways, with all digits',
  'matrices.own': 'as the network has it',
  'matrices.same': 'the same to the last bit',
  'matrices.differ': 'differs by {by}: another order of adding',
  'matrices.table': 'Every unit of this step, in both ways',
  'matrices.head-unit': 'Unit',
  'matrices.head-recurrent': 'W{letter}{letter}·{letter}',
  'matrices.head-input': 'W{letter}x·x',
  'matrices.head-bias': 'b',
  'matrices.head-separate': 'z, separate',
  'matrices.head-joined': 'W{letter}·[{letter}, x]',
  'matrices.head-stacked': 'z, stacked',
  'matrices.head-difference': 'Difference',
  'matrices.head-own': 'z of the network',
  'matrices.head-a': '{letter}',
  'matrices.waiting': 'Waiting for the first numbers of the network at the top of this page …',
  'matrices.other-cell':
    'The figure at the top now runs a cell with gates, which has several such matrices. Choose an RNN there to see this one.',

  'folding.title': 'One cell with a loop, or a copy for every step',
  'folding.form': 'Drawing',
  'folding.folded': 'Folded',
  'folding.unrolled': 'Unrolled',
  'folding.to-folded': 'Fold',
  'folding.to-unrolled': 'Unfold',
  'folding.step': 'Time',
  'folding.delay': 'one step later',
  'folding.name': 'The recurrent net with the values of one unit',
  'folding.now':
    't={t}: the cell reads “{token}” and, from the step before, {letter}⟨{before}⟩ = {old}. Unit {unit} answers {letter}⟨{t}⟩ = {value}.',
  'folding.table': 'Values of unit {unit} at every step',
  'folding.head-t': 't',
  'folding.head-token': 'Input',
  'folding.head-before': 'Before',
  'folding.head-value': 'Now',
  'folding.head-guess': 'Most probable next word',

  'rnn.activation': 'Activation of the cell',
  'rnn.activation-note': 'A change starts a new run from the same seed; each is trained in your browser.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'matrices.title': '两个矩阵，或者一个',
  'matrices.name': 'W{letter}{letter} 和 W{letter}x，下面是由同样的数组成的 W{letter}，旁边是各自所乘的向量',
  'matrices.step': '时间步',
  'matrices.trained': '第一幅图中网络的权重，已训练 {step, number} 步',
  'matrices.omitted':
    '输入权重还有 {count, number} 列没有画出，对应的词没有出现在这里。每一步里，输入权重除了一列，其余各列都乘以 0。',
  'matrices.entry-hidden':
    'W{letter}{letter}[{row}, {own}] = W{letter}[{row}, {joined}] = {weight} · 它乘以 {operand}，得 {product}',
  'matrices.entry-input':
    'W{letter}x[{row}, {own}]（“{token}”）= W{letter}[{row}, {joined}] = {weight} · 它乘以 {operand}，得 {product}',
  'matrices.both': '第 {unit} 个单元的 z，两种算法，列出全部数位',
  'matrices.own': '网络自己算出的',
  'matrices.same': '一位不差',
  'matrices.differ': '相差 {by}：只因相加的顺序不同',
  'matrices.table': '这一步里的每个单元，两种算法',
  'matrices.head-unit': '单元',
  'matrices.head-recurrent': 'W{letter}{letter}·{letter}',
  'matrices.head-input': 'W{letter}x·x',
  'matrices.head-bias': 'b',
  'matrices.head-separate': 'z（分开算）',
  'matrices.head-joined': 'W{letter}·[{letter}, x]',
  'matrices.head-stacked': 'z（合并算）',
  'matrices.head-difference': '差',
  'matrices.head-own': '网络的 z',
  'matrices.head-a': '{letter}',
  'matrices.waiting': '正在等待本页开头那个网络的第一批数……',
  'matrices.other-cell': '页首的图里现在是带门的单元，这样的矩阵不止一个。请在那里选 RNN，再来看这幅图。',

  'folding.title': '一个带回路的单元，或者每步一个副本',
  'folding.form': '画法',
  'folding.folded': '折叠',
  'folding.unrolled': '展开',
  'folding.to-folded': '折起来',
  'folding.to-unrolled': '展开来',
  'folding.step': '时间',
  'folding.delay': '延迟一步',
  'folding.name': '循环网络，以及其中一个单元的值',
  'folding.now':
    't={t}：单元读入“{token}”，并从上一步得到 {letter}⟨{before}⟩ = {old}。第 {unit} 个单元给出 {letter}⟨{t}⟩ = {value}。',
  'folding.table': '第 {unit} 个单元在每一步的值',
  'folding.head-t': 't',
  'folding.head-token': '输入',
  'folding.head-before': '上一步',
  'folding.head-value': '这一步',
  'folding.head-guess': '最可能的下一个词',

  'rnn.activation': '单元的激活函数',
  'rnn.activation-note': '改变它会从同一个种子重新开始训练；两种都在你的浏览器里训练。',
};

/** The figures of the lesson on the recurrent cell. */
export const rnnMessages: Catalogue<keyof typeof en> = { en, zh };
