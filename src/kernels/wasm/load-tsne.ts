import tsneRelaxed from './build/tsne-relaxed.wasm?url';
import tsneSimd from './build/tsne-simd.wasm?url';
import { fetchModule } from './fetch-module.ts';
import { detectGears, isWasmSupported } from './gears.ts';

/** The module of `tsne.ts`, `neighbours.ts` and `affinities.ts` for this browser; null where WebAssembly has no SIMD. */
export async function loadTsneModule(): Promise<WebAssembly.Module | null> {
  if (!isWasmSupported()) return null;
  return fetchModule(detectGears().relaxed ? tsneRelaxed : tsneSimd);
}
