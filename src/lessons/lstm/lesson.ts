import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 80,
  title: { en: 'Long short-term memory', zh: '长短期记忆网络' },
  summary: {
    en: 'Two states and three gates: how an LSTM decides what to keep, what to write and what to show, with every number open.',
    zh: '两个状态，三个门：LSTM 怎样决定保留什么、写入什么、输出什么，其中每一个数都可以打开来看。',
  },
  minutes: 20,
  figures: 4,
  checkpoints: ['new-cell', 'keep-cell', 'forget-bias', 'torch-rows'],
  prerequisites: ['gru', 'vanishing'],
  controls: [],
  trainer: ['next-symbol', 'recall'],
} as const satisfies LessonMeta;
