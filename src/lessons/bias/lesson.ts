import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 100,
  title: { en: 'Bias in embeddings', zh: '词嵌入中的偏见' },
  summary: {
    en: 'Words on the line from he to she, in real vectors: a direction from pairs of words, taking it out of some words and evening it out for others, and what can still be read from the vectors afterwards.',
    zh: '在真实的词向量里，看词落在从 he 到 she 的直线上的什么位置：用词对求出一个方向，把它从一些词里去掉，让另一些词在它上面对称，再看看去掉之后还能从向量里读出什么。',
  },
  minutes: 20,
  figures: 3,
  checkpoints: ['farther', 'length', 'equal', 'remains'],
  prerequisites: ['embeddings', 'analogies'],
  controls: [],
  terms: {
    input: { en: 'direction g', zh: '方向 g' },
    prediction: { en: 'neutralised word', zh: '中和后的词' },
  },
  trainer: [],
} as const satisfies LessonMeta;
