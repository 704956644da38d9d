import type { Catalogue } from '../catalogue.ts';

const en = {
  'wait.title': 'When can an answer be said?',
  'wait.reader': 'Reads',
  'wait.forward': 'forward only',
  'wait.both': 'both ways',
  'wait.ahead': 'both ways, with a fixed look-ahead',
  'wait.words-ahead': 'Look-ahead',
  'wait.words': '{count, plural, one {# word} other {# words}}',
  'wait.sentence': 'Sentence',
  'wait.chart': 'P(name) of each word as soon as it can be said',
  'wait.row': 'said so far: P(name)',
  'wait.cell': 't={step} “{word}”: {value}',
  'wait.unsaid': 'not said yet',
  'wait.said': '{value}, said when word {heard} was in',
  'wait.delay': 'words that had to be waited for',
  'wait.net': 'The chains while “{sentence}” comes in',
  'wait.now':
    '{heard, plural, =0 {No word is in yet.} one {# word is in.} other {# words are in.}} Moment {moment} of {moments}. {said} of {steps} answers said.',
  'wait.summary':
    'Over the whole sentence: {cells, plural, one {# cell} other {# cells}} computed; the longest wait is {longest, plural, one {# word} other {# words}}; {rounds, plural, one {# round} other {# rounds}} of computing once the last word is in.',
  'wait.curve':
    'Right answers by look-ahead, on the ambiguous words and on all, in {count} sentences that were never trained',
  'wait.curve-axis': 'words of look-ahead',
  'wait.ambiguous': 'in doubt',
  'wait.all': 'all words',
  'wait.chance': 'a coin toss',
  'wait.table': 'When each answer can be said',
  'wait.head-when': 'said when so many words are in',
  'wait.head-value': 'P(name)',
} as const;

const zh: Record<keyof typeof en, string> = {
  'wait.title': '什么时候可以给出答案？',
  'wait.reader': '读法',
  'wait.forward': '只向前读',
  'wait.both': '双向',
  'wait.ahead': '双向，固定前瞻',
  'wait.words-ahead': '前瞻',
  'wait.words': '{count} 个词',
  'wait.sentence': '句子',
  'wait.chart': '每个词一到可以作答时的 P(人名)',
  'wait.row': '到目前为止说出的 P(人名)',
  'wait.cell': 't={step}“{word}”：{value}',
  'wait.unsaid': '还没说',
  'wait.said': '{value}，读到第 {heard} 个词时说出',
  'wait.delay': '多等了几个词',
  'wait.net': '“{sentence}”逐词到来时的链',
  'wait.now': '已读到 {heard} 个词。第 {moment} 个时刻，共 {moments} 个。{steps} 个答案中已说出 {said} 个。',
  'wait.summary':
    '整句话：共算了 {cells} 个单元格；最长要多等 {longest} 个词；最后一个词到了之后，还要算 {rounds} 轮。',
  'wait.curve': '歧义词和所有词的正确率随前瞻词数的变化（{count} 个从未训练过的句子）',
  'wait.curve-axis': '前瞻的词数',
  'wait.ambiguous': '歧义词',
  'wait.all': '所有词',
  'wait.chance': '抛硬币',
  'wait.table': '每个答案什么时候可以给出',
  'wait.head-when': '读到第几个词时说出',
  'wait.head-value': 'P(人名)',
};

/** Words that come in one by one, and when each answer can be said. */
export const waitingMessages: Catalogue<keyof typeof en> = { en, zh };
