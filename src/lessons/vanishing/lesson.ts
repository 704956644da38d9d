import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 60,
  title: { en: 'Vanishing and exploding gradients', zh: '梯度消失与梯度爆炸' },
  summary: {
    en: 'Why an RNN forgets whether it was one cat or many: products of Jacobians, eigenvalues, the wall and clipping, and what lengthens the reach of an error.',
    zh: 'RNN 为什么记不住猫是一只还是几只：雅可比矩阵的连乘、特征值、墙与裁剪，以及怎样让误差传得更远。',
  },
  minutes: 30,
  figures: 5,
  checkpoints: ['nine-tenths', 'level', 'clip', 'tame', 'time-scale', 'start-matters'],
  prerequisites: ['bptt'],
  controls: [],
  trainer: ['generated'],
} as const satisfies LessonMeta;
