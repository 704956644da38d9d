/**
 * How often each n-gram up to an order occurs, as a tree: a node is a context, its edges are the tokens that follow it. The
 * root is the empty context. Token ids run from 0 to V − 1; the start mark has id V, and is never a token to foretell.
 */
export interface NgramCounts {
  /** Longest n. */
  readonly order: number;
  /** V. */
  readonly vocabulary: number;
  /** Node of a context, its latest token last; null when it was never seen. */
  find(context: ArrayLike<number>): number | null;
  /** What followed a node, by token, in order of first appearance. */
  followers(node: number): ReadonlyMap<number, number>;
  /** Times that the n-gram which leads to a node was seen. */
  count(node: number): number;
  /** N₁₊(·g): different tokens seen before the n-gram that leads to a node; those that begin with the start mark: their count. */
  continuations(node: number): number;
  /** Sums over what follows a node; 0 for one that nothing follows. */
  totals(node: number, measure: Measure): ContextTotals;
  /** n-grams of exactly `n` tokens that were seen at all. */
  different(n: number): number;
  /** How many n-grams of `n` tokens measure exactly `value`. */
  countOfCounts(n: number, measure: Measure, value: number): number;
  /** Tokens counted. */
  readonly tokens: number;
}

/** What an n-gram is measured by. */
export type Measure = 'count' | 'continuations';

/** What a context was followed by, in one measure. */
export interface ContextTotals {
  /** Σ_w c(h w), or Σ_w N₁₊(· h w). */
  readonly total: number;
  /** Different tokens w with a measure above 0: N₁₊(h ·). */
  readonly kinds: number;
}

export interface NgramOptions {
  /** From 1 to 5, say: memory grows with the different n-grams of each length. */
  readonly order: number;
  readonly vocabulary: number;
  /** Whether every sequence begins with a start mark, as sentences do; a running text has none. */
  readonly start: boolean;
}

export const ROOT = 0;

const NUMBERS = { count: 'counts', continuations: 'continuations' } as const;

interface Tree {
  readonly options: NgramOptions;
  readonly children: Map<number, number>[];
  readonly counts: number[];
  readonly continuations: number[];
  /** Length of the n-gram that leads to a node. */
  readonly lengths: number[];
  tokens: number;
}

/** Counts every n-gram, n = 1 … order, of every sequence. Throws a RangeError for an id that is not below V, or a bad order. */
export function countNgrams(sequences: Iterable<ArrayLike<number>>, options: NgramOptions): NgramCounts {
  const { order, vocabulary } = options;
  if (!Number.isInteger(order) || order < 1) throw new RangeError(`an order is 1 or more, found ${order}`);
  const tree: Tree = {
    options,
    children: [new Map()],
    counts: [0],
    continuations: [0],
    lengths: [0],
    tokens: 0,
  };
  for (const sequence of sequences) addSequence(tree, sequence);
  const totals = { count: new Map<number, ContextTotals>(), continuations: new Map<number, ContextTotals>() };
  return {
    order,
    vocabulary,
    tokens: tree.tokens,
    find: (context) => find(tree, context),
    followers: (node) => tree.children[node] ?? new Map(),
    count: (node) => tree.counts[node] ?? 0,
    continuations: (node) => tree.continuations[node] ?? 0,
    totals(node, measure) {
      const known = totals[measure].get(node) ?? sumFollowers(tree, node, measure);
      totals[measure].set(node, known);
      return known;
    },
    different: (n) => tree.lengths.filter((length, node) => length === n && tree.counts[node]! > 0).length,
    countOfCounts: (n, measure, value) =>
      tree.lengths.filter((length, node) => length === n && tree[NUMBERS[measure]][node] === value).length,
  };
}

function addSequence(tree: Tree, sequence: ArrayLike<number>): void {
  const { order, vocabulary, start } = tree.options;
  // Nodes of the n-grams that end at the token before, shortest first; the root in front.
  let ends: number[] = start ? [ROOT, childOf(tree, ROOT, vocabulary)] : [ROOT];
  for (let i = 0; i < sequence.length; i++) {
    const token = sequence[i]!;
    if (!(token >= 0 && token < vocabulary)) {
      throw new RangeError(`token ${token} at ${i} is not among 0 … ${vocabulary - 1}`);
    }
    const isNearStart = start && i + 1 < order;
    ends = [ROOT, ...ends.slice(0, order).map((context) => childOf(tree, context, token))];
    count(tree, ends, isNearStart);
    tree.tokens++;
  }
}

/** Counts the n-grams that end here. One that is new has made its shorter end known after one token more. */
function count(tree: Tree, ends: readonly number[], isNearStart: boolean): void {
  const { counts, continuations } = tree;
  for (let n = 1; n < ends.length; n++) {
    const node = ends[n]!;
    if (counts[node] === 0 && n > 1) continuations[ends[n - 1]!]! += 1;
    counts[node]! += 1;
  }
  // Nothing can stand before the start mark: such an n-gram goes by its count (Heafield et al. 2013).
  if (isNearStart) continuations[ends.at(-1)!]! += 1;
}

function childOf({ children, counts, continuations, lengths }: Tree, node: number, token: number): number {
  const known = children[node]!.get(token);
  if (known !== undefined) return known;
  const made = counts.length;
  children[node]!.set(token, made);
  children.push(new Map());
  counts.push(0);
  continuations.push(0);
  lengths.push(lengths[node]! + 1);
  return made;
}

function find({ children }: Tree, context: ArrayLike<number>): number | null {
  let node = ROOT;
  for (let i = 0; i < context.length; i++) {
    const next = children[node]?.get(context[i]!);
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

/** The start mark is followed by others, but follows nothing itself: its count is 0. */
function sumFollowers(tree: Tree, node: number, measure: Measure): ContextTotals {
  const numbers = tree[NUMBERS[measure]];
  let [total, kinds] = [0, 0];
  for (const child of tree.children[node]?.values() ?? []) {
    total += numbers[child]!;
    if (numbers[child]! > 0) kinds++;
  }
  return { total, kinds };
}
