import type { EmbeddingConfig } from '../../workers/embeddings/protocol.ts';

/** Whether both ask for the same run. The texts are compared as they are: most often they are one string. */
export function sameConfig(a: EmbeddingConfig, b: EmbeddingConfig): boolean {
  return a === b || (a.source.text === b.source.text && bare(a) === bare(b));
}

const bare = (config: EmbeddingConfig) =>
  JSON.stringify({ ...config, source: { ...config.source, text: '' } }, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value,
  );
