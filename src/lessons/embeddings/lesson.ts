import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 10,
  title: { en: 'From one-hot to vectors', zh: '从独热到向量' },
  summary: {
    en: 'One-hot vectors make all words equally far. Features bring them together: given by hand, then learnt. The matrix product that is a look-up, three measures of nearness, and a map of real vectors.',
    zh: '独热向量让所有的词都一样远，特征让它们有近有远：先是手工给的，再是学来的。其实是查表的矩阵乘法，量远近的三种办法，还有一张真实词向量的地图。',
  },
  minutes: 18,
  figures: 5,
  checkpoints: ['root-two', 'princess', 'needed', 'longer'],
  prerequisites: ['notation'],
  controls: [],
  trainer: [],
} as const satisfies LessonMeta;
