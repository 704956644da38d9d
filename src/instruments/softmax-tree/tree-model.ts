import type { Tensor } from '../../models/convert/conversion.ts';
import type { SafetensorsFault } from '../../models/convert/safetensors.ts';
import { readSafetensors } from '../../models/convert/safetensors-read.ts';
import { writeSafetensors } from '../../models/convert/safetensors-write.ts';
import { leafLogProbabilities, walkTree } from '../../models/softmax/hierarchical.ts';
import { createTree, type SoftmaxTree } from '../../models/softmax/tree.ts';
import type { Prediction } from '../../workers/embeddings/protocol.ts';

/** Words with a tree over them, the words' vectors and those of the inner nodes: all that P(word | word) takes. */
export interface TreeModel {
  /** By class. */
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
  readonly kind: 'huffman' | 'balanced';
  readonly tree: SoftmaxTree;
  readonly dimensions: number;
  /** (V, d) row-major. */
  readonly input: ArrayLike<number>;
  /** (V − 1, d) row-major. */
  readonly nodes: ArrayLike<number>;
}

export type TreeModelFault =
  | SafetensorsFault
  /** No file of this lab: this tensor or piece of metadata is not in it. */
  | { readonly code: 'tree-missing'; readonly name: string }
  | { readonly code: 'tree-words'; readonly found: string }
  | { readonly code: 'tree-shape'; readonly name: string; readonly expected: string; readonly found: string }
  | { readonly code: 'tree-not-finite'; readonly name: string; readonly index: number }
  /** The children make no tree over the words. */
  | { readonly code: 'tree-broken'; readonly detail: string };

export type TreeModelResult =
  | { readonly ok: true; readonly model: TreeModel }
  | { readonly ok: false; readonly fault: TreeModelFault };

const tensor = (shape: readonly number[], data: ArrayLike<number>): Tensor => ({
  shape,
  data: Float64Array.from(data),
});
const NAMES = ['counts', 'left', 'right', 'input', 'nodes'] as const;
type Name = (typeof NAMES)[number];

/** The model as a safetensors file; the words stand in its metadata. Counts and children in 64 bits, vectors in 32. */
export function writeTreeModel({
  words,
  counts,
  kind,
  tree,
  dimensions,
  input,
  nodes,
}: TreeModel): Uint8Array {
  const size = words.length;
  const tensors: readonly (readonly [Name, Tensor])[] = [
    ['counts', tensor([size], counts)],
    ['left', tensor([size - 1], tree.left)],
    ['right', tensor([size - 1], tree.right)],
    ['input', tensor([size, dimensions], input)],
    ['nodes', tensor([size - 1, dimensions], nodes)],
  ];
  const exact = new Set<Tensor>(tensors.slice(0, 3).map(([, each]) => each));
  return writeSafetensors(tensors, {
    dtype: (each) => (exact.has(each) ? 'F64' : 'F32'),
    metadata: { tree: kind, root: String(tree.root), words: JSON.stringify(words) },
  });
}

const refuse = (fault: TreeModelFault): TreeModelResult => ({ ok: false, fault });

function readWords(json: string | undefined): readonly string[] | TreeModelFault {
  if (json === undefined) return { code: 'tree-missing', name: 'words' };
  try {
    const words: unknown = JSON.parse(json);
    if (Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string'))
      return words;
  } catch {
    // Said below.
  }
  return { code: 'tree-words', found: json.slice(0, 40) };
}

type Tensors = Readonly<Record<Name, Tensor>>;

/** The tensors by name, of the shapes that so many words need. */
function readTensors(found: ReadonlyMap<string, Tensor>, size: number): Tensors | TreeModelFault {
  const missing = NAMES.find((name) => !found.has(name));
  if (missing !== undefined) return { code: 'tree-missing', name: missing };
  const d = found.get('input')?.shape[1] ?? 0;
  const shapes: Readonly<Record<Name, readonly number[]>> = {
    counts: [size],
    left: [size - 1],
    right: [size - 1],
    input: [size, d],
    nodes: [size - 1, d],
  };
  for (const name of NAMES) {
    const { shape = [], data = [] } = found.get(name) ?? {};
    const [expected, actual] = [shapes[name].join(' × '), shape.join(' × ')];
    if (expected !== actual) return { code: 'tree-shape', name, expected, found: actual };
    const index = Array.from(data).findIndex((value) => !Number.isFinite(value));
    if (index >= 0) return { code: 'tree-not-finite', name, index };
  }
  return Object.fromEntries(found) as unknown as Tensors;
}

/** A file that `writeTreeModel` wrote, or what is wrong with it. */
export function readTreeModel(bytes: Uint8Array): TreeModelResult {
  const file = readSafetensors(bytes);
  if (!file.ok) return refuse(file.fault);
  const words = readWords(file.metadata.get('words'));
  if ('code' in words) return refuse(words);
  const tensors = readTensors(file.tensors, words.length);
  if ('code' in tensors) return refuse(tensors);
  const { counts, left, right, input, nodes } = tensors;
  const kind = file.metadata.get('tree') === 'balanced' ? 'balanced' : 'huffman';
  const root = Number(file.metadata.get('root') ?? Number.NaN);
  try {
    const tree = createTree(words.length, root, Int32Array.from(left.data), Int32Array.from(right.data));
    const dimensions = input.shape[1] ?? 0;
    const rest = { counts: counts.data, input: input.data, nodes: nodes.data };
    return { ok: true, model: { words, kind, tree, dimensions, ...rest } };
  } catch (error) {
    return refuse({ code: 'tree-broken', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** P(target | context) by the model, with everything on the way, and ln P of every word. */
export function predictByTree(
  { tree, dimensions, input, nodes }: TreeModel,
  { context, target }: { readonly context: number; readonly target: number },
): Prediction {
  const vectors = Float64Array.from(nodes);
  const start = context * dimensions;
  const hidden = Float64Array.from({ length: dimensions }, (_, j) => input[start + j]!);
  const scores = { tree, vectors, hidden };
  const logProbabilities = leafLogProbabilities(scores);
  return {
    inputs: [context],
    target,
    hidden,
    logProbability: logProbabilities[target]!,
    steps: walkTree(scores, target),
    logProbabilities,
  };
}
