import type { Catalogue } from '../catalogue.ts';

const en = {
  'w2v.title': 'Vectors that learn from a text',
  'w2v.architecture': 'Way of learning',
  'w2v.skip-gram': 'Skip-gram',
  'w2v.cbow': 'CBOW',
  'w2v.output': 'Output layer',
  'w2v.full': 'Full softmax',
  'w2v.huffman': 'Huffman tree',
  'w2v.balanced': 'Balanced tree',
  'w2v.negative': 'Negative sampling',
  'w2v.settings': 'Settings',
  'w2v.text': 'Text',
  'w2v.files': 'Save vectors',
  'w2v.negatives': 'Negatives K',
  'w2v.exponent': 'Noise exponent a',
  'w2v.dimensions': 'Dimensions d',
  'w2v.window': 'Window',
  'w2v.shared': 'A window’s pairs share their noise words',
  'w2v.shared-note':
    'Shared noise words: all pairs of a window are held against the same ones, which makes training faster. This is not quite word2vec’s algorithm; its vectors came out as good when we compared them.',
  'w2v.threads': 'Threads',
  'w2v.threads-note':
    'With several threads, sentences are learnt at the same time and nobody waits for anybody: faster, and no two runs are alike.',
  'w2v.shrink': 'Shrinking window',
  'w2v.subsample': 'Subsampling t',
  'w2v.rate': 'Learning rate η',
  'w2v.epochs': 'Epochs',
  'w2v.note':
    'Any change here begins training anew, from the seed. t = 0 leaves no word out; η falls to almost nothing over the epochs.',
  'w2v.full-note':
    'Full softmax scores all {words} words for every pair. Expect it to be slow; that is why the other output layers exist.',
  'w2v.waiting': 'The text is being read.',
  'w2v.chart': 'Loss of a prediction while training',
  'w2v.loss-line': 'loss',
  'w2v.guessing': 'knowing nothing',
  'w2v.epoch-axis': 'epoch',
  'w2v.facts':
    '{tokens} words read in the text, {types} different ones; {words} of them kept (those that occur {minCount} times or more), which make up {kept} words of text in {sentences} sentences. {parameters} parameters.',
  'w2v.neighbours-table': 'Nearest words by the cosine of their input vectors',
} as const;

const zh: Record<keyof typeof en, string> = {
  'w2v.title': '从文本里学出来的向量',
  'w2v.architecture': '学习方式',
  'w2v.skip-gram': 'Skip-gram',
  'w2v.cbow': 'CBOW',
  'w2v.output': '输出层',
  'w2v.full': '完整 softmax',
  'w2v.huffman': 'Huffman 树',
  'w2v.balanced': '平衡树',
  'w2v.negative': '负采样',
  'w2v.settings': '设置',
  'w2v.text': '文本',
  'w2v.files': '保存向量',
  'w2v.negatives': '负样本数 K',
  'w2v.exponent': '噪声指数 a',
  'w2v.dimensions': '维数 d',
  'w2v.window': '窗口',
  'w2v.shared': '同一窗口的词对共用噪声词',
  'w2v.shared-note':
    '共用噪声词：一个窗口里的所有词对都与同一组噪声词比较，训练更快。这和 word2vec 原来的算法不完全一样；我们比较过，得到的向量一样好。',
  'w2v.threads': '线程数',
  'w2v.threads-note': '多个线程同时学习不同的句子，谁也不等谁：更快，但每次运行的结果都不一样。',
  'w2v.shrink': '窗口随机收缩',
  'w2v.subsample': '下采样 t',
  'w2v.rate': '学习率 η',
  'w2v.epochs': '轮数',
  'w2v.note': '这里的任何改动都会从种子重新开始训练。t = 0 表示一个词都不略去；η 会随轮数降到几乎为 0。',
  'w2v.full-note':
    '完整 softmax 对每个词对都要给全部 {words} 个词打分，会很慢；另外几种输出层正是为此而设的。',
  'w2v.waiting': '正在读文本。',
  'w2v.chart': '训练中每次预测的损失',
  'w2v.loss-line': '损失',
  'w2v.guessing': '一无所知',
  'w2v.epoch-axis': '轮',
  'w2v.facts':
    '文本共 {tokens} 个词，不同的有 {types} 个；保留其中 {words} 个（至少出现 {minCount} 次），它们在文本里共出现 {kept} 次，分在 {sentences} 个句子里。参数 {parameters} 个。',
  'w2v.neighbours-table': '按输入向量的余弦排的近邻',
};

/** Word vectors that learn, in a figure. */
export const word2vecMessages: Catalogue<keyof typeof en> = { en, zh };
