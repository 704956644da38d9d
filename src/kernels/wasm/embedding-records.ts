/** Fields of 32 bits, in the order in which the class in assembly/embedding.ts declares them (a test compares the two). */
export const EMBEDDING_FIELDS = [
  'stride',
  'window',
  'shrink',
  'cbow',
  'corrected',
  'batched',
  'output',
  'negatives',
  'vocabulary',
  'inputRows',
  'outputRows',
  'partStarts',
  'parts',
  'ids',
  'starts',
  'keep',
  'noise',
  'paths',
  'nodes',
  'turns',
  'generator',
  'kept',
  'hidden',
  'back',
  'rows',
  'labels',
  'times',
  'scores',
  'steps',
  'span',
  'blank',
  'numbers',
] as const;

/** Addresses and sizes in bytes, counts, and codes. */
export type EmbeddingRecord = Readonly<Record<(typeof EMBEDDING_FIELDS)[number], number>>;

export const EMBEDDING_BYTES = 4 * EMBEDDING_FIELDS.length;

export function writeEmbedding(memory: WebAssembly.Memory, at: number, record: EmbeddingRecord): void {
  const words = new Uint32Array(memory.buffer, at, EMBEDDING_FIELDS.length);
  EMBEDDING_FIELDS.forEach((field, i) => {
    words[i] = record[field];
  });
}
