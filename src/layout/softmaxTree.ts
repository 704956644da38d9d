import { type HierarchyPointNode, hierarchy, tree as tidyTree } from 'd3-hierarchy';
import type { SoftmaxTree } from '../models/softmax/tree.ts';
import type { Point } from './path.ts';
import type { Folds } from './softmaxTreeFolds.ts';
import type { SoftmaxTreeSums } from './softmaxTreeSums.ts';
import { estimateTextWidth, fitText } from './textWidth.ts';

/** Sizes in px: of text, of a word's box, from level to level. */
export const SOFTMAX_TREE = {
  word: 17,
  more: 13,
  number: 12,
  box: 30,
  level: 80,
  label: { height: 21 },
} as const;
const LEAST_BOX = 54;
const MOST_BOX = 190;
const BOX_PADDING = 22;
const LEAST_RADIUS = 14;
const GAP = 14;
const MARGIN = 24;
/** A digit's width, of its size. */
const DIGIT = 0.62;
/** Where on an edge its label stands: nearer to the child, clear of what is written under words beside the parent. */
const LABEL_AT = 0.62;

export interface SoftmaxTreeOptions {
  readonly tree: SoftmaxTree;
  readonly sums: SoftmaxTreeSums;
  /** One a leaf. */
  readonly counts: ArrayLike<number>;
  readonly words: readonly string[];
  readonly folds: Folds;
  /** A count in few letters. */
  readonly format: (count: number) => string;
  /** What is written on a fold of so many words. */
  readonly more: (words: number) => string;
}

export interface SoftmaxTreeNode extends Point {
  /** As a child in `SoftmaxTree`: an inner node's number, or ~class. */
  readonly id: number;
  readonly kind: 'inner' | 'leaf' | 'folded';
  /** Of a box, or of the circle. */
  readonly width: number;
  readonly height: number;
  /** What stands in it: the word as it fits, how many more, or the count. */
  readonly label: string;
  readonly clipped: boolean;
  readonly count: number;
  readonly leaves: number;
  /** Edges from the root. */
  readonly depth: number;
  /** Null: the root. */
  readonly parent: number | null;
  /** The turn that leads here. */
  readonly bit: 0 | 1;
}

export interface SoftmaxTreeEdge {
  readonly from: number;
  /** The child's id, which no other edge has. */
  readonly to: number;
  readonly bit: 0 | 1;
  readonly path: string;
  /** Centre of its label. */
  readonly label: Point;
}

export interface SoftmaxTreeLayout {
  readonly tree: SoftmaxTree;
  readonly width: number;
  readonly height: number;
  /** From the root down, parents before children. */
  readonly nodes: readonly SoftmaxTreeNode[];
  readonly edges: readonly SoftmaxTreeEdge[];
  readonly byId: ReadonlyMap<number, SoftmaxTreeNode>;
}

type Placed = Omit<SoftmaxTreeNode, 'x' | 'y' | 'depth' | 'parent'>;

type Shape = Pick<SoftmaxTreeNode, 'width' | 'height' | 'label' | 'clipped'>;

function box(text: string, size: number): Shape {
  const label = fitText(text, size, MOST_BOX - BOX_PADDING);
  const width = Math.max(LEAST_BOX, estimateTextWidth(label, size) + BOX_PADDING);
  return { width, height: SOFTMAX_TREE.box, label, clipped: label !== text };
}

function circle(label: string): Shape {
  const half = (label.length * DIGIT * SOFTMAX_TREE.number) / 2;
  const size = 2 * Math.max(LEAST_RADIUS, Math.ceil(half + 5));
  return { width: size, height: size, label, clipped: false };
}

function placed(
  { sums, counts, words, folds, format, more }: SoftmaxTreeOptions,
  id: number,
  bit: 0 | 1,
): Placed {
  if (id < 0) {
    return {
      id,
      bit,
      kind: 'leaf',
      count: counts[~id] ?? 0,
      leaves: 1,
      ...box(words[~id] ?? '', SOFTMAX_TREE.word),
    };
  }
  const [count, leaves] = [sums.counts[id]!, sums.leaves[id]!];
  if (folds.has(id))
    return { id, bit, kind: 'folded', count, leaves, ...box(more(leaves), SOFTMAX_TREE.more) };
  return { id, bit, kind: 'inner', count, leaves, ...circle(format(count)) };
}

function childrenOf(options: SoftmaxTreeOptions, { id, kind }: Placed): readonly Placed[] {
  if (kind !== 'inner') return [];
  const { left, right } = options.tree;
  return [placed(options, left[id]!, 0), placed(options, right[id]!, 1)];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** An edge that leaves its parent downwards and comes into its child from above. */
export function softmaxTreeEdge(parent: SoftmaxTreeNode, child: SoftmaxTreeNode): SoftmaxTreeEdge {
  const middle = round((parent.y + child.y) / 2);
  const [x0, y0, x1, y1] = [parent.x, parent.y, child.x, child.y].map(round);
  const path = `M${x0} ${y0}C${x0} ${middle} ${x1} ${middle} ${x1} ${y1}`;
  const near = (1 - LABEL_AT) ** 3 + 3 * (1 - LABEL_AT) ** 2 * LABEL_AT;
  const far = LABEL_AT ** 3;
  const label = {
    x: near * parent.x + (1 - near) * child.x,
    y: parent.y + (child.y - parent.y) * (far + (1 - far - (1 - LABEL_AT) ** 3) / 2),
  };
  return { from: parent.id, to: child.id, bit: child.bit, path, label };
}

/** Edges and outer size of nodes that have their places. */
export function joinSoftmaxTree(
  tree: SoftmaxTree,
  nodes: readonly SoftmaxTreeNode[],
  size: { readonly width: number; readonly height: number },
): SoftmaxTreeLayout {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = nodes.flatMap((node) => {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    return parent ? [softmaxTreeEdge(parent, node)] : [];
  });
  return { tree, ...size, nodes, edges, byId };
}

const toNode = (
  { data, x, y, depth, parent }: HierarchyPointNode<Placed>,
  left: number,
): SoftmaxTreeNode => ({
  ...data,
  x: x - left + MARGIN,
  y: y + MARGIN + SOFTMAX_TREE.box / 2,
  depth,
  parent: parent?.data.id ?? null,
});

/**
 * Places of a softmax tree's nodes (Buchheim, Jünger & Leipert 2002, by d3-hierarchy), the root on top, the left turn to the left.
 * Folded subtrees are one box each, so that the frequent words of a large vocabulary can be drawn; below a word is room for a number.
 */
export function softmaxTree(options: SoftmaxTreeOptions): SoftmaxTreeLayout {
  const root = hierarchy(placed(options, options.tree.root, 0), (node) => childrenOf(options, node));
  const tidy = tidyTree<Placed>()
    .nodeSize([1, SOFTMAX_TREE.level])
    .separation((a, b) => (a.data.width + b.data.width) / 2 + GAP);
  const all = tidy(root).descendants();
  const left = all.reduce((least, { x, data }) => Math.min(least, x - data.width / 2), 0);
  const right = all.reduce((most, { x, data }) => Math.max(most, x + data.width / 2), 0);
  const depth = all.reduce((most, node) => Math.max(most, node.depth), 0);
  const size = {
    width: Math.ceil(right - left + 2 * MARGIN),
    height: depth * SOFTMAX_TREE.level + SOFTMAX_TREE.box + 2 * MARGIN + SOFTMAX_TREE.number,
  };
  return joinSoftmaxTree(
    options.tree,
    all.map((node) => toNode(node, left)),
    size,
  );
}
