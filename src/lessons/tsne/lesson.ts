import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 20,
  title: { en: 'How to read a t-SNE map', zh: '怎样读一张 t-SNE 图' },
  summary: {
    en: 'A map of 100 dimensions on paper must leave things out. Feed t-SNE shapes that you know, and learn which parts of its pictures to believe.',
    zh: '把 100 维画到纸上，总要舍弃些什么。把你认得的形状交给 t-SNE，看看它的图哪些可信、哪些不可信。',
  },
  minutes: 25,
  figures: 5,
  checkpoints: ['largest', 'widths', 'far-again', 'islands'],
  prerequisites: ['embeddings'],
  controls: [],
  terms: {
    input: { en: 'points x of the space', zh: '空间里的点 x' },
    output: { en: 'points y of the map', zh: '图上的点 y' },
    prediction: { en: 'KL', zh: 'KL' },
  },
  trainer: ['projection'],
} as const satisfies LessonMeta;
