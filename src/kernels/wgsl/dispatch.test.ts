import { add, memory, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenBackend } from './backend.ts';
import { openDawnBackend } from './dawn.testkit.ts';
import { compilationSettled, dispatch, emptyTensor, flush } from './dispatch.ts';
import { counts, type Program, writes } from './program.ts';

const { open, reason } = await openDawnBackend();

const program = (key: string, statement: string): Program => ({
  key,
  buffers: [writes('values')],
  params: [...counts('count'), ['amount', 'f32']],
  body: () => `@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < params.count) { ${statement} }
}`,
});
const increase = program('increase', 'values[id.x] += params.amount;');

describe.skipIf(!open)(`a dispatch of ours${reason}`, { timeout: 30_000 }, () => {
  const { backend, device } = open ?? ({} as OpenBackend);
  const run = (which: Program, values: ReturnType<typeof tensor1d>, amount: number) =>
    dispatch(backend, which, {
      tensors: [values],
      params: { count: values.size, amount },
      groups: [Math.ceil(values.size / 64)],
    });
  afterAll(() => open?.dispose());

  it('stands in order among those of TF.js, and is seen by the next read', async () => {
    const values = tensor1d([1, 2, 3]);
    run(increase, values, 0.5);
    expect([...(await values.data())]).toEqual([1.5, 2.5, 3.5]);
    const doubled = add(values, values);
    run(increase, values, 1);
    run(increase, values, 1);
    const again = add(values, doubled);
    expect([...(await again.data())]).toEqual([6.5, 9.5, 12.5]);
    expect([...(await values.data())]).toEqual([3.5, 4.5, 5.5]);
    for (const tensor of [values, doubled, again]) tensor.dispose();
  });

  it('reuses the buffers that TF.js frees', async () => {
    const round = () =>
      tidy(() => {
        const values = tensor1d(new Float32Array(300));
        for (let i = 0; i < 40; i++) run(increase, values, 1);
        backend.disposeData(emptyTensor(backend, [300]).dataId);
      });
    round();
    flush(backend);
    await device.queue.onSubmittedWorkDone();
    const before = memory() as unknown as { numBytesAllocatedInGPU: number };
    for (let i = 0; i < 5; i++) {
      round();
      flush(backend);
      await device.queue.onSubmittedWorkDone();
    }
    const after = memory() as unknown as { numBytesAllocatedInGPU: number };
    expect(after.numBytesAllocatedInGPU).toBe(before.numBytesAllocatedInGPU);
  });

  it('says what it lacks, and what the device does not allow', () => {
    const values = tensor1d([1]);
    const base = { tensors: [values], groups: [1] as const };
    expect(() => dispatch(backend, increase, { ...base, params: { count: 1 } })).toThrow(
      'lacks its parameter amount',
    );
    const grid = { tensors: [values], params: { count: 1, amount: 1 }, groups: [70_000] as const };
    expect(() => dispatch(backend, increase, grid)).toThrow('70000 workgroups; this device allows 65535');
    const large = { dataId: {}, shape: [2 ** 20, 2 ** 20], dtype: 'float32' as const };
    expect(() => dispatch(backend, increase, { ...base, tensors: [large], params: {} })).toThrow(
      /increase, values: 4398046511104 bytes in one buffer; this device allows \d+/,
    );
    values.dispose();
  });

  it('whose shader does not compile is an error, not zeros', async () => {
    await compilationSettled(device);
    const values = tensor1d([1]);
    run(program('broken', 'values[id.x] = nothing;'), values, 1);
    await expect(compilationSettled(device)).rejects.toThrow(/shader broken: .*nothing/s);
    values.dispose();
  });
});
