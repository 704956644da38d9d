import type { LabMeta } from '../schema.ts';

export const lab = {
  order: 20,
  title: { en: 'Tree lab', zh: '树实验室' },
  summary: {
    en: 'Any words and counts as a Huffman or a balanced tree: fold it, zoom, find a word, build it merge by merge, and train a softmax on it.',
    zh: '把任意的词与词频做成哈夫曼树或平衡树：折叠、缩放、查找，一步步合并，再在树上训练 softmax。',
  },
} as const satisfies LabMeta;
