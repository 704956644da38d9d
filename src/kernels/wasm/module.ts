/** What assembly/index.ts exports; addresses and sizes are numbers. */
export interface KernelExports {
  heapBase(): number;
  pass(model: number, part: number): void;
  update(model: number, part: number): void;
  evaluate(model: number, part: number): void;
  sequenceForward(layer: number): void;
  sequenceBackward(layer: number, scratch: number): void;
  activateAll(code: number, z: number, y: number, count: number): void;
  derivativeAll(code: number, z: number, y: number, out: number, count: number): void;
  copyBlocks(
    tight: number,
    padded: number,
    blocks: number,
    rows: number,
    width: number,
    stride: number,
    reverse: boolean | number,
    out: boolean | number,
  ): void;
}

/** One kernel's instance: its code over its own memory, which goes when the kernel goes. */
export interface KernelInstance {
  readonly memory: WebAssembly.Memory;
  readonly run: KernelExports;
}

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelInstance {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { memory, run: exports as unknown as KernelExports };
}

export function floats({ memory }: KernelInstance, at: number, count: number): Float32Array {
  return new Float32Array(memory.buffer, at, count);
}
