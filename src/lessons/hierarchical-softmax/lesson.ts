import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'embeddings',
  order: 60,
  title: { en: 'Hierarchical softmax', zh: '层次 softmax' },
  summary: {
    en: 'Words as the leaves of a binary tree: a probability is a product of σ’s along a path, all leaves sum to 1 without any normalising, and one word costs its depth instead of the whole vocabulary.',
    zh: '把词放在一棵二叉树的叶子上：概率是沿路径一串 σ 的乘积，全部叶子不用归一化就加起来等于 1，一个词的代价是它的深度，而不是整个词表。',
  },
  minutes: 25,
  figures: 3,
  checkpoints: ['depth-the', 'depth-durian', 'moved', 'raise', 'search'],
  prerequisites: ['word2vec', 'neural-lm'],
  controls: [],
  trainer: ['word2vec'],
} as const satisfies LessonMeta;
