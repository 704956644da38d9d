import { describe, expect, it } from 'vitest';
import { writeSafetensors } from '../../models/convert/safetensors-write.ts';
import { createRandom } from '../../models/random.ts';
import { huffmanTree } from '../../models/softmax/huffman.ts';
import { predictByTree, readTreeModel, type TreeModel, writeTreeModel } from './tree-model.ts';

const WORDS = ['the', '鲸鱼', 'a "b"', 'sea', 'durian'];
const COUNTS = [9, 4, 4, 1, 0];
const D = 3;
const random = createRandom(4);
const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
const model: TreeModel = {
  words: WORDS,
  counts: COUNTS,
  kind: 'huffman',
  tree: huffmanTree(COUNTS),
  dimensions: D,
  input: draw(5 * D),
  nodes: draw(4 * D),
};

/** The bytes of the file with one piece of it put otherwise. */
function changed(name: string, shape: readonly number[], value: number): Uint8Array {
  const read = readTreeModel(writeTreeModel(model));
  if (!read.ok) throw new Error('own file refused');
  const { tree, counts, input, nodes } = read.model;
  const tensors = new Map(
    Object.entries({
      counts: { shape: [5], data: Float64Array.from(counts) },
      left: { shape: [4], data: Float64Array.from(tree.left) },
      right: { shape: [4], data: Float64Array.from(tree.right) },
      input: { shape: [5, D], data: Float64Array.from(input) },
      nodes: { shape: [4, D], data: Float64Array.from(nodes) },
    }),
  );
  const length = shape.reduce((product, size) => product * size, 1);
  tensors.set(name, { shape: [...shape], data: new Float64Array(length).fill(value) });
  return writeSafetensors(tensors, { dtype: 'F64', metadata: { root: '3', words: JSON.stringify(WORDS) } });
}

const faultOf = (bytes: Uint8Array) => {
  const read = readTreeModel(bytes);
  return read.ok ? null : read.fault;
};

describe('a tree’s model in a file', () => {
  it('comes back with the same words, tree and vectors', () => {
    const read = readTreeModel(writeTreeModel(model));
    expect(read).toMatchObject({ ok: true, model: { words: WORDS, kind: 'huffman', dimensions: D } });
    if (!read.ok) return;
    expect(read.model.tree).toEqual(model.tree);
    expect([...Float32Array.from(read.model.input)]).toEqual([...Float32Array.from(model.input)]);
    expect(predictByTree(read.model, { context: 1, target: 4 })).toEqual(
      predictByTree(model, { context: 1, target: 4 }),
    );
  });

  it('gives probabilities that sum to 1, and those of the path', () => {
    const { logProbabilities, steps, logProbability } = predictByTree(model, { context: 0, target: 3 });
    expect(logProbabilities?.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 12);
    expect(steps.at(-1)?.product).toBeCloseTo(Math.exp(logProbability), 12);
  });

  it('is refused with a reason when it is none', () => {
    expect(faultOf(new Uint8Array(3))).toMatchObject({ code: 'too-short' });
    expect(faultOf(writeSafetensors([]))).toEqual({ code: 'tree-missing', name: 'words' });
    const bare = writeSafetensors([], { metadata: { words: '["a","b"]' } });
    expect(faultOf(bare)).toEqual({ code: 'tree-missing', name: 'counts' });
    expect(faultOf(writeSafetensors([], { metadata: { words: '[1]' } }))).toMatchObject({
      code: 'tree-words',
    });
    expect(faultOf(changed('nodes', [3, D], 0))).toMatchObject({
      code: 'tree-shape',
      name: 'nodes',
      expected: '4 × 3',
      found: '3 × 3',
    });
    expect(faultOf(changed('input', [5, D], Number.NaN))).toMatchObject({
      code: 'tree-not-finite',
      index: 0,
    });
    expect(faultOf(changed('left', [4], -1))).toMatchObject({ code: 'tree-broken' });
    expect(faultOf(changed('left', [4], 3))).toMatchObject({ code: 'tree-broken' });
  });
});
