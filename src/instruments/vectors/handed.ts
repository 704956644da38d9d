import type { VectorOrigin } from '../../store/vectors-state.ts';

/** Vectors on their way from a page where they were learnt to the Embedding lab. */
export type HandedVectors = Omit<Extract<VectorOrigin, { readonly kind: 'learnt' }>, 'kind'>;

/** Under which the browser keeps them until the lab has taken them. */
export const HANDED = 'vectors';

/** Where the lab takes them up, behind the language: the fragment names its figure and says that something waits. */
export const HANDED_ADDRESS = 'labs/embedding#figure=embedding&hand=1';
