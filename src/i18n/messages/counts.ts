import type { Catalogue } from '../catalogue.ts';

const en = {
  'counts.title': 'How many parameters?',
  'counts.steps': 'Words T',
  'counts.hidden': 'Hidden units n',
  'counts.vocabulary': 'Vocabulary V',
  'counts.caption': 'Parameters of a tagger with one output a word, for T = {steps}',
  'counts.head-net': 'Net',
  'counts.head-formula': 'Formula',
  'counts.head-count': 'Parameters',
  'counts.head-bytes': 'as 32-bit floats',
  'counts.recurrent': 'recurrent, shared weights',
  'counts.dense': 'dense, on T one-hot vectors',
  'counts.unshared': 'own weights for every step',
  'counts.formula-recurrent': 'n² + nV + n + (n + 1)',
  'counts.formula-dense': 'n·T·V + n + (n + 1)·T',
  'counts.formula-unshared': 'T · (n² + nV + n + (n + 1))',
  'counts.short-recurrent': 'RNN',
  'counts.short-dense': 'dense',
  'counts.short-unshared': 'unshared',
  'counts.chart': 'Parameters against the number of words T',
  'counts.table': 'Parameters for every T',
} as const;

const zh: Record<keyof typeof en, string> = {
  'counts.title': '一共有多少参数？',
  'counts.steps': '词数 T',
  'counts.hidden': '隐藏单元数 n',
  'counts.vocabulary': '词表大小 V',
  'counts.caption': '每个词一个输出的标注网络在 T = {steps} 时的参数个数',
  'counts.head-net': '网络',
  'counts.head-formula': '公式',
  'counts.head-count': '参数个数',
  'counts.head-bytes': '存成 32 位浮点数',
  'counts.recurrent': '循环网络，共享权重',
  'counts.dense': '全连接网络，输入 T 个独热向量',
  'counts.unshared': '每一步各用一套权重',
  'counts.formula-recurrent': 'n² + nV + n + (n + 1)',
  'counts.formula-dense': 'n·T·V + n + (n + 1)·T',
  'counts.formula-unshared': 'T · (n² + nV + n + (n + 1))',
  'counts.short-recurrent': 'RNN',
  'counts.short-dense': '全连接',
  'counts.short-unshared': '不共享',
  'counts.chart': '参数个数随词数 T 的变化',
  'counts.table': '各个 T 对应的参数个数',
};

/** The parameter counts of lessons that compare nets. */
export const countsMessages: Catalogue<keyof typeof en> = { en, zh };
