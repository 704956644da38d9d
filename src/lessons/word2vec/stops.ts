import { type LessonStop, showing } from '../stops.ts';
import { PAIRS_LESSON_TABLE, VECTORS_TABLE, VERSUS_TABLE } from './figures/settings.ts';

/** Twelve minutes in front of a class: lists that find their words, pairs, two vectors, and a wager. */
export const stops: readonly LessonStop[] = [
  {
    id: 'company',
    at: 'live',
    minutes: 3,
    title: { en: 'By the company they keep', zh: '观其伴，知其词' },
    notes: {
      en: `It begins to learn when it comes on the screen, from random numbers. Say nothing for ten seconds; let people read the lists.

Then ask: who told it? Nobody. It predicts neighbours, that is all.

Ask for a word from the room, type its beginning, add it. If the vocabulary lacks it, say why: it occurs fewer than ten times.`,
      zh: `它一出现在屏幕上就开始学，从随机数起步。先别说话，等十秒，让大家读那些表。

然后问：谁告诉它的？没有人。它只是在预测邻词。

请大家说一个词，输入开头，加进去。如果词表里没有，说明原因：它出现不到十次。`,
    },
  },
  {
    id: 'pairs',
    at: 'pairs',
    state: showing(PAIRS_LESSON_TABLE, { model: 'skip-gram', window: 2, shrink: false }),
    minutes: 2,
    title: { en: 'A window makes pairs', zh: '窗口造出词对' },
    notes: {
      en: `Move the window two words and read the pairs aloud. This is all the supervision there is: the text itself.

Point at the struck-out words. Frequent words are left out before the window slides, so it reaches further.

Switch to CBOW: one example for a whole window.`,
      zh: `把窗口移两个词，念出词对。全部的监督信号就是这些：文本自己。

指出划掉的词。常见词在窗口滑动之前就略去了，所以窗口伸得更远。

换成 CBOW：整个窗口只造一个例子。`,
    },
  },
  {
    id: 'why-two',
    at: 'why-two',
    minutes: 2,
    title: { en: 'Why two vectors?', zh: '为什么要两个向量？' },
    notes: {
      en: `Let everybody answer before revealing. The key is the sign of x · x.

If somebody says the two become equal anyway: the next figure shows both.`,
      zh: `先让大家都回答，再揭晓。关键在于 x · x 的符号。

如果有人说两个反正会变得相等：下一幅图把两个都画出来。`,
    },
  },
  {
    id: 'vectors',
    at: 'vectors',
    state: showing(VECTORS_TABLE, { word: 'china', window: 1 }),
    minutes: 2,
    title: { en: 'Alike, and beside', zh: '相似，与相邻' },
    notes: {
      en: `Compare the first list with the third: used like it, and standing beside it.

The last row is the word itself. With a window of 1 it scores low, as the argument says. Now pull the window to 6 and wait. The argument says what is possible, not what is learnt.`,
      zh: `比较第一张表和第三张表：用法像它的，和站在它旁边的。

最后一行是这个词自己。窗口为 1 时得分低，和道理一致。现在把窗口拉到 6，等一等。道理说的是可以怎样，不是学成怎样。`,
    },
  },
  {
    id: 'versus',
    at: 'versus',
    state: showing(VERSUS_TABLE, { output: 'huffman', part: 'all', epochs: 10 }),
    minutes: 3,
    title: { en: 'A wager', zh: '打个赌' },
    notes: {
      en: `Collect bets first: who is faster, who has the better lists? On little text, on rare words?

Run it, then switch to negative sampling and 50 epochs. The winner may change. Say that the losses cannot be compared: they are answers to different questions.`,
      zh: `先下注：谁更快，谁的表更好？文本少的时候呢，少见的词呢？

跑一遍，再换成负采样和 50 轮。赢家可能会变。说明损失不能比：它们回答的是不同的问题。`,
    },
  },
];
