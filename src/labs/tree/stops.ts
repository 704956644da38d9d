import { type LessonStop, showing } from '../../instruments/link/stops.ts';
import { TREE_LAB_TABLE, type TreeLabSettings } from './settings.ts';

const at = 'tree';
const show = (settings: Partial<TreeLabSettings>) => showing(TREE_LAB_TABLE, settings);

/** A demonstration before a class: a novel's words as a tree, how it is built, and what a model makes of it. */
export const stops: readonly LessonStop[] = [
  {
    id: 'novel',
    at,
    state: show({ shown: 'huffman', room: 'compare', bits: false }),
    minutes: 2,
    title: { en: 'A novel’s words as a Huffman tree', zh: '一部小说的词，做成哈夫曼树' },
    notes: {
      en: 'All words of Moby-Dick that occur five times or more. The fourteen most frequent ones are to be seen, the others are folded. Let the class guess where a rare word sits, then find it with the search field: the tree opens the way to it.\n\nBelow: mean depth, entropy, log₂ V. In the plot every word lies within one step of the diagonal, or close to it.',
      zh: '《白鲸》中出现五次以上的所有词。看得见的是最常用的十四个，其余的折叠着。让学生猜一个罕见词在哪里，再用查找框找到它：树会展开通向它的路。\n\n下方是平均深度、熵和 log₂ V。图中的词都落在对角线附近。',
    },
  },
  {
    id: 'balanced',
    at,
    state: show({ shown: 'both', room: 'compare' }),
    minutes: 2,
    title: { en: 'The same words, balanced', zh: '同样的词，平衡树' },
    notes: {
      en: 'In the balanced tree every word is about log₂ V deep, whether it occurs 14,000 times or five. Ask: for which words is the Huffman tree worse? For the rare ones; they pay for the frequent ones.',
      zh: '在平衡树里，每个词的深度都约为 log₂ V，不管它出现上万次还是五次。提问：对哪些词来说哈夫曼树更糟？罕见词；它们替高频词付了账。',
    },
  },
  {
    id: 'merges',
    at,
    state: show({ shown: 'huffman', room: 'build', words: 14, merges: 4, speed: 1 }),
    minutes: 3,
    title: { en: 'Built merge by merge', zh: '一次次合并而成' },
    notes: {
      en: 'Fourteen words now. Before each press of “Merge” ask which two parts come next. They are always the two at the head of the queue. Where weights are equal, the line above says which is taken and why; another rule gives another tree of the same cost.',
      zh: '现在只有十四个词。每次按“合并”之前，先问下一步是哪两个部分：总是队首的两个。重量相同时，上面一行会说明先取哪个、为什么；换一种规则得到另一棵树，代价相同。',
    },
  },
  {
    id: 'model',
    at,
    state: show({
      shown: 'huffman',
      room: 'model',
      words: 20_000,
      trains: true,
      context: 'white',
      target: 'whale',
    }),
    minutes: 4,
    title: { en: 'A softmax on the tree, training', zh: '在树上训练的 softmax' },
    notes: {
      en: 'A skip-gram model learns in the browser; the nodes that a sentence moved flash. The product along the path is the probability; the sum over all leaves stays 1 while everything changes. The search says how many of the V − 1 nodes it took to find the most probable word.',
      zh: '一个 skip-gram 模型正在浏览器里学习；被一句话改动的节点会闪一下。沿路径的乘积就是概率；一切都在变，所有叶子之和始终是 1。搜索一栏说明：要找到最可能的词，看了 V − 1 个节点中的多少个。',
    },
  },
];
