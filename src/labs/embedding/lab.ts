import type { LabMeta } from '../schema.ts';

export const lab = {
  order: 30,
  title: { en: 'Embedding lab', zh: '词向量实验室' },
  summary: {
    en: 'Word vectors from here or from any file: analogies, arithmetic, neighbours, axes of your own, and a map of tens of thousands of words that arranges itself while you watch.',
    zh: '自带的或任何文件里的词向量：类比、算术、近邻、自定义的轴，还有几万个词在眼前自己排开的地图。',
  },
} as const satisfies LabMeta;
