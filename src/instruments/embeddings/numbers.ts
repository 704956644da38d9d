import type { EmbeddingRunState } from '../../store/embedding-state.ts';

/** Share of all epochs that is done; while the text is read, how much of it is; null before anything is known. */
export function shareDone({ preparing, frame }: EmbeddingRunState): number | null {
  if (preparing) return preparing.total > 0 ? preparing.done / preparing.total : 0;
  const stats = frame?.stats;
  return stats && stats.all > 0 ? Math.min(1, stats.read / stats.all) : null;
}

/** Threads that compute the run. */
export function threadsOf({ choice }: EmbeddingRunState): number {
  const gears = choice?.reasons.find(({ code }) => code === 'wasm-gears');
  return gears?.code === 'wasm-gears' ? gears.threads : 1;
}

/** The pass over the text that is under way, from 1. */
export function passOf(share: number, epochs: number): number {
  return Math.min(epochs, Math.floor(share * epochs) + 1);
}

/** Three digits, and a power of ten for what is large: rates range from 1e-4 to far beyond 1. */
export function rateText(rate: number): string {
  const rounded = Number(rate.toPrecision(3));
  return Math.abs(rounded) >= 1e6 ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}
