import { CELLS_TABLE, CHAIN_TABLE } from '../../instruments/ngrams/settings.ts';
import { SHAPE_TABLE } from '../../instruments/ngrams/shape-settings.ts';
import { VERSUS_TABLE } from '../../instruments/ngrams/versus-settings.ts';
import { WRITING_TABLE } from '../../instruments/ngrams/writer-settings.ts';
import { type LessonStop, showing } from '../stops.ts';

/** Fifteen minutes in front of a class: two sentences, the zeros, a shrug and worse, counting against learning, writing. */
export const stops: readonly LessonStop[] = [
  {
    id: 'knew',
    at: 'chain',
    state: showing(CHAIN_TABLE, { sentence: 'They knew the sea.', order: 3, smoothing: 'kneser-ney', at: 2 }),
    minutes: 2,
    title: { en: 'Knew or new?', zh: 'knew 还是 new？' },
    notes: {
      en: `Say the sentence aloud, and ask how to spell it. Why are you sure? Not by ear.

Read the rows from the top: each is one question. Given these words, what comes next? The struck-out words are what this model forgets.

Press the second example and compare the two products. Neither sentence stands in the book.`,
      zh: `把这句英文念出来，问大家怎么拼。为什么这么肯定？不是靠耳朵。

从上往下读：每一行是一个问题。已知这些词，接下来是什么？划掉的，是这个模型忘掉的。

按第二个例子，比较两个乘积。这两句话书里都没有。`,
    },
  },
  {
    id: 'zeros',
    at: 'counts',
    state: showing(CELLS_TABLE, { order: 2, smoothing: 'none', show: 'counts', row: 3, column: 3 }),
    minutes: 2,
    title: { en: 'A table full of zeros', zh: '一张满是 0 的表' },
    notes: {
      en: `Framed cells are the way of our sentence. One of them is 0: they knew. So the whole product is 0.

Switch n to 3 and read the last line aloud: how many cells, how many of them filled? Ask who would like to collect enough text.

Then probabilities, add k, and move k. Watch a row forget what it knew.`,
      zh: `带框的是我们这句话走过的格子。其中一格是 0：they knew。于是整个乘积是 0。

把 n 换成 3，把最后一行念出来：一共多少格，填了多少格？问问谁愿意去收集够用的文本。

然后换成概率，加 k，移动 k。看一行怎样把知道的忘掉。`,
    },
  },
  {
    id: 'uniform',
    at: 'uniform',
    minutes: 1,
    title: { en: 'What ignorance costs', zh: '一无所知的代价' },
    notes: {
      en: `Let everybody answer before the number is revealed. It is V, exactly, on any text.

Every training curve should begin near it. If yours begins elsewhere, look for the mistake.`,
      zh: `先让大家都回答，再揭晓。恰好是 V，在任何文本上都是。

每条训练曲线都该从它附近开始。要是从别处开始，该去找错在哪里。`,
    },
  },
  {
    id: 'wrong',
    at: 'perplexity',
    state: showing(SHAPE_TABLE, { belief: 'wrong', confidence: 2, size: 8 }),
    minutes: 2,
    title: { en: 'Confidently wrong', zh: '自信地错' },
    notes: {
      en: `Eight words, a model that leans the wrong way, perplexity far above 8. Can that be? Let them object first.

Perplexity does not count mistakes. It weighs them by how sure the model was.

Switch to the right way and pull the confidence from 0 to 4: down, least at 1, up again.`,
      zh: `八个词，模型偏到了错的方向，困惑度远远高于 8。可能吗？先让大家反驳。

困惑度不数错了几次，它按错的时候有多自信来算账。

换成对的方向，把自信程度从 0 拖到 4：先降，在 1 处最低，再升。`,
    },
  },
  {
    id: 'against',
    at: 'versus',
    state: showing(VERSUS_TABLE, { smoothing: 'kneser-ney', cell: 'gru' }),
    minutes: 4,
    title: { en: 'Counting against learning', zh: '计数与学习的较量' },
    notes: {
      en: `It begins to learn when it comes on the screen. Collect bets first: how many of the five lines will it get below, and how soon?

The first point lies close to “uniform”. After fifty steps it knows how frequent letters are. Then it gets slow.

It does not get below n = 5. Say so: counting was the best there was for decades. Then switch the lines to “None”: from n = 2 on they are gone, because their perplexity is infinite.`,
      zh: `它一出现在屏幕上就开始学。先下注：五条线里它能低过几条，要多久？

第一个点落在“均匀”附近。五十步之后，它知道了字母有多常见。后面就慢了。

它低不过 n = 5。如实说：计数在几十年里一直是最好的办法。再把参考线换成“不平滑”：从 n = 2 起线都没了，因为困惑度是无穷大。`,
    },
  },
  {
    id: 'write',
    at: 'sampling',
    state: showing(WRITING_TABLE, { writer: 'network', temperature: 1, begin: 'The ' }),
    minutes: 3,
    title: { en: 'Let it write', zh: '让它写' },
    notes: {
      en: `Press “Next token” a few times and read the bars: this is all that it ever says. Then let it draw many.

Ask what is right about the nonsense: words, spaces, commas, capitals after full stops. Nobody told it any of this.

Temperature 0.2, then 1.5. Then the n-grams, n = 1, 3, 5.`,
      zh: `按几次“下一个词元”，念一念柱子：它能说的就只有这些。然后让它一口气多抽一些。

问：这些胡话里有什么是对的？单词、空格、逗号、句号后的大写。没有人教过它这些。

温度 0.2，再 1.5。然后换 n 元模型，n = 1、3、5。`,
    },
  },
];
