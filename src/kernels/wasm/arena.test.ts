import { afterEach, expect, it, vi } from 'vitest';
import { createArena, createMemory } from './arena.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('deals out places that do not meet, each at the start of a line', () => {
  const arena = createArena();
  const counts = [1, 16, 17, 0, 5];
  const places = counts.map((count) => arena.take(count));
  expect(places.every((at) => at % 64 === 0 && at > 0)).toBe(true);
  places.slice(1).forEach((at, i) => {
    expect(at - (places[i] ?? 0)).toBeGreaterThanOrEqual(4 * (counts[i] ?? 0));
  });
  expect(arena.size()).toBeGreaterThanOrEqual((places.at(-1) ?? 0) + 20);
});

it('makes memory of whole pages, all zero', () => {
  const { buffer } = createMemory(100_000, false);
  expect(buffer.byteLength).toBe(131_072);
  expect(new Uint8Array(buffer).every((byte) => byte === 0)).toBe(true);
  expect(createMemory(1, true).buffer).toBeInstanceOf(SharedArrayBuffer);
});

it('says how much it could not get', () => {
  expect(() => createMemory(5 * 2 ** 30, false)).toThrow(RangeError);
  expect(() => createMemory(5 * 2 ** 30, false)).toThrow('needs 5120 MiB');
  vi.stubGlobal('WebAssembly', {
    Memory: class {
      constructor() {
        throw new RangeError('could not allocate memory');
      }
    },
  });
  expect(() => createMemory(3 * 2 ** 20, false)).toThrow(RangeError);
  expect(() => createMemory(3 * 2 ** 20, false)).toThrow('3 MiB of memory could not be had');
});
