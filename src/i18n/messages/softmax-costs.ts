import type { Catalogue } from '../catalogue.ts';

const en = {
  'cost.title': 'What one word costs to learn, measured here',
  'cost.full': 'full softmax',
  'cost.batched': 'full, {batch} at a time',
  'cost.negative': 'negative, K = {negatives}',
  'cost.hierarchical': 'Huffman tree',
  'cost.dimensions': 'Dimensions d',
  'cost.negatives': 'Noise words K',
  'cost.vocabulary': 'Vocabulary V',
  'cost.again': 'Measure again',
  'cost.measuring': 'Measuring: {done} of {all} sizes',
  'cost.stopped':
    'The measurement could not go on ({detail}). What was measured stays; measure again to try once more.',
  'cost.wasm': 'One thread, SIMD in WebAssembly: the code that trains the models on this page.',
  'cost.js':
    'One thread, plain TypeScript: this browser has no WebAssembly SIMD. The batched form needs it and is not measured.',
  'cost.bars': 'Time to learn one word, V = {vocabulary}, d = {dimensions}',
  'cost.times': '{times} ×',
  'cost.tree': '1 ×, {depth} nodes on average',
  'cost.missing': 'not enough memory',
  'cost.waiting': 'not yet measured',
  'cost.curve': 'The same for every size of vocabulary',
  'cost.time': 'time',
  'cost.ratio': 'times the tree',
  'cost.view': 'The curves show',
  'cost.x': 'words in the vocabulary, V',
  'cost.y.time': 'µs a word',
  'cost.y.ratio': 'times the tree’s time',
  'cost.expected': 'V / log₂ V, counting products alone',
  'cost.fifty': '50 times, as the notes say',
  'cost.note':
    'Learning one word: all scores that are needed, the gradients, and the step of everything that moves. Words are drawn by Zipf’s law, the tree is Huffman’s over the same counts. “{batch} at a time” learns {batch} words in one matrix product; the other three learn one word after the other.',
  'cost.readout':
    'At V = {vocabulary} the full softmax takes {full} times as long as the tree, and {batched} times when {batch} words share a matrix product. Products alone would make it {expected} times.',
  'cost.table': 'Time to learn one word, µs, d = {dimensions}',
  'cost.depth': 'nodes',
  'cost.micro': '{value} µs',
  'cost.milli': '{value} ms',
} as const;

const zh: Record<keyof typeof en, string> = {
  'cost.title': '学习一个词的代价，在这台机器上实测',
  'cost.full': '完整 softmax',
  'cost.batched': '完整，每批 {batch} 个词',
  'cost.negative': '负采样，K = {negatives}',
  'cost.hierarchical': '哈夫曼树',
  'cost.dimensions': '维数 d',
  'cost.negatives': '噪声词数 K',
  'cost.vocabulary': '词表大小 V',
  'cost.again': '重新测量',
  'cost.measuring': '正在测量：{all} 种大小已完成 {done} 种',
  'cost.stopped': '测量无法继续（{detail}）。已测得的结果仍然保留；可以重新测量再试一次。',
  'cost.wasm': '单线程，WebAssembly SIMD：本页训练模型用的就是这份代码。',
  'cost.js': '单线程，纯 TypeScript：这个浏览器没有 WebAssembly SIMD。批量形式离不开它，所以没有测。',
  'cost.bars': '学习一个词的时间，V = {vocabulary}，d = {dimensions}',
  'cost.times': '{times} 倍',
  'cost.tree': '1 倍，平均 {depth} 个节点',
  'cost.missing': '内存不够',
  'cost.waiting': '还没测到',
  'cost.curve': '换成各种词表大小',
  'cost.time': '时间',
  'cost.ratio': '是树的几倍',
  'cost.view': '曲线显示',
  'cost.x': '词表中的词数 V',
  'cost.y.time': '每个词的微秒数',
  'cost.y.ratio': '是树的几倍',
  'cost.expected': 'V / log₂ V，只数乘积',
  'cost.fifty': '讲义所说的 50 倍',
  'cost.note':
    '学习一个词包括：算出需要的全部得分、求梯度、更新所有会移动的向量。词按齐普夫定律抽取，树是同一组词频的哈夫曼树。“每批 {batch} 个词”用一次矩阵乘积学完 {batch} 个词；另外三种方法一个词接一个词地学。',
  'cost.readout':
    'V = {vocabulary} 时，完整 softmax 用的时间是树的 {full} 倍；让 {batch} 个词共用一次矩阵乘积，则是 {batched} 倍。只数乘积应是 {expected} 倍。',
  'cost.table': '学习一个词的时间（微秒），d = {dimensions}',
  'cost.depth': '节点数',
  'cost.micro': '{value} µs',
  'cost.milli': '{value} ms',
};

/** The costs of the softmaxes. */
export const softmaxCostMessages: Catalogue<keyof typeof en> = { en, zh };
