import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 50,
  title: { en: 'Language models', zh: '语言模型' },
  summary: {
    en: 'How probable is a sentence? Counting n-grams, smoothing what was never seen, a network that reads on, perplexity, and text drawn token by token.',
    zh: '一句话有多大可能出现？从 n 元计数、给没见过的留一份，到一直往下读的网络、困惑度，再到一个词元一个词元写出来的文本。',
  },
  minutes: 30,
  figures: 8,
  checkpoints: ['unseen', 'four-factors', 'uniform', 'worse', 'underflow', 'below-three', 'too-little'],
  prerequisites: ['rnn', 'bptt'],
  controls: [],
  trainer: ['next-symbol'],
} as const satisfies LessonMeta;
