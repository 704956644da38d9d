import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import type { EmbeddingConfig } from '../../workers/embeddings/protocol.ts';

/** Epochs that a run takes. */
export const epochsOf = ({ method }: EmbeddingConfig): number => method.epochs;

/** Share of all epochs that is read, 0 … 1. */
export function shareOf({ frame }: Pick<EmbeddingRunState, 'frame'>): number {
  const { read = 0, all = 0 } = frame?.stats ?? {};
  return all > 0 ? Math.min(1, read / all) : 0;
}

/** Whole epochs that are over. */
export const epochNow = (state: Pick<EmbeddingRunState, 'frame' | 'config'>): number =>
  Math.floor(shareOf(state) * epochsOf(state.config) + 1e-9);
