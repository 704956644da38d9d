import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'tsne.shapes-title': 'Known shapes under six perplexities',
  'tsne.sizes-title': 'Sizes and distances, measured',
  'tsne.seeds-title': 'One set of points, six seeds',
  'tsne.stopped-title': 'Stopped too early',
  'tsne.words-title': 'The most frequent words',
  'tsne.words-near': 'Nearest to “{word}” in the full space, among all words',
  'tsne.words-word': 'word',
  'tsne.words-cosine': 'cosine',
};

const zh: Record<keyof typeof en, string> = {
  'tsne.shapes-title': '已知的形状，六种困惑度',
  'tsne.sizes-title': '量一量大小和距离',
  'tsne.seeds-title': '同一批点，六个种子',
  'tsne.stopped-title': '停得太早',
  'tsne.words-title': '最常见的词',
  'tsne.words-near': '全部词里，在完整空间里离“{word}”最近的',
  'tsne.words-word': '词',
  'tsne.words-cosine': '余弦',
};

export const tsneMessages = { en, zh } satisfies Catalogue;
