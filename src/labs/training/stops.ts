import { type LessonStop, showing } from '../../instruments/link/stops.ts';
import { TRAINING_TABLE, type TrainingSettings } from './state/settings.ts';

const at = 'training';
const show = (settings: Partial<TrainingSettings>) => showing(TRAINING_TABLE, settings);

/** A demonstration before a class: a character model from its first step to its cells. */
export const stops: readonly LessonStop[] = [
  {
    id: 'first-steps',
    at,
    state: show({ quantity: 'loss', log: false, references: true, room: 'sampling', temperature: 1 }),
    minutes: 3,
    title: { en: 'The first thousand steps of a character model', zh: '字符模型的前一千步' },
    notes: {
      en: 'Press Train if nothing moves. The loss begins at ln V: the model knows nothing. Ask the class what the first thing is that it learns. The line of the 1-gram is the answer: how often each letter stands in the text.\n\nWait until it passes the 2-gram, then the 3-gram.',
      zh: '如果没有动静，就按“训练”。损失从 ln V 开始：模型一无所知。问全班：它最先学会什么？答案是 1 元模型那条线，也就是每个字母出现得多频繁。\n\n等它越过 2 元、3 元模型的线。',
    },
  },
  {
    id: 'perplexity',
    at,
    state: show({ quantity: 'perplexity', log: true }),
    minutes: 2,
    title: { en: 'The same curve as perplexity', zh: '同一条曲线，换成困惑度' },
    notes: {
      en: 'Perplexity is e to the loss: among how many equally likely characters the model still has to choose. It begins at V.',
      zh: '困惑度是 e 的损失次方：模型还要在多少个同样可能的字符中选择。它从 V 开始。',
    },
  },
  {
    id: 'temperature',
    at,
    state: show({ room: 'sampling', temperature: 0.4 }),
    minutes: 3,
    title: { en: 'What it writes, cold and warm', zh: '低温和高温下它写些什么' },
    notes: {
      en: 'Draw some text at 0.4, then at 1, then at 1.6. Click a token: the bars show what it was drawn from, before and after the temperature.',
      zh: '先在 0.4 抽一段，再在 1，最后在 1.6。点一个词元：条形显示它是从怎样的分布里抽出来的，温度作用之前和之后都有。',
    },
  },
  {
    id: 'cells',
    at,
    state: show({ room: 'cells', cellMode: 'unit', cellFeature: 'auto' }),
    minutes: 3,
    title: { en: 'Does a cell track anything?', zh: '有没有哪个单元在追踪什么？' },
    notes: {
      en: 'The list ranks the units against chance. After a few thousand steps one of them usually follows the place in a word or in a line. Open the gates behind any stretch of the passage.',
      zh: '列表把各单元与纯属巧合相比。几千步之后，通常有一个单元跟着词内或行内的位置变化。可以打开文中任意一段背后的门。',
    },
  },
];
