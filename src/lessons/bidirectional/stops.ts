import {
  CUT_TABLE,
  MERGE_TABLE,
  PADDING_TABLE,
  PAIR_TABLE,
} from '../../instruments/taggers/figure-settings.ts';
import { WAITING_TABLE } from '../../instruments/waiting/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

const LATE = {
  first: 'she thinks Rose was a great gift',
  second: 'she thinks Rose was a great singer',
} as const;

/** Twelve minutes in front of a class: the identity, the two chains, the cut, the joint, the waiting, the padding. */
export const stops: readonly LessonStop[] = [
  {
    id: 'untrained',
    at: 'taggers',
    state: showing(PAIR_TABLE, { trained: 0, tagger: 'forward', at: 3 }),
    minutes: 1,
    title: { en: 'Two sentences, one word', zh: '两句话，一个词' },
    notes: {
      en: `Read both sentences aloud, and stop at “Teddy” each time. Ask the class: is it a name?

Two taggers stand here, untrained. Their bars are near one half. Ask which of the two can learn to tell the sentences apart at the third word, and why.`,
      zh: `把两句话都念出来，每次都停在“Teddy”。问大家：它是人名吗？

这里有两个还没有训练的标注器，柱子都在二分之一附近。问问大家：哪一个能学会在第三个词处分辨这两句话，为什么？`,
    },
  },
  {
    id: 'same-number',
    at: 'taggers',
    state: showing(PAIR_TABLE, { trained: 100, tagger: 'forward', at: 3 }),
    minutes: 2,
    title: { en: 'Not one bit differs', zh: '一个比特也不差' },
    notes: {
      en: `They train now. Watch the two bars of “forward only” at Teddy: they move, but only together. The line of differences says 0 on the tinted ground, and that zero is exact.

Let somebody say why: same words, same weights, same first state. The loss curve comes down to the dashed floor and stays: ln 2 for each sentence.`,
      zh: `现在开始训练。看“只向前读”在 Teddy 处的两根柱子：它们会动，但总是一起动。差值那一行在有底色的地方写着 0，而且是精确的 0。

请人说说为什么：词相同，权重相同，初始状态相同。损失曲线降到虚线就停住了：每句话 ln 2。`,
    },
  },
  {
    id: 'two-chains',
    at: 'taggers',
    state: showing(PAIR_TABLE, { tagger: 'concat', sentence: 'second', chain: 'backward', at: 3 }),
    minutes: 2,
    title: { en: 'All of the difference comes from ←a', zh: '全部的差别都来自 ←a' },
    notes: {
      en: `Now the two-way tagger, opened at Teddy: scroll down to its chains. Point at the two parts of the log-odds. Go to the same word of the other sentence: the part from →a has not changed by a digit, the part from ←a has changed sign.

Select a tile of the backward chain: its arithmetic reads t + 1.`,
      zh: `现在看双向标注器，打开的是 Teddy：往下滚动，就是它的两条链。指一指对数几率的两部分。再到另一句的同一个词：来自 →a 的那一份一位也没变，来自 ←a 的那一份变了号。

选中反向链的一块方格：它的算式读的是 t + 1。`,
    },
  },
  {
    id: 'late',
    at: 'taggers',
    state: showing(PAIR_TABLE, LATE),
    minutes: 1,
    title: { en: 'Decided by the last word', zh: '由最后一个词决定' },
    notes: {
      en: `Six words in common, and Rose is decided by the seventh. Ask how far the backward chain has to carry what it has read: past great, a, was. It is the forward chain’s feat of memory, the other way round.`,
      zh: `六个词相同，Rose 由第七个词决定。问问大家，反向链要带着读到的东西走多远：走过 great、a、was。这和正向链的记忆功夫一样，只是换了方向。`,
    },
  },
  {
    id: 'cut',
    at: 'cut',
    state: showing(CUT_TABLE, { cut: 'zero', at: 3 }),
    minutes: 2,
    title: { en: 'Cut: a third, different thing', zh: '剪断：第三样不同的东西' },
    notes: {
      en: `Before you show it, let them guess: cut the backward chain of the trained network. Is that the forward-only tagger?

The hatched bars say no. Equal in both sentences, yes, but another number. Switch between zero, the mean and the word alone: three ways to cut, three answers. The read-out was trained on sums.`,
      zh: `先让大家猜：把训练好的网络的反向链剪断，得到的是不是只向前读的标注器？

带斜纹的柱子说：不是。两句里确实相同，却是另一个数。在“零”“平均值”“只读这一个词”之间切换：三种剪法，三种答案。读出层是按和来训练的。`,
    },
  },
  {
    id: 'joint',
    at: 'merge',
    state: showing(MERGE_TABLE, { exchanged: true }),
    minutes: 1.5,
    title: { en: 'What a sum cannot know', zh: '相加之后，不知来历' },
    notes: {
      en: `→a and ←a have changed places before the read-out. The network that adds them says the same, bit for bit. The one that puts them side by side is lost.

Then the table: half the width, and a smaller next layer. On this task both get everything right.`,
      zh: `在读出之前，→a 和 ←a 对调了位置。相加的网络说的话一个比特也不差，拼接的网络就乱了。

再看表：宽度减半，下一层也小一些。在这个任务上，两者都全对。`,
    },
  },
  {
    id: 'waiting',
    at: 'waiting',
    state: showing(WAITING_TABLE, { reader: 'both', moment: 0 }),
    minutes: 2,
    title: { en: 'Nothing can be said before the end', zh: '不到末尾，什么也说不出' },
    notes: {
      en: `Press Play. Words come in, the forward chain keeps up, and nothing can be said. With the last word the backward chain starts, and the answers come from right to left. “Teddy” is among the last.

Then choose “both ways, with a fixed look-ahead”, and let them read off the curve how many words are worth waiting for.`,
      zh: `按播放。词一个个到来，正向链跟得上，却什么也说不出。最后一个词到了，反向链才开始，答案从右往左出来，“Teddy”排在后面。

然后选“双向，固定前瞻”，让大家从曲线上读出：等几个词才值得。`,
    },
  },
  {
    id: 'padding',
    at: 'padding',
    state: showing(PADDING_TABLE, { padded: 'late', count: 3 }),
    minutes: 1,
    title: { en: 'Padding is read first', zh: '最先读到的是填充' },
    notes: {
      en: `The sentence in a batch with longer ones. The forward chain never notices the padding. The backward chain begins in it. Compare the first two rows, and the table: nothing crashes, the answers are wrong.`,
      zh: `和更长的句子放在同一个批次里。正向链从来碰不到填充，反向链却从那里开始。比较前两行，再看表：程序没有崩溃，答案错了。`,
    },
  },
];
