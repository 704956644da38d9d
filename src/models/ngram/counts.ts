import { createTree, type NgramTree } from './tree.ts';

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
  /** Node of the n-gram that is one token longer; null when it was never seen. */
  child(node: number, token: number): number | null;
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

/** Counts a text that comes in pieces. */
export interface NgramCounter {
  /** What comes next begins a sequence. */
  begin(): void;
  /** Goes on with the sequence. Throws a RangeError for an id that is not below V. */
  add(tokens: ArrayLike<number>): void;
  /** Different n-grams so far: what memory goes by. */
  size(): number;
  /** Of all that was added so far; of no use after more is added. */
  counts(): NgramCounts;
}

/** Counts every n-gram, n = 1 … order. Throws a RangeError for a bad order. */
export function createCounter(options: NgramOptions): NgramCounter {
  const { order, vocabulary, start } = options;
  if (!Number.isInteger(order) || order < 1) throw new RangeError(`an order is 1 or more, found ${order}`);
  const tree = createTree();
  // Nodes of the n-grams that end at the token before, shortest first; the root in front. `next` is the same, one token on.
  let ends = new Int32Array(order + 1);
  let next = new Int32Array(order + 1);
  let [length, position, tokens] = [1, 0, 0];
  const add = (token: number) => {
    const longest = Math.min(length, order);
    for (let n = 1; n <= longest; n++) next[n] = tree.childOrNew(ends[n - 1]!, token);
    count(tree, next, longest);
    // Nothing can stand before the start mark: such an n-gram goes by its count (Heafield et al. 2013).
    if (start && position + 1 < order) tree.continuations[next[longest]!]! += 1;
    [ends, next] = [next, ends];
    length = longest + 1;
    position++;
    tokens++;
  };
  const begin = () => {
    [length, position] = [1, 0];
    if (start) ends[length++] = tree.childOrNew(ROOT, vocabulary);
  };
  begin();
  return {
    begin,
    add(sequence) {
      for (let i = 0; i < sequence.length; i++) {
        const token = sequence[i]!;
        if (!(token >= 0 && token < vocabulary))
          throw new RangeError(`token ${token} at ${i} is not among 0 … ${vocabulary - 1}`);
        add(token);
      }
    },
    size: () => tree.size - 1,
    counts: () => viewCounts(tree, options, tokens),
  };
}

/** Counts every n-gram of every sequence. Throws a RangeError for an id that is not below V, or a bad order. */
export function countNgrams(sequences: Iterable<ArrayLike<number>>, options: NgramOptions): NgramCounts {
  const counter = createCounter(options);
  for (const sequence of sequences) {
    counter.begin();
    counter.add(sequence);
  }
  return counter.counts();
}

/** Counts the n-grams that end here. One that is new has made its shorter end known after one token more. */
function count(tree: NgramTree, ends: Int32Array, longest: number): void {
  const { counts, continuations } = tree;
  for (let n = 1; n <= longest; n++) {
    const node = ends[n]!;
    if (counts[node] === 0 && n > 1) continuations[ends[n - 1]!]! += 1;
    counts[node]! += 1;
  }
}

function viewCounts(tree: NgramTree, { order, vocabulary }: NgramOptions, tokens: number): NgramCounts {
  const totals = { count: new Map<number, ContextTotals>(), continuations: new Map<number, ContextTotals>() };
  return {
    order,
    vocabulary,
    tokens,
    find: (context) => find(tree, context),
    child: (node, token) => known(tree.child(node, token)),
    followers: (node) => followers(tree, node),
    count: (node) => tree.counts[node] ?? 0,
    continuations: (node) => tree.continuations[node] ?? 0,
    totals(node, measure) {
      const found = totals[measure].get(node) ?? sumFollowers(tree, node, measure);
      totals[measure].set(node, found);
      return found;
    },
    different: (n) => countNodes(tree, (node) => tree.lengths[node] === n && tree.counts[node]! > 0),
    countOfCounts: (n, measure, value) =>
      countNodes(tree, (node) => tree.lengths[node] === n && tree[NUMBERS[measure]][node] === value),
  };
}

const known = (node: number): number | null => (node < 0 ? null : node);

function find(tree: NgramTree, context: ArrayLike<number>): number | null {
  let node = ROOT;
  for (let i = 0; i < context.length && node >= 0; i++) node = tree.child(node, context[i]!);
  return known(node);
}

function followers(tree: NgramTree, node: number): ReadonlyMap<number, number> {
  const found: [number, number][] = [];
  tree.eachChild(node, (token, child) => found.push([token, child]));
  return new Map(found.reverse());
}

function countNodes(tree: NgramTree, isCounted: (node: number) => boolean): number {
  let nodes = 0;
  for (let node = 1; node < tree.size; node++) if (isCounted(node)) nodes++;
  return nodes;
}

/** The start mark is followed by others, but follows nothing itself: its count is 0. */
function sumFollowers(tree: NgramTree, node: number, measure: Measure): ContextTotals {
  const numbers = tree[NUMBERS[measure]];
  let [total, kinds] = [0, 0];
  tree.eachChild(node, (_, child) => {
    total += numbers[child]!;
    if (numbers[child]! > 0) kinds++;
  });
  return { total, kinds };
}
