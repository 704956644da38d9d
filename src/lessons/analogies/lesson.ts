import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 30,
  title: { en: 'Analogies: arithmetic with words', zh: '类比：给词做加减法' },
  summary: {
    en: 'King − man + woman, asked of real vectors: the parallelogram with its true lengths, two ways to score an answer, and what happens when the words of the question may be answers too.',
    zh: '国王 − 男人 + 女人，在真实的词向量上算：平行四边形的真实边长，给答案打分的两种办法，以及允许题目里的词当答案时会发生什么。',
  },
  minutes: 20,
  figures: 3,
  checkpoints: ['itself', 'copies', 'honest'],
  prerequisites: ['embeddings'],
  controls: [],
  trainer: [],
} as const satisfies LessonMeta;
