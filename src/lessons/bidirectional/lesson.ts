import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 90,
  title: { en: 'Bidirectional recurrent networks', zh: '双向循环神经网络' },
  summary: {
    en: 'Whether “Teddy” is a name is decided by the words after it. Two chains, one in each direction: what they know, what they cost, and when nobody can wait for them.',
    zh: '“Teddy”是不是人名，要由后面的词来定。一条链向前，一条链向后：它们各知道什么，代价是什么，什么时候等不起。',
  },
  minutes: 25,
  figures: 5,
  checkpoints: ['longer-training', 'best-forward', 'late-pair', 'next-layer', 'where-not'],
  prerequisites: ['rnn', 'gru', 'lstm'],
  controls: [],
  trainer: ['generated'],
} as const satisfies LessonMeta;
