import type { Catalogue } from '../catalogue.ts';

const en = {
  'costs.title': 'What one word costs to learn, measured here',
  'costs.full': 'full softmax',
  'costs.batched': 'full, {batch} at a time',
  'costs.negative': 'negative, K = {negatives}',
  'costs.hierarchical': 'Huffman tree',
  'costs.dimensions': 'Dimensions d',
  'costs.negatives': 'Noise words K',
  'costs.vocabulary': 'Vocabulary V',
  'costs.again': 'Measure again',
  'costs.measuring': 'Measuring: {done} of {all} sizes',
  'costs.stopped':
    'The measurement could not go on ({detail}). What was measured stays; measure again to try once more.',
  'costs.wasm': 'One thread, SIMD in WebAssembly: the code that trains the models on this page.',
  'costs.js':
    'One thread, plain TypeScript: this browser has no WebAssembly SIMD. The batched form needs it and is not measured.',
  'costs.bars': 'Time to learn one word, V = {vocabulary}, d = {dimensions}',
  'costs.times': '{times} ×',
  'costs.tree': '1 ×, {depth} nodes on average',
  'costs.missing': 'not enough memory',
  'costs.waiting': 'not yet measured',
  'costs.curve': 'The same for every size of vocabulary',
  'costs.time': 'time',
  'costs.ratio': 'times the tree',
  'costs.view': 'The curves show',
  'costs.x': 'words in the vocabulary, V',
  'costs.y.time': 'µs a word',
  'costs.y.ratio': 'times the tree’s time',
  'costs.expected': 'V / log₂ V, counting products alone',
  'costs.fifty': '50 times, as the notes say',
  'costs.note':
    'Learning one word: all scores that are needed, the gradients, and the step of everything that moves. Words are drawn by Zipf’s law, the tree is Huffman’s over the same counts. “{batch} at a time” learns {batch} words in one matrix product; the other three learn one word after the other.',
  'costs.readout':
    'At V = {vocabulary} the full softmax takes {full} times as long as the tree, and {batched} times when {batch} words share a matrix product. Products alone would make it {expected} times.',
  'costs.table': 'Time to learn one word, µs, d = {dimensions}',
  'costs.depth': 'nodes',
  'costs.micro': '{value} µs',
  'costs.milli': '{value} ms',
} as const;

const zh: Record<keyof typeof en, string> = {
  'costs.title': '学习一个词的代价，在这台机器上实测',
  'costs.full': '完整 softmax',
  'costs.batched': '完整，每批 {batch} 个词',
  'costs.negative': '负采样，K = {negatives}',
  'costs.hierarchical': '哈夫曼树',
  'costs.dimensions': '维数 d',
  'costs.negatives': '噪声词数 K',
  'costs.vocabulary': '词表大小 V',
  'costs.again': '重新测量',
  'costs.measuring': '正在测量：{all} 种大小已完成 {done} 种',
  'costs.stopped': '测量无法继续（{detail}）。已测得的结果仍然保留；可以重新测量再试一次。',
  'costs.wasm': '单线程，WebAssembly SIMD：本页训练模型用的就是这份代码。',
  'costs.js': '单线程，纯 TypeScript：这个浏览器没有 WebAssembly SIMD。批量形式离不开它，所以没有测。',
  'costs.bars': '学习一个词的时间，V = {vocabulary}，d = {dimensions}',
  'costs.times': '{times} 倍',
  'costs.tree': '1 倍，平均 {depth} 个节点',
  'costs.missing': '内存不够',
  'costs.waiting': '还没测到',
  'costs.curve': '换成各种词表大小',
  'costs.time': '时间',
  'costs.ratio': '是树的几倍',
  'costs.view': '曲线显示',
  'costs.x': '词表中的词数 V',
  'costs.y.time': '每个词的微秒数',
  'costs.y.ratio': '是树的几倍',
  'costs.expected': 'V / log₂ V，只数乘积',
  'costs.fifty': '讲义所说的 50 倍',
  'costs.note':
    '学习一个词包括：算出需要的全部得分、求梯度、更新所有会移动的向量。词按齐普夫定律抽取，树是同一组词频的哈夫曼树。“每批 {batch} 个词”用一次矩阵乘积学完 {batch} 个词；另外三种方法一个词接一个词地学。',
  'costs.readout':
    'V = {vocabulary} 时，完整 softmax 用的时间是树的 {full} 倍；让 {batch} 个词共用一次矩阵乘积，则是 {batched} 倍。只数乘积应是 {expected} 倍。',
  'costs.table': '学习一个词的时间（微秒），d = {dimensions}',
  'costs.depth': '节点数',
  'costs.micro': '{value} µs',
  'costs.milli': '{value} ms',
};

/** The costs of the softmaxes. */
export const softmaxCostMessages: Catalogue<keyof typeof en> = { en, zh };
