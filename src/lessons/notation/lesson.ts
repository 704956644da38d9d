import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 10,
  title: { en: 'Sequences and their notation', zh: '序列与记号' },
  summary: {
    en: 'How a sentence becomes vectors: tokens, a vocabulary, one-hot, unknown words. And why a plain dense net is the wrong thing to feed them to.',
    zh: '句子怎样变成向量：词元、词表、独热编码、未知词；以及为什么普通的全连接网络不适合处理它们。',
  },
  minutes: 15,
  figures: 3,
  checkpoints: ['count-tokens', 'tag-names', 'all-unknown', 'one-hot-memory', 'never-seen'],
  prerequisites: ['mlp'],
  controls: [],
  trainer: [],
} as const satisfies LessonMeta;
