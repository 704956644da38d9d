import type { Catalogue } from '../catalogue.ts';

const en = {
  'subwords.title': 'The n-grams of a word',
  'subwords.word': 'Word',
  'subwords.word-hint': 'Any word of any language, also one that does not exist.',
  'subwords.read-as': 'Read as “{word}”: one word, lower case, as in the text.',
  'subwords.min': 'shortest n',
  'subwords.max': 'longest n',
  'subwords.bucket': 'rows for n-grams',
  'subwords.length': 'n-grams of {n} characters',
  'subwords.count':
    '{count, plural, =0 {No n-grams} one {# n-gram} other {# n-grams}} of {min} to {max} characters, between the marks < and >. Dashed: shares its row with another n-gram.',
  'subwords.note-signed':
    ' Letters outside ASCII take several bytes of 128 and above, and fastText reads these as negative numbers: its C++ type char has a sign.',
  'subwords.note-pieces':
    ' Some of what looks like one character consists of several code points here, and n-grams cut between them.',
  'subwords.note-few':
    ' So short a word has hardly any n-grams of this length. A smaller n gives it more: in Chinese, where a character already means something, even n = 1 is useful.',
  'subwords.hash-title': 'The hash of {ngram}',
  'subwords.hash-caption':
    'FNV-1a starts at {offset} (hexadecimal). Each byte is mixed in by exclusive or, then comes a multiplication by {prime}, of which the last 32 bits stay.',
  'subwords.head-byte': 'byte',
  'subwords.head-signed': 'as a number',
  'subwords.head-xor': 'after exclusive or',
  'subwords.head-times': 'after × prime',
  'subwords.head-ngram': 'n-gram',
  'subwords.head-n': 'n',
  'subwords.head-hash': 'hash',
  'subwords.head-row': 'row',
  'subwords.row-alone': 'No other n-gram of the words that are learnt below has this row.',
  'subwords.row-shared':
    'The same row belongs to {count, plural, one {# other n-gram} other {# other n-grams}} of the words that are learnt below: {ngrams}{more, plural, =0 {} other { and # more}}',
  'subwords.no-run': 'What shares a row is shown once the figure below has read its text.',
  'subwords.crowding':
    'The {words} words that are learnt below have {ngrams} different n-grams. With {bucket} rows, {alone} of them have a row of their own; pure chance would leave {expected}.',
  'subwords.table': 'N-grams of “{word}”, their hashes and rows',
  'subwords.unseen-title': 'A vector for any word',
  'subwords.made': 'A word’s vector is made of',
  'subwords.made-ngrams': 'The word and its n-grams',
  'subwords.made-words': 'The word alone (word2vec)',
  'subwords.text': 'Text and n-grams',
  'subwords.waiting': 'Reading the text …',
  'subwords.known': '“{word}” is one of the {words} words that are learnt; the text has it {count} times.',
  'subwords.unseen': '“{word}” is not one of the {words} words that are learnt.',
  'subwords.known-ngrams':
    ' Its vector is the mean of {rows, plural, one {its own row} other {# rows: its own and those of its {ngrams, plural, one {# n-gram} other {# n-grams}}}}.',
  'subwords.unseen-ngrams':
    '{ngrams, plural, =0 { It has no n-grams of this length either, so it has no vector.} one { Its vector is the row of its only n-gram.} other { Its vector is the mean of the rows of its # n-grams. Plain word2vec has no row for it, and nothing to say.}}',
  'subwords.known-words': ' Its vector is its own row.',
  'subwords.unseen-words': ' word2vec has no row for it: no vector, no neighbours.',
  'subwords.neighbours': 'Nearest to “{word}”, by cosine',
  'subwords.no-vector': 'No vector, so no neighbours.',
  'subwords.no-vector-short': 'no vector',
  'subwords.parts':
    'The rows of “{word}”: how many learnt words have the n-gram, how the row lies to the mean, and its part of the mean’s squared length',
  'subwords.head-row-of': 'row of',
  'subwords.head-learnt-in': 'in words',
  'subwords.head-cosine': 'cosine',
  'subwords.head-share': 'part',
  'subwords.own-row': '{word} (its own)',
  'subwords.rows': '{count, plural, one {# row} other {# rows}} of {d} numbers',
  'subwords.mean': 'Their mean: the vector of “{word}”',
  'subwords.dimension': 'number {number}',
  'subwords.pairs': 'Pairs to compare',
  'subwords.pairs-hint': 'Two words, a comma, two more words.',
  'subwords.pairs-caption': 'Alike in letters, alike in the vectors of now',
  'subwords.head-pair': 'pair',
  'subwords.head-shared': 'n-grams in common',
} as const;

const zh: Record<keyof typeof en, string> = {
  'subwords.title': '一个词的 n 元片段',
  'subwords.word': '词',
  'subwords.word-hint': '任何语言的任何词都行，不存在的词也行。',
  'subwords.read-as': '读作“{word}”：一个词，小写，和文本里一样。',
  'subwords.min': '最短 n',
  'subwords.max': '最长 n',
  'subwords.bucket': '片段共用的行数',
  'subwords.length': '{n} 个字符的片段',
  'subwords.count':
    '{count, plural, =0 {没有} other {# 个}} {min} 到 {max} 个字符的片段，取自标记 < 和 > 之间。虚线框：与别的片段共用一行。',
  'subwords.note-signed':
    'ASCII 以外的字母占好几个字节，而且都不小于 128；fastText 把它们当作负数，因为它用的 C++ 类型 char 带符号。',
  'subwords.note-pieces': '这里有些看起来是一个字符的东西其实由几个码点组成，片段会从中间切开。',
  'subwords.note-few':
    '这么短的词几乎没有这么长的片段。n 小一些就有了：中文里一个字本身就有意义，n = 1 也有用。',
  'subwords.hash-title': '{ngram} 的哈希值',
  'subwords.hash-caption':
    'FNV-1a 从 {offset}（十六进制）开始。每个字节先做异或，再乘以 {prime}，只留最后 32 位。',
  'subwords.head-byte': '字节',
  'subwords.head-signed': '当作数',
  'subwords.head-xor': '异或之后',
  'subwords.head-times': '乘以质数之后',
  'subwords.head-ngram': '片段',
  'subwords.head-n': 'n',
  'subwords.head-hash': '哈希值',
  'subwords.head-row': '行',
  'subwords.row-alone': '下面正在学的词里，没有别的片段落在这一行。',
  'subwords.row-shared':
    '下面正在学的词里，还有 {count} 个片段也落在这一行：{ngrams}{more, plural, =0 {} other { 等，另有 # 个}}',
  'subwords.no-run': '等下面的图读完文本，这里会显示哪些片段共用一行。',
  'subwords.crowding':
    '下面学的 {words} 个词里有 {ngrams} 个不同的片段。分到 {bucket} 行里，有 {alone} 个独占一行；如果纯凭运气，应当剩下 {expected} 个。',
  'subwords.table': '“{word}”的片段、哈希值和行',
  'subwords.unseen-title': '任何词都有向量',
  'subwords.made': '一个词的向量由什么组成',
  'subwords.made-ngrams': '词和它的片段',
  'subwords.made-words': '只有词本身（word2vec）',
  'subwords.text': '文本和片段',
  'subwords.waiting': '正在读文本……',
  'subwords.known': '“{word}”是所学的 {words} 个词之一，在文本里出现 {count} 次。',
  'subwords.unseen': '“{word}”不在所学的 {words} 个词里。',
  'subwords.known-ngrams': '它的向量是 {rows} 行的平均：它自己的一行，加上 {ngrams} 个片段的行。',
  'subwords.unseen-ngrams':
    '{ngrams, plural, =0 {它也没有这么长的片段，所以没有向量。} other {它的向量是 # 个片段的行的平均。普通的 word2vec 没有它的行，无话可说。}}',
  'subwords.known-words': '它的向量就是它自己的一行。',
  'subwords.unseen-words': 'word2vec 没有它的行：没有向量，也没有邻居。',
  'subwords.neighbours': '按余弦，离“{word}”最近的词',
  'subwords.no-vector': '没有向量，也就没有邻居。',
  'subwords.no-vector-short': '没有向量',
  'subwords.parts':
    '“{word}”的各行：学过的词里有几个含这个片段，这一行与平均的夹角如何，以及它在平均的长度平方里占多少',
  'subwords.head-row-of': '哪一行',
  'subwords.head-learnt-in': '含它的词',
  'subwords.head-cosine': '余弦',
  'subwords.head-share': '占比',
  'subwords.own-row': '{word}（自己的）',
  'subwords.rows': '{count} 行，每行 {d} 个数',
  'subwords.mean': '它们的平均：“{word}”的向量',
  'subwords.dimension': '第 {number} 个数',
  'subwords.pairs': '要比较的词对',
  'subwords.pairs-hint': '两个词，逗号，再两个词。',
  'subwords.pairs-caption': '字母像不像，此刻的向量像不像',
  'subwords.head-pair': '词对',
  'subwords.head-shared': '共有的片段',
};

export const subwordsMessages: Catalogue<keyof typeof en> = { en, zh };
