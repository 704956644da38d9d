/*
 * What a page and the worker that measures costs say to each other. One worker measures once: an order in, points one by one, and
 * an end. To cancel, the page ends the worker.
 */

/** What is measured: the ways to foretell a word, and the full softmax over many targets at a time. */
export const COST_WAYS = ['full', 'batched', 'negative', 'hierarchical'] as const;
export type CostWay = (typeof COST_WAYS)[number];

export interface CostOrder {
  /** Sizes of vocabulary (V), in the order in which they are measured. */
  readonly vocabularies: readonly number[];
  /** d. */
  readonly dimensions: number;
  /** K. */
  readonly negatives: number;
  /** Targets that `batched` learns at a time. */
  readonly batch: number;
  readonly seed: number;
}

/** Milliseconds that learning one target takes: scores, gradients and the step of everything that moves. */
export interface CostPoint {
  readonly vocabulary: number;
  /** Of each way; absent: not enough memory could be had. */
  readonly ms: Readonly<Partial<Record<CostWay, number>>>;
  /** Inner nodes on the way to a word, on average over the words as they occur. */
  readonly depth: number;
}

export type FromCostWorker =
  /** Where the numbers come from: SIMD in WebAssembly, or the reference in TypeScript, which has no batched form. */
  | { readonly type: 'begins'; readonly tier: 'wasm' | 'js' }
  | { readonly type: 'point'; readonly point: CostPoint }
  | { readonly type: 'done' }
  | { readonly type: 'stopped'; readonly detail: string };

export type CostResult =
  | { readonly code: 'done' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'stopped'; readonly detail: string };
