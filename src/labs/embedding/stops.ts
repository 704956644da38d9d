import { type LessonStop, showing } from '../../instruments/link/stops.ts';
import { axisMap } from './axis-map.ts';
import { EMBEDDING_TABLE, type EmbeddingSettings } from './state/settings.ts';

const at = 'embedding';
const show = (settings: Partial<EmbeddingSettings>) => showing(EMBEDDING_TABLE, settings);

/** Two axes with words that lie far apart on them. */
const AXES = {
  from: 'he man male',
  to: 'she woman female',
  from2: 'poor cheap poverty',
  to2: 'rich wealthy luxury',
  along: 'king queen prince princess actor actress banker nurse millionaire servant',
} as const;

/** What earlier stops asked of English words is the examples of the set again. */
const NO_ENGLISH = {
  ...{ a: '', b: '', c: '', added: '', across: '', up: '' },
  ...{ from: null, to: null, from2: null, to2: null, along: null },
} as const;

/** A demonstration before a class: neighbours, the analogy and what it hides, the map, axes, and another language. */
export const stops: readonly LessonStop[] = [
  {
    id: 'neighbours',
    at,
    state: show({ vectors: 'glove', panel: 'none', word: 'coffee', metric: 'cosine', projection: 'tsne' }),
    minutes: 2,
    title: { en: 'A word is the company it keeps', zh: '观其伴，知其词' },
    notes: {
      en: 'On the right: 100 numbers, and the words whose numbers point in nearly the same direction. Let the class call out words and type them. Ask what kind of likeness it is: words for the same thing, or words found in the same places? Opposites such as hot and cold answer that.\n\nThen switch to the dot product: long vectors win, and those belong to frequent words.',
      zh: '右边是 100 个数，以及方向几乎相同的词。请学生报词，当场输入。提问：这是哪一种相似？意思相同，还是出现在同样的场合？用 hot 和 cold 这样的反义词来回答。\n\n再换成点积：向量长的占便宜，而它们多半是常用词。',
    },
  },
  {
    id: 'without-exclusion',
    at,
    state: show({ panel: 'analogy', word: 'king', a: 'man', b: 'woman', c: 'king', exclude: false }),
    minutes: 3,
    title: { en: 'King − man + woman is … king', zh: 'king − man + woman 等于……king' },
    notes: {
      en: 'Before anything is shown, ask for the answer. With nothing left out, the nearest word to king − man + woman is king itself. The famous queen appears only because the three words of the question are taken out of the list: tick the box.\n\nThe lines on the map join man to woman and king to the answer.',
      zh: '先让学生猜答案。什么都不去掉时，离 king − man + woman 最近的词就是 king 自己。著名的 queen 之所以出现，是因为题目里的三个词被从答案里去掉了：勾选那一项看看。\n\n地图上的线连着 man 与 woman、king 与答案。',
    },
  },
  {
    id: 'map',
    at,
    state: show({
      panel: 'none',
      word: 'king',
      exclude: true,
      first: 5000,
      projection: 'tsne',
      colour: 'cluster',
    }),
    minutes: 3,
    title: { en: 'Five thousand words arrange themselves', zh: '五千个词自己排开' },
    notes: {
      en: 'The map is computed here, now. Distances between clumps and the sizes of clumps mean little; who is next to whom means more. The lines from the selected word lead to its nearest words in all 100 dimensions: long lines are what the plane could not keep.\n\nZoom into a clump and let the class name it.',
      zh: '这张地图是此刻在这里算出来的。团与团的距离、团的大小说明不了多少，谁挨着谁更可信。从选中的词引出的线通向它在 100 维空间中最近的词：线越长，平面丢掉的越多。\n\n放大一团，让学生给它起名。',
    },
  },
  {
    id: 'own-axes',
    at,
    state: show({ panel: 'axes', plane: true, colour: 'none', first: 1000, ...AXES, ...axisMap(AXES) }),
    minutes: 3,
    title: { en: 'Axes that mean something', zh: '有含义的坐标轴' },
    notes: {
      en: 'The axes of t-SNE mean nothing. These do: one goes from he, man, male to she, woman, female, the other from poor to rich. Where does the class expect nurse, banker, servant? Type any words of theirs.\n\nWhat the text said of people is in the vectors too.',
      zh: 't-SNE 的坐标轴没有含义，这两条有：一条从 he、man、male 指向 she、woman、female，另一条从贫指向富。学生觉得 nurse、banker、servant 会落在哪里？换上他们自己的词试试。\n\n语料里怎么说人，向量里就有什么。',
    },
  },
  {
    id: 'characters',
    at,
    state: show({
      vectors: 'characters',
      panel: 'arithmetic',
      expression: '东 − 西 + 南',
      word: '月',
      plane: false,
      first: 5000,
      projection: 'tsne',
      ...NO_ENGLISH,
    }),
    minutes: 3,
    title: { en: 'Characters of Tang poems', zh: '唐诗里的字' },
    notes: {
      en: 'The same method, another language: 64 numbers for each character, learnt from Tang poems by the word2vec of this notebook. East − west + south is north; boat − water + horse is a carriage. Nobody told the model what a direction is.',
      zh: '同样的方法，另一种语言：每个字 64 个数，由本站自己的 word2vec 从唐诗里学来。东 − 西 + 南得到北，舟 − 水 + 马得到驷和车。没有人告诉过模型什么叫方向。',
    },
  },
];
