import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'embeddinglab.title': '{name}: {words, plural, one {# word} other {# words}} × {d}',
  'embeddinglab.title-none': 'Word vectors',
  'embeddinglab.waiting': 'The vectors are loading; the panels open with them.',
  'embeddinglab.questions': 'Questions',
  'embeddinglab.analogy': 'Analogy',
  'embeddinglab.arithmetic': 'Arithmetic',
  'embeddinglab.similarity': 'Similarity',
  'embeddinglab.odd': 'Odd one out',
  'embeddinglab.axes': 'Axes of your own',
  'embeddinglab.bias': 'Bias',
  'embeddinglab.score': 'Analogies by category',
  'embeddinglab.map': 'Map',
  'embeddinglab.selected': 'Selected: {word}',
  'embeddinglab.own-gone':
    'The vectors of this link were open on one page only. Open the file again, or go on with the built-in words.',
  'embeddinglab.no-address':
    'The link names vectors at something that is no address. Expected one that begins with https://.',
  'embeddinglab.handed-missing':
    'The vectors that another page left for the lab are not there any more. Send them once more.',
  'embeddinglab.help': 'Keys of the lab',
  'embeddinglab.key-find': 'find a word',
  'embeddinglab.key-panels': 'open a panel of questions',
  'embeddinglab.key-map': 'to the map',
  'embeddinglab.key-help': 'these keys',
  'embeddinglab.train': 'Train vectors of your own',
} as const;

const zh: Readonly<Record<keyof typeof en, string>> = {
  'embeddinglab.title': '{name}：{words, number} 个词 × {d} 维',
  'embeddinglab.title-none': '词向量',
  'embeddinglab.waiting': '词向量正在载入，载入后各面板即可使用。',
  'embeddinglab.questions': '提问',
  'embeddinglab.analogy': '类比',
  'embeddinglab.arithmetic': '向量算术',
  'embeddinglab.similarity': '相似度',
  'embeddinglab.odd': '找不同类',
  'embeddinglab.axes': '自定义轴',
  'embeddinglab.bias': '偏见',
  'embeddinglab.score': '分类别的类比得分',
  'embeddinglab.map': '地图',
  'embeddinglab.selected': '已选中：{word}',
  'embeddinglab.own-gone':
    '这个链接里的词向量只在当时那个页面上打开过。请重新打开文件，或者使用自带的词向量。',
  'embeddinglab.no-address': '链接里指明的词向量不是一个网址。应当以 https:// 开头。',
  'embeddinglab.handed-missing': '另一个页面留给本实验室的词向量已经不在了。请再发送一次。',
  'embeddinglab.help': '实验室的按键',
  'embeddinglab.key-find': '查找一个词',
  'embeddinglab.key-panels': '打开某个提问面板',
  'embeddinglab.key-map': '转到地图',
  'embeddinglab.key-help': '显示这些按键',
  'embeddinglab.train': '训练自己的词向量',
};

/** What only the Embedding lab says. */
export const embeddingLabMessages: Catalogue<keyof typeof en> = { en, zh };
