import { afterEach, expect, it, vi } from 'vitest';
import { detectGears, isWasmSupported } from './gears.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('finds SIMD here', () => {
  expect(isWasmSupported()).toBe(true);
});

it('says that there are no kernels without WebAssembly, or without SIMD', () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(isWasmSupported()).toBe(false);
  vi.stubGlobal('WebAssembly', { validate: () => false });
  expect(isWasmSupported()).toBe(false);
});

it('finds relaxed SIMD exactly where its module is valid', () => {
  expect(detectGears().relaxed).toBe(WebAssembly.validate(relaxedModule()));
});

/** () → v128, by hand: three vectors of zeros and f32x4.relaxed_madd (0xfd 0x105). */
function relaxedModule(): Uint8Array<ArrayBuffer> {
  const zero = [0x41, 0, 0xfd, 0x11];
  const body = [0, ...zero, ...zero, ...zero, 0xfd, 0x85, 0x02, 0x0b];
  const types = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const code = [10, body.length + 2, 1, body.length, ...body];
  return Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...types, 3, 2, 1, 0, ...code);
}

it('shares work where memory can be shared, and on few cores', () => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 64 });
  vi.stubGlobal('crossOriginIsolated', true);
  expect(detectGears().threads).toBe(4);
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  expect(detectGears().threads).toBe(2);
});

it.each([
  ['on a page that is not cross-origin isolated', 'crossOriginIsolated', false],
  ['on the thread of a page, which must not wait', 'document', {}],
  ['without shared memory', 'SharedArrayBuffer', undefined],
])('works on one thread %s', (_where, name, value) => {
  vi.stubGlobal('navigator', { hardwareConcurrency: 8 });
  vi.stubGlobal(name, value);
  expect(detectGears().threads).toBe(1);
});
