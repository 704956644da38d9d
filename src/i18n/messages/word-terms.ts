import type { Catalogue } from '../catalogue.ts';

const en = {
  'word-term.hidden': 'hidden vector',
  'word-term.input': 'input vector',
  'word-term.output': 'output vector',
} as const;

const zh: Record<keyof typeof en, string> = {
  'word-term.hidden': '隐藏向量',
  'word-term.input': '输入向量',
  'word-term.output': '输出向量',
};

/** What terms are called where words have vectors and nothing has gates. */
export const wordTermMessages: Catalogue<keyof typeof en> = { en, zh };
