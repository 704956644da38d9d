import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 20,
  title: { en: 'The recurrent cell', zh: '循环单元' },
  summary: {
    en: 'One set of weights for every step and a state that is handed on: how an RNN computes, in two matrices or one, folded or unrolled, with every number open.',
    zh: '每一步共用一套权重，把状态交给下一步：RNN 怎样计算，两个矩阵还是一个，折叠还是展开，其中每一个数都可以打开来看。',
  },
  minutes: 18,
  figures: 4,
  checkpoints: ['two-steps', 'stacked-shape', 'longer-sentences', 'no-memory'],
  prerequisites: ['notation', 'activations'],
  controls: [],
  trainer: ['next-symbol'],
} as const satisfies LessonMeta;
