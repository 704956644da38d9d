import type { Catalogue } from '../catalogue.ts';

const en = {
  'vector-files.title': 'Vectors as a file',
  'vector-files.glove': '.txt, GloVe',
  'vector-files.vec': '.vec, fastText',
  'vector-files.bin': '.bin, word2vec',
  'vector-files.hint':
    'One vector for each word, in 32 bits a number: the same numbers in all three formats. The binary file is the smallest.',
  'vector-files.writing': 'Writing {name}: {share} …',
  'vector-files.cancel': 'Cancel',
  'vector-files.written': '{name}, {size}: {words} words, {dimensions} numbers each.',
  'vector-files.changed':
    '{count, plural, one {# word has} other {# words have}} white space inside, where these formats end a word: it is written as _.',
  'vector-files.read-with': 'Read it with Python’s gensim:',
  'vector-files.none': 'There are no vectors yet: let the training begin first.',
  'vector-files.failed':
    'The file could not be written: {detail}. Try the binary format, which needs the least memory.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'vector-files.title': '把词向量存成文件',
  'vector-files.glove': '.txt（GloVe）',
  'vector-files.vec': '.vec（fastText）',
  'vector-files.bin': '.bin（word2vec）',
  'vector-files.hint': '每个词一个向量，每个数 32 位；三种格式里的数完全相同，二进制文件最小。',
  'vector-files.writing': '正在写 {name}：{share}……',
  'vector-files.cancel': '取消',
  'vector-files.written': '{name}，{size}：{words} 个词，每个 {dimensions} 个数。',
  'vector-files.changed': '有 {count} 个词中间带空白，而这些格式遇到空白就当作词的结尾，所以写成了 _。',
  'vector-files.read-with': '用 Python 的 gensim 读取：',
  'vector-files.none': '还没有词向量：请先开始训练。',
  'vector-files.failed': '文件没能写成：{detail}。可以试试二进制格式，它最省内存。',
};

export const vectorFilesMessages: Catalogue<keyof typeof en> = { en, zh };
