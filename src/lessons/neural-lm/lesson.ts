import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 40,
  title: { en: 'A neural language model', zh: '神经语言模型' },
  summary: {
    en: 'Four words in, the next one out: a network that learns a vector for every word on the way, and a bill that is nearly all scores.',
    zh: '读进四个词，预测下一个：网络顺带为每个词学到一个向量，而账单几乎全花在给词打分上。',
  },
  minutes: 14,
  figures: 3,
  checkpoints: ['never-seen', 'scores-share', 'remove-layer'],
  prerequisites: ['language-model', 'embeddings'],
  controls: [],
  trainer: ['nnlm'],
} as const satisfies LessonMeta;
