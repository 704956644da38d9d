import {
  GAIN_SHRINK,
  GAIN_STEP,
  LEAST_GAIN,
  LONGEST_STEP,
  learningRateOf,
  scheduleAt,
} from '../../models/projection/tsne.ts';
import type { MapDimensions, SparseP, TsneEngine, TsneSettings } from '../../models/projection/tsne-types.ts';
import { TILE, type TsneShader, tsneShaders } from './tsne-shaders.ts';

/** Iterations that are handed to the device together: a pause waits for no more than these. */
const TOGETHER = 16;

const STORAGE = 0x80; // GPUBufferUsage.STORAGE
const UNIFORM = 0x40;
const COPY_SRC = 0x04;
const COPY_DST = 0x08;
const MAP_READ = 0x01;
const READ = 1; // GPUMapMode.READ

interface Buffers {
  readonly positions: GPUBuffer;
  readonly velocity: GPUBuffer;
  readonly gains: GPUBuffer;
  readonly forces: GPUBuffer;
  readonly starts: GPUBuffer;
  readonly columns: GPUBuffer;
  readonly values: GPUBuffer;
  readonly sums: GPUBuffer;
}

/**
 * t-SNE on a GPU: repulsion over all pairs (n² terms, no approximation), attraction over the rows of P, in 32 bits; numbers come
 * back only at the end of `step`. Rejects when the device refuses (memory, a shader) or is lost.
 * @param start (n, dimensions)
 */
export async function createTsneOnDevice(
  device: GPUDevice,
  P: SparseP,
  settings: TsneSettings,
  start: Float32Array,
): Promise<TsneEngine> {
  const { dimensions } = settings;
  const n = start.length / dimensions;
  device.pushErrorScope('out-of-memory');
  device.pushErrorScope('validation');
  const buffers = createBuffers(device, P, padded(start, dimensions), n);
  const run = createRunner(device, buffers, settings, n);
  const problems = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  const problem = problems.find((one) => one !== null);
  if (problem) {
    destroy(buffers, run);
    throw new Error(`the graphics processor refuses a map of ${n} points: ${problem.message}`);
  }
  return engineOf(device, buffers, run, settings, start);
}

/** Points as the shaders have them: in 3-D with a fourth coordinate of 0. */
function padded(points: Float32Array, dimensions: MapDimensions): Float32Array<ArrayBuffer> {
  if (dimensions === 2) return Float32Array.from(points);
  const rows = new Float32Array((points.length / 3) * 4);
  for (let i = 0; 3 * i < points.length; i++) rows.set(points.subarray(3 * i, 3 * i + 3), 4 * i);
  return rows;
}

function createBuffers(device: GPUDevice, P: SparseP, rows: Float32Array<ArrayBuffer>, n: number): Buffers {
  const filled = (data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => {
    // A buffer of nothing cannot be bound.
    const size = Math.max(4, data.byteLength);
    const buffer = device.createBuffer({ size, usage: STORAGE | COPY_SRC | COPY_DST });
    device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  };
  return {
    positions: filled(rows),
    velocity: filled(new Float32Array(rows.length)),
    gains: filled(new Float32Array(rows.length).fill(1)),
    forces: filled(new Float32Array(rows.length)),
    starts: filled(Uint32Array.from(P.starts)),
    columns: filled(Uint32Array.from(P.columns)),
    values: filled(Float32Array.from(P.values)),
    sums: filled(new Float32Array(n + 2)),
  };
}

/** Records shaders, each over all points, with the settings of an iteration. */
interface Runner {
  readonly uniforms: readonly GPUBuffer[];
  record(pass: GPUComputePassEncoder, shader: TsneShader, isEarly: boolean): void;
}

function createRunner(device: GPUDevice, buffers: Buffers, settings: TsneSettings, n: number): Runner {
  const visibility = 0x4; // GPUShaderStage.COMPUTE
  const kinds: readonly GPUBufferBindingType[] = [
    'uniform',
    ...Array<GPUBufferBindingType>(4).fill('storage'),
    ...Array<GPUBufferBindingType>(3).fill('read-only-storage'),
    'storage',
  ];
  const layout = device.createBindGroupLayout({
    entries: kinds.map((type, binding) => ({ binding, visibility, buffer: { type } })),
  });
  const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  const pipelines = new Map(
    Object.entries(tsneShaders(settings.dimensions)).map(([name, code]) => {
      const module = device.createShaderModule({ code });
      return [name, device.createComputePipeline({ layout: pipelineLayout, compute: { module } })];
    }),
  );
  const uniforms = [0, settings.exaggerationUntil].map((at) => uniformOf(device, settings, n, at));
  const groups = uniforms.map((uniform) =>
    device.createBindGroup({
      layout,
      entries: [uniform, ...Object.values<GPUBuffer>({ ...buffers })].map((buffer, binding) => ({
        binding,
        resource: { buffer },
      })),
    }),
  );
  return {
    uniforms,
    record(pass, shader, isEarly) {
      const isAlone = shader === 'total' || shader === 'divergence' || shader === 'centre';
      pass.setPipeline(pipelines.get(shader)!);
      pass.setBindGroup(0, groups[isEarly ? 0 : 1]!);
      pass.dispatchWorkgroups(isAlone ? 1 : Math.ceil(n / TILE));
    },
  };
}

function uniformOf(device: GPUDevice, settings: TsneSettings, n: number, iteration: number): GPUBuffer {
  const { exaggeration, momentum } = scheduleAt(settings, iteration);
  const floats = [exaggeration, momentum, learningRateOf(settings, n), LONGEST_STEP, GAIN_STEP, GAIN_SHRINK];
  const data = new ArrayBuffer(32);
  new Uint32Array(data, 0, 1)[0] = n;
  new Float32Array(data, 4).set([...floats, LEAST_GAIN]);
  const buffer = device.createBuffer({ size: 32, usage: UNIFORM | COPY_DST });
  device.queue.writeBuffer(buffer, 0, data);
  return buffer;
}

function engineOf(
  device: GPUDevice,
  buffers: Buffers,
  run: Runner,
  settings: TsneSettings,
  start: Float32Array,
): TsneEngine {
  const { dimensions, exaggerationUntil } = settings;
  const shown = Float32Array.from(start);
  let iteration = 0;
  const iterate = async (count: number, isLast: boolean) => {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let i = 0; i < count; i++) {
      const isEarly = iteration++ < exaggerationUntil;
      for (const shader of ['repel', 'total', 'move', 'settle'] as const) run.record(pass, shader, isEarly);
    }
    if (isLast) run.record(pass, 'centre', false);
    pass.end();
    device.queue.submit([encoder.finish()]);
    if (!isLast) await device.queue.onSubmittedWorkDone();
  };
  return {
    repulsion: 'exact',
    tier: 'webgpu',
    positions: () => shown,
    async step(iterations) {
      if (iterations < 1) return;
      for (let left = iterations; left > 0; left -= TOGETHER)
        await iterate(Math.min(left, TOGETHER), left <= TOGETHER);
      unpad(await readFloats(device, buffers.positions, buffers.positions.size), shown, dimensions);
    },
    async divergence() {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      for (const shader of ['repel', 'total', 'diverge', 'divergence'] as const)
        run.record(pass, shader, false);
      pass.end();
      device.queue.submit([encoder.finish()]);
      return (await readFloats(device, buffers.sums, 8))[1]!;
    },
    place(positions) {
      shown.set(positions);
      const rows = padded(shown, dimensions);
      device.queue.writeBuffer(buffers.positions, 0, rows);
      device.queue.writeBuffer(buffers.velocity, 0, new Float32Array(rows.length));
      device.queue.writeBuffer(buffers.gains, 0, new Float32Array(rows.length).fill(1));
    },
    get iteration() {
      return iteration;
    },
    dispose: () => destroy(buffers, run),
  };
}

function unpad(rows: Float32Array, out: Float32Array, dimensions: MapDimensions): void {
  const stride = dimensions === 2 ? 2 : 4;
  for (let i = 0; dimensions * i < out.length; i++)
    out.set(rows.subarray(stride * i, stride * i + dimensions), dimensions * i);
}

async function readFloats(device: GPUDevice, from: GPUBuffer, bytes: number): Promise<Float32Array> {
  const staging = device.createBuffer({ size: bytes, usage: MAP_READ | COPY_DST });
  try {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(from, 0, staging, 0, bytes);
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(READ);
    return new Float32Array(staging.getMappedRange().slice(0));
  } finally {
    staging.destroy();
  }
}

function destroy(buffers: Buffers, { uniforms }: Runner): void {
  for (const buffer of [...Object.values<GPUBuffer>({ ...buffers }), ...uniforms]) buffer.destroy();
}
