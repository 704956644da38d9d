import { type LessonStop, showing } from '../stops.ts';
import { APART_TABLE, FEATURE_TABLE, LOOKUP_TABLE, NEAR_TABLE, WORLD_TABLE } from './figures/settings.ts';

/** Ten minutes in front of a class: equally far, features, the look-up, measures, a map. */
export const stops: readonly LessonStop[] = [
  {
    id: 'apart',
    at: 'apart',
    state: showing(APART_TABLE, { measure: 'distance' }),
    minutes: 2,
    title: { en: 'All equally far', zh: '全都一样远' },
    notes: {
      en: `Left: one number, over and over. Ask what a model can know about apples from reading about oranges.

Then the right side. Take words from the class.`,
      zh: `左边翻来覆去只有一个数。问：读了橙子的事，模型能知道苹果的什么？

再看右边。让大家报几个词。`,
    },
  },
  {
    id: 'features',
    at: 'features',
    state: showing(FEATURE_TABLE, { values: '', view: 'pca', row: 4, column: 1 }),
    minutes: 2,
    title: { en: 'Described by features', zh: '用特征来描述' },
    notes: {
      en: 'Say clearly that a person gave these numbers. Change one and watch the map. Then the plane of gender and royal: the arrows.',
      zh: '讲清楚这些数是人给的。改一个，看地图怎么动。再换到性别和王室的平面，看箭头。',
    },
  },
  {
    id: 'lookup',
    at: 'lookup',
    state: showing(LOOKUP_TABLE, { word: 3, step: 0 }),
    minutes: 2,
    title: { en: 'A product that is a look-up', zh: '其实是查表的乘法' },
    notes: {
      en: 'Play. What do the rows before and behind contribute? Read the line with the multiplications.',
      zh: '按播放。前面和后面那些行贡献了什么？念一遍乘法次数的那句话。',
    },
  },
  {
    id: 'near',
    at: 'near',
    state: showing(NEAR_TABLE, { word: 'frog' }),
    minutes: 2,
    title: { en: 'Three ways to be near', zh: '三种近法' },
    notes: {
      en: 'Compare the first and the last list. Who has a long vector? Try paris.',
      zh: '比较第一张和最后一张表。谁的向量长？再试试 paris。',
    },
  },
  {
    id: 'world',
    at: 'world',
    state: showing(WORLD_TABLE, { first: 1000, projection: 'tsne' }),
    minutes: 2,
    title: { en: 'A thousand words', zh: '一千个词' },
    notes: {
      en: 'Let it run and name the groups together. Select a word whose lines go far across the map.',
      zh: '让它跑，一起给各群起名字。选一个连线横穿地图的词。',
    },
  },
];
