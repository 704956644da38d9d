import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'gru.cell': 'Which GRU',
  'gru.gru-simplified': 'simplified',
  'gru.gru': 'full',
  'gru.gru-reset-after': 'reset after',
  'gru.gru-keeps': 'z keeps',
  'gru.cell-note': 'Each is a run of its own, from the same seed.',
  'kept.title': 'How long a value lasts',
  'kept.gate': 'Gate at every step',
  'kept.steps': 'Steps',
  'kept.axis': 'Axis',
  'kept.share': 'Share of what was written that is left, by the number of steps since',
  'kept.step-axis': 'steps since the write',
  'kept.chosen': 'gate {gate}',
  'kept.net': 'network',
  'kept.half': 'one half',
  'kept.readout':
    'With a gate of {gate}: after {steps} steps {share} is left; {half, select, never {it never falls to one half} other {one half is left after {half} steps}}.',
  'kept.net-readout':
    'The network above, after the last write of its sequence: its gates have kept {share} over {steps, plural, one {# step} other {# steps}}, as much as a constant gate of {gate}.',
  'kept.net-none': 'The network above has no gate, or its sequence writes nothing.',
  'kept.table': 'Share left after each step',
} as const;

const zh: Record<keyof typeof en, string> = {
  'gru.cell': '哪一种 GRU',
  'gru.gru-simplified': '简化',
  'gru.gru': '完整',
  'gru.gru-reset-after': '后重置',
  'gru.gru-keeps': 'z 保留',
  'gru.cell-note': '每一种都从同一个种子开始，单独训练。',
  'kept.title': '一个值能保持多久',
  'kept.gate': '每一步的门',
  'kept.steps': '步数',
  'kept.axis': '坐标轴',
  'kept.share': '写入的值还剩多少，随写入之后的步数变化',
  'kept.step-axis': '写入之后的步数',
  'kept.chosen': '门 {gate}',
  'kept.net': '网络',
  'kept.half': '一半',
  'kept.readout':
    '门为 {gate}：{steps} 步之后剩下 {share}；{half, select, never {永远不会只剩一半} other {{half} 步之后剩下一半}}。',
  'kept.net-readout':
    '上面的网络在序列最后一次写入之后的 {steps} 步里，它的门留住了 {share}，相当于每一步都把门固定在 {gate}。',
  'kept.net-none': '上面的网络没有门，或者它的序列里没有写入。',
  'kept.table': '每一步之后剩下的比例',
};

/** The lesson's own figures. */
export const gruMessages: Catalogue<keyof typeof en> = { en, zh };
