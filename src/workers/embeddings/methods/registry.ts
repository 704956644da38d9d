import type { EmbeddingMethod } from '../method.ts';
import type { Method } from '../protocol.ts';

/** Every method by its kind, each fetched when it is asked for. A new one: a file beside this one, and a line here. */
export const METHODS: { readonly [Kind in Method['kind']]?: () => Promise<EmbeddingMethod<Kind>> } = {
  classifier: async () => (await import('./classifier.ts')).classifier,
};
