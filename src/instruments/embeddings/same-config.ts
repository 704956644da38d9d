import { canonicalJson } from '../../models/canonical.ts';
import type { EmbeddingConfig } from '../../workers/embeddings/protocol.ts';

/** Whether both ask for the same run. The texts are compared as they are: most often they are one string. */
export function sameConfig(a: EmbeddingConfig, b: EmbeddingConfig): boolean {
  return a === b || (a.source.text === b.source.text && bare(a) === bare(b));
}

const bare = (config: EmbeddingConfig) =>
  canonicalJson({ ...config, source: { ...config.source, text: '' } });
