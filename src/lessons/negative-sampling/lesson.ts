import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 70,
  title: { en: 'Negative sampling: a few words for all', zh: '负采样：用几个词代表所有词' },
  summary: {
    en: 'One true word and a handful drawn by chance, each a yes-or-no question: what every one of them asks of the vectors, which noise to draw from, and what the scores come to mean.',
    zh: '一个真的词，加上随机抽来的几个，每个都是一道是非题：它们各自要向量怎么动，噪声该从哪里抽，得分最后是什么意思。',
  },
  minutes: 25,
  figures: 3,
  checkpoints: ['start-loss', 'largest-step', 'separate', 'ratio', 'extremes', 'told-apart'],
  prerequisites: ['word2vec', 'hierarchical-softmax'],
  controls: [],
  trainer: ['word2vec'],
} as const satisfies LessonMeta;
