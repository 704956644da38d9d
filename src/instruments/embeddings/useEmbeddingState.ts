import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import { useRunState } from '../runs/useRunState.ts';

/** What a run of embeddings says of itself, now; null where there is none. */
export const useEmbeddingState = (run: EmbeddingRun | null): EmbeddingRunState | null => useRunState(run);
