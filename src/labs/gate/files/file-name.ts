import type { LabNetwork } from '../model.ts';

/** What a saved network is called, and what the code opens. */
export function weightsFileName({ stack }: LabNetwork): string {
  return `unrolled-${stack.cell.kind}.safetensors`;
}
