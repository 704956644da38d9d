import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 80,
  title: { en: 'GloVe: vectors from counts', zh: 'GloVe：从计数得到词向量' },
  summary: {
    en: 'Count once who stands near whom, weight the cells of that table, and fit vectors to its logarithms. Trained in your browser on your own text.',
    zh: '先把谁和谁靠在一起数一遍，给表里的格子加上权重，再让向量去贴合这些数的对数。在你的浏览器里，用你自己的文本训练。',
  },
  minutes: 25,
  figures: 4,
  checkpoints: ['by-hand', 'difference', 'weight-of', 'half', 'fitted'],
  prerequisites: ['word2vec', 'negative-sampling'],
  controls: [],
  trainer: ['glove'],
} as const satisfies LessonMeta;
