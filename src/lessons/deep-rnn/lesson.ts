import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 100,
  title: { en: 'Deep recurrent networks', zh: '深层循环神经网络' },
  summary: {
    en: 'Layers on top of layers, each unrolled in time: where depth can go, what it does to gradients, and what skip connections repair.',
    zh: '层上叠层，每一层都沿时间展开：深度可以加在哪里，对梯度有什么影响，跳跃连接又能补救什么。',
  },
  minutes: 18,
  figures: 3,
  checkpoints: ['layer-parameters', 'rounds', 'way-back', 'skips-ahead'],
  prerequisites: ['rnn', 'bptt', 'vanishing', 'lstm'],
  controls: [],
  trainer: ['next-symbol', 'recall'],
} as const satisfies LessonMeta;
