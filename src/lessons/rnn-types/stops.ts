import { DRIFT_TABLE } from '../../instruments/feedback/settings.ts';
import { TYPES_TABLE, type TypesSettings } from '../../instruments/types/settings.ts';
import { type LessonStop, showing } from '../stops.ts';

const types = (settings: Partial<TypesSettings>) => showing(TYPES_TABLE, settings);

/** A quarter of an hour in front of a class: five types, three recurrences, and a network left to itself. */
export const stops: readonly LessonStop[] = [
  {
    id: 'one-to-one',
    at: 'types',
    state: types({ form: 'one-one', letter: 'e', box: 'state', at: 1 }),
    minutes: 1,
    title: { en: 'One to one: no recurrence at all', zh: '一对一：其实没有循环' },
    notes: {
      en: `Wait for the training curve to reach the top; it takes a few seconds. Type other letters. Ask what y will be.

One step, nothing handed on: this is an ordinary network with one hidden layer.`,
      zh: `等训练曲线升到顶，只要几秒。换别的字母试试，问问大家 y 会算什么。

只有一步，什么也不往下传：这就是带一个隐藏层的普通网络。`,
    },
  },
  {
    id: 'many-to-one',
    at: 'types',
    state: types({ form: 'many-one', box: 'state', at: 4 }),
    minutes: 2,
    title: { en: 'Many to one: one verdict at the end', zh: '多对一：末尾一个判断' },
    notes: {
      en: `Watch the drawing turn into this one. The state in the middle is selected: nobody asks there, but the line under the numbers says what it would answer.

Let the class make up a review from the words above the drawing.`,
      zh: `看图怎样变成这一张。选中的是中间的一个状态：那里没有人问，但数字下面有一行字，说出它会怎么答。

请大家用图上方列出的词编一条评论。`,
    },
  },
  {
    id: 'many-to-many',
    at: 'types',
    state: types({ form: 'many-many', box: 'output', at: 3 }),
    minutes: 1.5,
    title: { en: 'Many to many: an answer at every step', zh: '多对多：每一步都回答' },
    notes: {
      en: `Same cell, same equations; only the loss is taken at every step. Make the string longer than it was trained on: it goes on being right. One bit is all it has to remember.`,
      zh: `同样的单元，同样的式子，只是每一步都取损失。把字符串写得比训练时更长，它照样答对：要记的只有一个二选一的标记。`,
    },
  },
  {
    id: 'unequal',
    at: 'types',
    state: types({ form: 'unequal', word: 'dabc', box: 'state', at: 5 }),
    minutes: 2,
    title: { en: 'Unequal lengths: everything through one state', zh: '不等长：全都要挤过一个状态' },
    notes: {
      en: `The word has four letters, the training data had three at most. Ask for predictions before the training ends. The state at the arrow must hold the whole word.`,
      zh: `这个词有四个字母，训练时最多三个。训练结束之前先请大家猜。箭头处的那个状态要装下整个词。`,
    },
  },
  {
    id: 'one-to-many',
    at: 'types',
    state: types({ form: 'one-many', digit: '3', box: 'state', at: 2 }),
    minutes: 1.5,
    title: { en: 'One to many: it reads what it said', zh: '一对多：读自己说的话' },
    notes: {
      en: `Dashed: an output becomes the next input. In training the right letter stood there, whatever the network had said.`,
      zh: `虚线：输出成了下一步的输入。训练时，那里放的是正确的字母，不管网络说了什么。`,
    },
  },
  {
    id: 'output-only',
    at: 'types',
    state: types({ form: 'output', digit: '3', box: 'state', at: 2 }),
    minutes: 2,
    title: { en: 'The output only: weaker, and easy to train', zh: '只传输出：弱一些，但好训练' },
    notes: {
      en: `The horizontal arrows are gone. After “e” it cannot know whether this is the first or the second one.

What is gained: with the right letters given, no step waits for another.`,
      zh: `横着的箭头没有了。到了“e”，它不可能知道这是第一个还是第二个。

得到的好处：正确字母一给定，哪一步都不用等别的步。`,
    },
  },
  {
    id: 'three-decoders',
    at: 'memory',
    minutes: 1.5,
    title: { en: 'What the next step gets to know', zh: '下一步能知道什么' },
    notes: {
      en: `Read the middle column aloud: the same number wherever the same symbol follows. Then the right one: what remains are the names with a repeated letter.`,
      zh: `念一念中间那列：同样的符号，到处都是同一个数。再看右边那列：剩下拼错的，是有重复字母的名字。`,
    },
  },
  {
    id: 'drift-little',
    at: 'drift',
    state: showing(DRIFT_TABLE, { amount: 'little', way: 'sample' }),
    minutes: 2,
    title: { en: 'Left to itself, after little training', zh: '训练得少，让它自己写' },
    notes: {
      en: `Forced: a few per cent at every step. Free: it grows. Read the sentence under the chart: before and after the first mistake.`,
      zh: `强制：每一步都是百分之几。自由：越来越大。念一念图下面的那句话：第一次出错之前和之后。`,
    },
  },
  {
    id: 'drift-much',
    at: 'drift',
    state: showing(DRIFT_TABLE, { amount: 'much', way: 'sample' }),
    minutes: 1.5,
    title: { en: 'The same network, trained much more', zh: '同一个网络，多训练一些' },
    notes: {
      en: `Both fall. What hardly falls is the share of errors after the first mistake: fewer runs stumble, but those that do are nearly as lost as before.`,
      zh: `两条线都下降了。几乎没有下降的，是第一次出错之后的错误比例：会出错的运行少了，可一旦出错，还是差不多一样找不着路。`,
    },
  },
];
