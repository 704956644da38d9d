import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 70,
  title: { en: 'The gated recurrent unit', zh: '门控循环单元' },
  summary: {
    en: 'One state and a gate that says how much of it to rewrite: how a GRU keeps a value over many steps, and how it learns to.',
    zh: '一个状态，加上一个决定改写多少的门：GRU 怎样把一个值保持许多步，又是怎样学会的。',
  },
  minutes: 18,
  figures: 3,
  checkpoints: ['share-left', 'other-bit', 'which-side', 'gru-count'],
  prerequisites: ['rnn', 'bptt', 'vanishing'],
  controls: [],
  trainer: ['next-symbol', 'generated'],
} as const satisfies LessonMeta;
