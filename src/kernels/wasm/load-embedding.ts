import { createThread } from './browser-thread.ts';
import softmaxRelaxed from './build/softmax-relaxed.wasm?url';
import softmaxSimd from './build/softmax-simd.wasm?url';
import word2vecRelaxed from './build/word2vec-relaxed.wasm?url';
import word2vecRelaxedThreads from './build/word2vec-relaxed-threads.wasm?url';
import word2vecSimd from './build/word2vec-simd.wasm?url';
import word2vecSimdThreads from './build/word2vec-simd-threads.wasm?url';
import { ALONE, type Crew, createCrew } from './crew.ts';
import { fetchModule } from './fetch-module.ts';
import { detectGears, isWasmSupported } from './gears.ts';

/** The module of `embedding.ts` for this browser; null where WebAssembly has no SIMD. */
export const loadEmbeddingModule = () => load(word2vecSimd, word2vecRelaxed);

/** The module of `batched-softmax.ts`. */
export const loadSoftmaxModule = () => load(softmaxSimd, softmaxRelaxed);

/** What `createEmbedding` takes. */
export interface EmbeddingEngine {
  readonly module: WebAssembly.Module;
  /** Says how many threads there are; to be disposed of when the kernel is. */
  readonly crew: Crew;
}

/**
 * The module and at most so many threads: fewer where the page may not share memory, has fewer cores, or some do not start. Null
 * where WebAssembly has no SIMD.
 */
export async function loadEmbeddingEngine(threads: number): Promise<EmbeddingEngine | null> {
  if (!isWasmSupported()) return null;
  const most = Math.min(threads, detectGears().threads);
  const together = most > 1 ? await loadTogether(most).catch(() => null) : null;
  if (together) return together;
  const module = await loadEmbeddingModule();
  return module && { module, crew: ALONE };
}

async function loadTogether(threads: number): Promise<EmbeddingEngine | null> {
  const module = await load(word2vecSimdThreads, word2vecRelaxedThreads);
  return module && { module, crew: await createCrew(module, threads, createThread) };
}

async function load(simd: string, relaxed: string): Promise<WebAssembly.Module | null> {
  if (!isWasmSupported()) return null;
  return fetchModule(detectGears().relaxed ? relaxed : simd);
}
