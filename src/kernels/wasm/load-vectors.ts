import vectorsRelaxed from './build/vectors-relaxed.wasm?url';
import vectorsSimd from './build/vectors-simd.wasm?url';
import { fetchModule } from './fetch-module.ts';
import { detectGears, isWasmSupported } from './gears.ts';

/** The module of `vectors.ts` for this browser; null where WebAssembly has no SIMD. */
export async function loadVectorModule(): Promise<WebAssembly.Module | null> {
  if (!isWasmSupported()) return null;
  return fetchModule(detectGears().relaxed ? vectorsRelaxed : vectorsSimd);
}
