import type { LabMeta } from '../schema.ts';

export const lab = {
  order: 40,
  title: { en: 'Training lab', zh: '训练实验室' },
  summary: {
    en: 'Train a recurrent language model on any text, watch its loss beside n-grams, sample from it, look into its cells, and keep it.',
    zh: '用任意文本训练循环语言模型：把它的损失与 n 元模型对照，从中采样，查看它的记忆单元，并把它保存下来。',
  },
} as const satisfies LabMeta;
