import { describe, expect, it } from 'vitest';
import { describeAdapter, findAdapter } from './adapter.ts';

describe('describeAdapter', () => {
  it.each([
    [{ info: { vendor: 'google', architecture: 'swiftshader', description: 'SwiftShader driver 5.0.0' } }],
    [{ info: { description: 'llvmpipe (LLVM 15.0.7, 256 bits)' } }],
    [{ info: { description: 'Microsoft Basic Render Driver' } }],
    [{ info: { vendor: 'intel', isFallbackAdapter: true } }],
    [{ info: { vendor: 'nvidia' }, isFallbackAdapter: true }],
  ])('knows software when it sees it: %j', (adapter) => {
    expect(describeAdapter(adapter).isSoftware).toBe(true);
  });

  it.each([
    [{ info: { vendor: 'nvidia', architecture: 'ampere', description: '' } }, 'nvidia ampere'],
    [{ info: { vendor: 'apple', architecture: 'metal-3', description: 'Apple M2' } }, 'Apple M2'],
    [{}, 'GPU'],
  ])('takes hardware for hardware: %j', (adapter, name) => {
    expect(describeAdapter(adapter)).toEqual({ name, isSoftware: false });
  });
});

describe('findAdapter', () => {
  const gpu = (requestAdapter: () => Promise<unknown>) => ({ requestAdapter }) as unknown as GPU;

  it('is null without WebGPU, without an adapter, and when asking throws', async () => {
    expect(await findAdapter(undefined)).toBeNull();
    expect(await findAdapter(gpu(async () => null))).toBeNull();
    expect(
      await findAdapter(
        gpu(async () => {
          throw new Error('blocked');
        }),
      ),
    ).toBeNull();
  });
});
