import type { Catalogue } from '../catalogue.ts';

const en = {
  'texts.ends': '⟨EOS⟩ behind',
  'texts.ends-none': 'nothing',
  'texts.ends-lines': 'every line',
  'texts.ends-sentences': 'every sentence',
  'texts.loading': 'The text is on its way …',
  'texts.not-fetched':
    'The text “{name}” could not be fetched: {detail}. Check the connection, then try again.',
  'texts.not-here':
    'This link names a text that is kept in another browser. Texts never leave the machine they were read on: add the same file here to go on, or choose another text.',
  'texts.retry': 'Try again',
} as const;

const zh: Record<keyof typeof en, string> = {
  'texts.ends': '何处加 ⟨EOS⟩',
  'texts.ends-none': '不加',
  'texts.ends-lines': '每行之后',
  'texts.ends-sentences': '每句之后',
  'texts.loading': '正在载入文本……',
  'texts.not-fetched': '没能取到文本“{name}”：{detail}。请检查网络，再试一次。',
  'texts.not-here':
    '这个链接指向的文本保存在另一个浏览器里。文本不会离开读入它的那台电脑：请在这里加入同一个文件，或者另选一份文本。',
  'texts.retry': '再试一次',
};

export const textsMessages: Catalogue<keyof typeof en> = { en, zh };
