import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 90,
  title: { en: 'fastText', zh: 'fastText' },
  summary: {
    en: 'Words made of character n-grams have vectors even when the text never had them; texts made of words and word n-grams are told apart by the same model, with a tree over their labels.',
    zh: '由字符片段组成的词，就算文本里从没出现过也有向量；由词和词的 n 元组组成的文本，用同样的模型就能分类，标签上也可以长一棵树。',
  },
  minutes: 25,
  figures: 3,
  checkpoints: ['count', 'collision', 'misspelling', 'negation', 'turn'],
  prerequisites: ['word2vec', 'hierarchical-softmax', 'negative-sampling'],
  controls: [],
  trainer: ['word2vec', 'classifier'],
} as const satisfies LessonMeta;
