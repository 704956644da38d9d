import softmaxRelaxed from './build/softmax-relaxed.wasm?url';
import softmaxSimd from './build/softmax-simd.wasm?url';
import word2vecRelaxed from './build/word2vec-relaxed.wasm?url';
import word2vecSimd from './build/word2vec-simd.wasm?url';
import { fetchModule } from './fetch-module.ts';
import { detectGears, isWasmSupported } from './gears.ts';

/** The module of `embedding.ts` for this browser; null where WebAssembly has no SIMD. */
export const loadEmbeddingModule = () => load(word2vecSimd, word2vecRelaxed);

/** The module of `batched-softmax.ts`. */
export const loadSoftmaxModule = () => load(softmaxSimd, softmaxRelaxed);

async function load(simd: string, relaxed: string): Promise<WebAssembly.Module | null> {
  if (!isWasmSupported()) return null;
  return fetchModule(detectGears().relaxed ? relaxed : simd);
}
