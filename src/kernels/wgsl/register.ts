import {
  getKernel,
  type NamedAttrMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { OPS, type OpFunctions } from './names.ts';

/** Registers our ops for one of TF.js's backends, in place of those that were registered before. */
export function registerOps<Backend extends object>(backendName: string, ops: OpFunctions<Backend>): void {
  for (const op of Object.keys(OPS) as (keyof typeof OPS)[]) {
    const kernelName = OPS[op];
    if (getKernel(kernelName, backendName)) unregisterKernel(kernelName, backendName);
    const run = ops[op] as (
      backend: Backend,
      inputs: readonly TensorInfo[],
      attributes: unknown,
    ) => TensorInfo[];
    registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) =>
        run(backend as Backend, Object.values(inputs) as TensorInfo[], attributesOf(attrs)),
    });
  }
}

function attributesOf(attrs: NamedAttrMap | undefined): unknown {
  return attrs ?? {};
}
