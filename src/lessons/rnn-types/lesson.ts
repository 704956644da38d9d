import type { LessonMeta } from '../schema.ts';

export const lesson = {
  part: 'sequences',
  order: 30,
  title: { en: 'Kinds of recurrent networks', zh: '循环网络的类型' },
  summary: {
    en: 'One input or many, one output or many, and what is handed on between steps: five types and three recurrences, each trained in seconds; and what happens when a network must live on its own outputs.',
    zh: '输入一个还是多个，输出一个还是多个，步与步之间传些什么：五种类型、三种循环，每一种几秒钟就训练好；还有，网络只能读自己写出的东西时会怎样。',
  },
  minutes: 20,
  figures: 3,
  checkpoints: ['which-type', 'break-it', 'after-e', 'faultless'],
  prerequisites: ['rnn'],
  controls: [],
  trainer: ['generated'],
} as const satisfies LessonMeta;
