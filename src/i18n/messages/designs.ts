import type { Catalogue } from '../catalogue.ts';

const en = {
  'designs.title': 'Where depth can go',
  'designs.design': 'Design',
  'designs.shallow': 'shallow',
  'designs.input': 'deep input',
  'designs.transition': 'deep transition',
  'designs.shortcut': 'transition + shortcut',
  'designs.output': 'deep output',
  'designs.stacked': 'stacked',
  'designs.field-extra': 'Added layers k',
  'designs.field-steps': 'Steps T',
  'designs.field-hidden': 'Units n of every layer',
  'designs.field-vocabulary': 'Vocabulary V',
  'designs.way': 'Lit way',
  'designs.way-shortest': 'shortest',
  'designs.way-longest': 'longest',
  'designs.head-design': 'Design',
  'designs.head-parameters': 'Parameters',
  'designs.head-between': 'From state to state',
  'designs.head-shortest': 'Shortest way',
  'designs.head-longest': 'Longest way',
  'designs.table':
    'All designs with n = {hidden, number} units in every layer and V = {vocabulary, number} words in and out. From state to state: maps between one state and the next, at most. Ways lead from x⟨1⟩ to ŷ⟨T⟩; their length is the number of maps (weights and non-linearity) on them.',
  'designs.above': 'The numbers of this figure are in the table under the drawing.',
  'designs.drawing': 'Drawing of the design',
  'designs.formula': 'Equations of the design',
  'designs.name':
    '{design}: {extra} added layers, {steps} steps; the {way} way from the first input to the last output has {length} maps.',
  'designs.about-shallow':
    'One layer between input and state, one between state and state, one between state and output. In time it is as deep as the sentence is long; within a step it is shallow.',
  'designs.about-input':
    'Layers between the input and the state. They can find better features in what is read, and they lengthen the way once, not at every step: the same as reading better word vectors.',
  'designs.about-transition':
    'Layers between one state and the next. The state can be changed in more intricate ways, but every step has become longer, and so the way back through time is k + 1 times as long.',
  'designs.about-shortcut':
    'The deep transition with a direct connection from state to state beside it. The long way remains for what needs it; an error can take the short one.',
  'designs.about-output':
    'Layers between the state and the output. A compact state can be unfolded into a complicated answer; the chain of states stays as it was.',
  'designs.about-stacked':
    'Every added layer has a state and a chain through time of its own. There are many ways through the grid, all of the same length; a step in time is one map in each layer.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'designs.title': '深度可以加在哪里',
  'designs.design': '设计',
  'designs.shallow': '浅层',
  'designs.input': '加深输入',
  'designs.transition': '加深转移',
  'designs.shortcut': '加深转移 + 捷径',
  'designs.output': '加深输出',
  'designs.stacked': '堆叠',
  'designs.field-extra': '增加的层数 k',
  'designs.field-steps': '时间步 T',
  'designs.field-hidden': '每层的单元数 n',
  'designs.field-vocabulary': '词表大小 V',
  'designs.way': '标出的路',
  'designs.way-shortest': '最短',
  'designs.way-longest': '最长',
  'designs.head-design': '设计',
  'designs.head-parameters': '参数个数',
  'designs.head-between': '状态到状态',
  'designs.head-shortest': '最短的路',
  'designs.head-longest': '最长的路',
  'designs.table':
    '各种设计，每层 n = {hidden, number} 个单元，输入输出各 V = {vocabulary, number} 个词。“状态到状态”是从一个状态到下一个状态最多经过的映射数；路是从 x⟨1⟩ 到 ŷ⟨T⟩ 的路，长度就是路上映射（权重加非线性）的个数。',
  'designs.above': '这幅图的数值就在图下方的表里。',
  'designs.drawing': '这种设计的示意图',
  'designs.formula': '这种设计的公式',
  'designs.name':
    '{design}：增加 {extra} 层，{steps} 个时间步；从第一个输入到最后一个输出，{way}的路经过 {length} 个映射。',
  'designs.about-shallow':
    '输入到状态一层，状态到状态一层，状态到输出一层。沿时间看，句子有多长它就有多深；在一步之内，它是浅的。',
  'designs.about-input':
    '在输入和状态之间加层。这些层能从读入的内容中提取更好的特征；路只加长一次，不是每一步都加长：效果和读入更好的词向量一样。',
  'designs.about-transition':
    '在一个状态和下一个状态之间加层。状态可以用更复杂的方式改变，但每一步都变长了，沿时间回去的路变成原来的 k + 1 倍。',
  'designs.about-shortcut':
    '在加深的转移旁边，再加一条从状态直达状态的连接。需要长路的照走长路，误差则可以抄近道。',
  'designs.about-output': '在状态和输出之间加层。紧凑的状态可以展开成复杂的答案；状态组成的链条不变。',
  'designs.about-stacked':
    '增加的每一层都有自己的状态，也有自己沿时间的链条。穿过网格的路有很多条，长度都一样；时间上走一步，每层都只经过一个映射。',
};

/** Where depth can go in a recurrent network. */
export const designMessages: Catalogue<keyof typeof en> = { en, zh };
