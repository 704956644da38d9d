import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 40,
  title: { en: 'Backpropagation through time', zh: '随时间反向传播' },
  summary: {
    en: 'One matrix, used at every step: how an RNN finds out which use of it was to blame, how far back it looks, and how to check that the answer is right.',
    zh: '同一个矩阵每一步都在用：RNN 怎样弄清哪一次使用该负责，要往回看多远，又怎样检验答案对不对。',
  },
  minutes: 25,
  figures: 4,
  checkpoints: ['two-steps', 'smallest-window', 'eight-digits', 'recall-window'],
  prerequisites: ['rnn', 'rnn-types'],
  controls: [],
  trainer: ['next-symbol'],
} as const satisfies LessonMeta;
