import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 50,
  title: { en: 'word2vec: skip-gram and CBOW', zh: 'word2vec：skip-gram 与 CBOW' },
  summary: {
    en: 'Words that keep the same company get vectors that point the same way. Watch them find each other while a model learns to predict words from their neighbours.',
    zh: '常与同样的词为伴的词，向量会指向同一个方向。看一个模型学着由邻词预测词，看词与词怎样在训练中找到彼此。',
  },
  minutes: 30,
  figures: 4,
  checkpoints: ['mutual', 'count-pairs', 'why-two', 'itself'],
  prerequisites: ['language-model'],
  controls: [],
  trainer: ['word2vec'],
} as const satisfies LessonMeta;
