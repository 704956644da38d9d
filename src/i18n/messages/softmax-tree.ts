import type { Catalogue } from '../catalogue.ts';

const en = {
  'tree.more': '… {count, plural, one {# more word} other {# more words}}',
  'tree.find': 'Find a word',
  'tree.find-none': '“{word}” is not in this tree.',
  'tree.fold-rare': 'Frequent words only',
  'tree.open-all': 'Unfold all',
  'tree.leaf-name': '{word}: {count} times, depth {depth}',
  'tree.inner-name':
    'Inner node at depth {depth}: {count} times, {words, plural, one {# word} other {# words}}',
  'tree.folded-name':
    'Folded at depth {depth}: {words, plural, one {# word} other {# words}}, {count} times in all',
  'tree.leaf-line': '“{word}”: {count} of {all} · depth {depth} · code {code}',
  'tree.inner-line': 'Node {node}: {count} in {words, plural, one {# word} other {# words}} ({named})',
  'tree.hint': 'A box “… more words” opens when pressed. Drag to move about, Ctrl and wheel to zoom.',
} as const;

const zh: Readonly<Record<keyof typeof en, string>> = {
  'tree.more': '…另有 {count, number} 个词',
  'tree.find': '查找一个词',
  'tree.find-none': '树里没有“{word}”。',
  'tree.fold-rare': '只看高频词',
  'tree.open-all': '全部展开',
  'tree.leaf-name': '{word}：出现 {count} 次，深度 {depth}',
  'tree.inner-name': '深度 {depth} 的内部结点：共 {count} 次，{words, number} 个词',
  'tree.folded-name': '深度 {depth} 处折叠：{words, number} 个词，共 {count} 次',
  'tree.leaf-line': '“{word}”：{all} 次中占 {count} 次 · 深度 {depth} · 编码 {code}',
  'tree.inner-line': '结点 {node}：{words, number} 个词，共 {count} 次（{named}）',
  'tree.hint': '点一下“…另有若干词”的方框即可展开。拖动可移动，按住 Ctrl 滚动滚轮可缩放。',
};

export const softmaxTreeMessages = { en, zh } satisfies Catalogue;
