import type { LabMeta } from '../schema.ts';

export const lab = {
  order: 10,
  title: { en: 'Gate lab', zh: '门控实验室' },
  summary: {
    en: 'Any recurrent network, everything open: hold gates, change weights, follow gradients back, train, and open your own model from PyTorch.',
    zh: '任意循环网络，全部打开：固定门、改权重、追踪梯度、现场训练，也能打开你自己的 PyTorch 模型。',
  },
} as const satisfies LabMeta;
