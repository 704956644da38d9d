import { MOMENTS } from '../../models/optim/types.ts';
import type { OpenModel } from '../language/open-model.ts';

const BYTES = { F32: 4, F64: 8 } as const;
const SAMPLED = 997;

/** Whether a sample of the numbers are float32 ones: those of WASM and WebGPU all are, of the reference hardly any. */
export function looksFloat32(parameters: Float64Array): boolean {
  const stride = Math.max(1, Math.floor(parameters.length / SAMPLED));
  for (let i = 0; i < parameters.length; i += stride) {
    if (Math.fround(parameters[i]!) !== parameters[i]!) return false;
  }
  return true;
}

/** Bytes of the numbers in a file, about: PyTorch's second biases and the header are little beside them. */
export function fileSize(
  { parameters, config }: Pick<OpenModel, 'parameters' | 'config'>,
  how: { readonly dtype: 'F32' | 'F64'; readonly withTraining: boolean },
): number {
  const copies = 1 + (how.withTraining ? MOMENTS[config.optimizer.kind] : 0);
  return parameters.length * copies * BYTES[how.dtype];
}

/** `1.2 MB`, the same in every language. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
