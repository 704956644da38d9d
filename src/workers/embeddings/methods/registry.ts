import type { AnyMethod, EmbeddingMethod } from '../method.ts';
import type { Method } from '../protocol.ts';

/** Every method by its kind, each fetched when it is asked for. A new one: a file beside this one, and a line here. */
const METHODS: { readonly [Kind in Method['kind']]?: () => Promise<EmbeddingMethod<Kind>> } = {
  word2vec: async () => (await import('./word2vec.ts')).word2vec,
  glove: async () => (await import('./glove.ts')).glove,
  classifier: async () => (await import('./classifier.ts')).classifier,
  nnlm: async () => (await import('./nnlm.ts')).nnlm,
};

/** The method of configs of this kind. Rejects where there is none. */
export async function loadMethod(kind: Method['kind']): Promise<AnyMethod> {
  const load = METHODS[kind];
  if (!load) throw new RangeError(`no method "${kind}"`);
  // Types do not tie a config to the method of its own kind; this line does.
  return (await load()) as unknown as AnyMethod;
}
