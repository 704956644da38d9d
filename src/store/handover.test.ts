import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createHandover } from './handover.ts';

interface Weights {
  readonly name: string;
  readonly values: Float64Array;
}

describe('what one page leaves for another', () => {
  it('is taken once, as it was', async () => {
    const here = createHandover<Weights>('one');
    const there = createHandover<Weights>('one');
    const left = { name: '鲸', values: Float64Array.of(1 / 3, -0) };
    expect(await here.leave('gate', { name: 'older', values: new Float64Array(1) })).toBe(true);
    expect(await here.leave('gate', left)).toBe(true);
    expect(await there.take('gate')).toEqual(left);
    expect(await there.take('gate')).toBeNull();
    expect(await there.take('other')).toBeNull();
  });

  it('says so where nothing can be stored', async () => {
    const { open } = indexedDB;
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no storage here', 'SecurityError');
    });
    const here = createHandover<number>('two');
    expect(await here.leave('gate', 1)).toBe(false);
    expect(await here.take('gate')).toBeNull();
    vi.restoreAllMocks();
    expect(indexedDB.open).toBe(open);
  });
});
