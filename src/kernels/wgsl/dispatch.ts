import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { env, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type Program, programCode } from './program.ts';

/**
 * TF.js records its dispatches into one compute pass and submits it now and then. Ours must stand in the same pass, in
 * order; its own `runWebGPUProgram` allows a program one result only. These fields are private to the backend of
 * TF.js 4.22, which we pin; `dispatch.test.ts` fails if they are renamed.
 */
interface PassRecorder {
  readonly commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
  readonly commandQueueOwnedIds: WeakSet<object>;
  readonly uniformPendingDisposal: GPUBuffer[];
}

interface Compiled {
  readonly layout: GPUBindGroupLayout;
  readonly pipeline: GPUComputePipeline;
}

/** What was compiled for a device, and what is wrong with it. */
interface Shelf {
  readonly programs: Map<string, Compiled>;
  readonly verdicts: Promise<string | null>[];
}

const shelves = new WeakMap<GPUDevice, Shelf>();

/** How a program is run once. */
export interface Run {
  /** The buffers, in the program's order. */
  readonly tensors: readonly TensorInfo[];
  /** A value for every parameter of the program. */
  readonly params: Readonly<Record<string, number>>;
  /** Workgroups along x, y, z. */
  readonly groups: readonly [number, number?, number?];
}

/** A tensor on the device whose contents are still undefined: for a program to write. */
export function emptyTensor(backend: WebGPUBackend, shape: readonly number[]): TensorInfo {
  return backend.makeTensorInfo([...shape], 'float32');
}

/**
 * Records one dispatch behind those that TF.js has recorded so far. Nothing is read back. Throws a RangeError when a
 * buffer or the grid is larger than the device allows; errors of compilation come out of `compilationSettled`.
 */
export function dispatch(backend: WebGPUBackend, program: Program, run: Run): void {
  checkLimits(backend.device.limits, program, run);
  const { layout, pipeline } = compiledOn(backend.device, program);
  const buffers = run.tensors.map((tensor, i) => bufferOf(backend, tensor, program.buffers[i]?.access));
  const uniform = uploadParams(backend, program, run.params);
  const entries = [...buffers, uniform].map((buffer, binding) => ({ binding, resource: { buffer } }));
  const pass = openPass(backend);
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, backend.device.createBindGroup({ layout, entries }));
  pass.dispatchWorkgroups(run.groups[0], run.groups[1] ?? 1, run.groups[2] ?? 1);
  countDispatch(backend);
}

/** Resolves when everything compiled so far is known to be valid; throws with the compiler's words if it is not. */
export async function compilationSettled(device: GPUDevice): Promise<void> {
  const verdicts = await Promise.all(shelfOf(device).verdicts);
  const wrong = verdicts.find((verdict) => verdict !== null);
  if (wrong) throw new Error(wrong);
}

/** Hands over to the device what TF.js still holds back: it waits for a number of dispatches before it submits. */
export function flush(backend: WebGPUBackend): void {
  if (!recorder(backend).commandEncoder) return;
  backend.endComputePassEncoder();
  backend.submitQueue();
}

function shelfOf(device: GPUDevice): Shelf {
  const shelf = shelves.get(device) ?? { programs: new Map(), verdicts: [] };
  shelves.set(device, shelf);
  return shelf;
}

function compiledOn(device: GPUDevice, program: Program): Compiled {
  const { programs, verdicts } = shelfOf(device);
  const known = programs.get(program.key);
  if (known) return known;
  device.pushErrorScope('validation');
  const compiled = compile(device, program);
  verdicts.push(device.popErrorScope().then((error) => error && `shader ${program.key}: ${error.message}`));
  programs.set(program.key, compiled);
  return compiled;
}

function compile(device: GPUDevice, program: Program): Compiled {
  const entries = [
    ...program.buffers.map(({ access }, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: access === 'read' ? ('read-only-storage' as const) : ('storage' as const) },
    })),
    {
      binding: program.buffers.length,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: 'uniform' as const },
    },
  ];
  const layout = device.createBindGroupLayout({ entries });
  const module = device.createShaderModule({ code: programCode(program), label: program.key });
  const pipeline = device.createComputePipeline({
    label: program.key,
    layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
    compute: { module, entryPoint: 'main' },
  });
  return { layout, pipeline };
}

function bufferOf(
  backend: WebGPUBackend,
  tensor: TensorInfo,
  access: 'read' | 'write' | undefined,
): GPUBuffer {
  backend.uploadToGPU(tensor.dataId);
  const data = backend.tensorMap.get(tensor.dataId);
  // What was read of it before is out of date now.
  if (access === 'write') Object.assign(data, { values: null });
  recorder(backend).commandQueueOwnedIds.add(tensor.dataId);
  return data.resource as GPUBuffer;
}

function uploadParams(backend: WebGPUBackend, program: Program, params: Run['params']): GPUBuffer {
  const size = Math.ceil(program.params.length / 4) * 16;
  const view = new DataView(new ArrayBuffer(size));
  program.params.forEach(([name, type], i) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`shader ${program.key} lacks its parameter ${name}`);
    if (type === 'u32') view.setUint32(4 * i, value, true);
    else view.setFloat32(4 * i, value, true);
  });
  const buffer = backend.bufferManager.acquireBuffer(size, GPUBufferUsage.COPY_DST | GPUBufferUsage.UNIFORM);
  backend.queue.writeBuffer(buffer, 0, view.buffer);
  recorder(backend).uniformPendingDisposal.push(buffer);
  return buffer;
}

function openPass(backend: WebGPUBackend): GPUComputePassEncoder {
  backend.ensureCommandEncoderReady();
  const pass = recorder(backend);
  const encoder = pass.commandEncoder;
  if (!encoder) throw new Error('TF.js has no command encoder');
  pass.computePassEncoder ??= encoder.beginComputePass();
  return pass.computePassEncoder;
}

function countDispatch(backend: WebGPUBackend): void {
  const pass = recorder(backend);
  pass.dispatchCountInPass++;
  if (pass.dispatchCountInPass >= env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE')) flush(backend);
}

function recorder(backend: WebGPUBackend): PassRecorder {
  return backend as unknown as PassRecorder;
}

function checkLimits(limits: GPUSupportedLimits, program: Program, { tensors, groups }: Run): void {
  for (const [i, { shape }] of tensors.entries()) {
    const bytes = 4 * util.sizeFromShape(shape);
    const name = `${program.key}, ${program.buffers[i]?.name}`;
    const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
    if (bytes > most)
      throw new RangeError(`${name}: ${bytes} bytes in one buffer; this device allows ${most}`);
  }
  const most = limits.maxComputeWorkgroupsPerDimension;
  if (groups.some((count = 1) => count > most))
    throw new RangeError(`${program.key}: ${groups.join(' × ')} workgroups; this device allows ${most}`);
}
