import { openBackend } from '../../kernels/wgsl/backend.ts';
import { compilationSettled, flush } from '../../kernels/wgsl/dispatch.ts';

/** The device under TF.js's current backend: what the trainer must know of it. */
export interface TfEngine {
  /** Hands the device all that was recorded; resolves when it has done it. */
  workDone(): Promise<unknown>;
  /** Throws what went wrong on the device so far, if anything: a shader that does not compile, memory that ran out. */
  check(): Promise<void>;
  /** Resolves with the reason if the device is lost; never, if it is not. */
  readonly lost: Promise<string>;
  loseDevice(): void;
  /** Frees the device. */
  dispose(): void;
}

/** Makes WebGPU TF.js's backend, with our fused ops. Throws when there is no adapter or no device. */
export async function openWebgpu(gpu: GPU = navigator.gpu): Promise<TfEngine> {
  const { device, backend, dispose } = await openBackend(gpu);
  let fault: GPUError | null = null;
  // WebGPU reports by an event what would elsewhere be thrown; results are zeros by then.
  device.addEventListener('uncapturederror', (event) => {
    event.preventDefault();
    fault ??= event.error;
  });
  return {
    workDone() {
      flush(backend);
      return device.queue.onSubmittedWorkDone();
    },
    async check() {
      await compilationSettled(device);
      if (fault) throw new Error(describe(fault));
    },
    lost: device.lost.then(({ message, reason }) => message || reason),
    loseDevice: () => device.destroy(),
    dispose,
  };
}

/** Memory that ran out is named in words that `failureOf` knows. */
function describe(fault: GPUError): string {
  return fault instanceof GPUOutOfMemoryError ? `out of memory: ${fault.message}` : fault.message;
}
