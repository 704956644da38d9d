import { COUNT_TABLE } from '../../instruments/counts/settings.ts';
import { EXAMPLES as SENTENCES, SHARING_TABLE } from '../../instruments/sharing/settings.ts';
import { EXAMPLES, TOKEN_TABLE } from '../../instruments/tokens/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

const [harry, , chinese] = EXAMPLES;
const [seen, unseen, later] = SENTENCES;

/** A quarter of an hour in front of a class: from words to vectors, and why positions must share. */
export const stops: readonly LessonStop[] = [
  {
    id: 'tokens',
    at: 'tokens',
    state: showing(TOKEN_TABLE, { sentence: harry.sentence, source: harry.source, size: 10_000, at: 1 }),
    minutes: 2,
    title: { en: 'A sentence becomes numbers', zh: '句子变成数' },
    notes: {
      en: `One column is one token. Read the rows aloud: the token, what it is read as, its number, its vector with a single 1, and its tag.

The vocabulary was counted from Moby-Dick a moment ago, in this browser. Ask: why does it know Harry, but not Hermione?

Press the boxes under the four name words: this is the label, and a person wrote it.`,
      zh: `一列是一个词元。从上往下念：词元、读作什么、编号、只有一个 1 的向量、标签。

词表是刚才在这个浏览器里从《白鲸》统计出来的。提问：为什么它认识 Harry，却不认识 Hermione？

按一下四个人名词下面的方框：这就是标签，是人写下来的。`,
    },
  },
  {
    id: 'size',
    at: 'tokens',
    state: showing(TOKEN_TABLE, { size: 100 }),
    minutes: 2,
    title: { en: 'A vocabulary of a hundred', zh: '只有一百个词的词表' },
    notes: {
      en: `With 100 entries most of the sentence is ⟨UNK⟩. Now look at the curve: even so, more than half of the book is known. Few words make up most of a text.

Drag the slider slowly to the right and let the class say when each word of the sentence appears.`,
      zh: `只有 100 个条目时，句子里大部分都是 ⟨UNK⟩。再看曲线：即便如此，书里一大半的词元还是认识的。少数几个词就占了文字的大半。

慢慢向右拖滑块，让大家说出句中的每个词什么时候出现。`,
    },
  },
  {
    id: 'chinese',
    at: 'tokens',
    state: showing(TOKEN_TABLE, { sentence: chinese.sentence, source: chinese.source, size: 10_000 }),
    minutes: 1,
    title: { en: 'No spaces between words', zh: '词与词之间没有空格' },
    notes: {
      en: `Chinese is cut by a dictionary. The cut is a guess, and it decides what one time step is. Switch to characters: T grows, and hardly anything is unknown.`,
      zh: `中文靠词典来切，切法是猜的，却决定了一步是什么。换成字符：T 变长了，几乎没有什么是未知的。`,
    },
  },
  {
    id: 'counts',
    at: 'counts',
    state: showing(COUNT_TABLE, { steps: 9, hidden: 100, vocabulary: '10000' }),
    minutes: 1.5,
    title: { en: 'A dense net pays for every position', zh: '全连接网络为每个位置付费' },
    notes: {
      en: `All one-hot vectors under one another, one hidden layer. Move T: one line rises, the other does not move. Ask why before you tell.`,
      zh: `把独热向量上下接起来，接一个隐藏层。移动 T：一条线上升，另一条不动。先问为什么，再讲。`,
    },
  },
  {
    id: 'seen',
    at: 'sharing',
    state: showing(SHARING_TABLE, { sentence: seen, trained: 200, seed: 1 }),
    minutes: 1,
    title: { en: 'Both nets know her here', zh: '在这里，两个网络都认识她' },
    notes: {
      en: `Two nets, same sentences, same number of hidden units, trained when the page was opened. In training, Hermione only ever came first. Here she does, and both are right.`,
      zh: `两个网络，同样的句子，同样多的隐藏单元，打开这一页时训练的。训练中 Hermione 只出现在句首。这里正是句首，两个都答对。`,
    },
  },
  {
    id: 'unseen',
    at: 'sharing',
    state: showing(SHARING_TABLE, { sentence: unseen }),
    minutes: 2,
    title: { en: 'Three words later, only one does', zh: '晚三个词，就只剩一个认识' },
    notes: {
      en: `Let the class predict first. Then point at the red 0.00: the weights that the dense net uses for her here have not moved since they were drawn at random.

Press “Other initial weights” several times. Its answer jumps about; the recurrent one stays.`,
      zh: `先让大家预测。然后指着红色的 0.00：全连接网络在这里为她准备的权重，从随机抽出来以后没有动过。

多按几次“换一组初始权重”。它的回答忽上忽下，循环网络的不变。`,
    },
  },
  {
    id: 'later',
    at: 'sharing',
    state: showing(SHARING_TABLE, { sentence: later }),
    minutes: 1,
    title: { en: 'One place further, the same again', zh: '再晚一个位置，还是如此' },
    notes: {
      en: `Position 5 is yet another set of weights. What we want is one set for all positions, and a way to look back. That is the next lesson.`,
      zh: `第 5 个位置又是另一套权重。我们想要的是所有位置共用一套，还要能往回看。这就是下一课。`,
    },
  },
];
