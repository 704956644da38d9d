import { describe, expect, it, vi } from 'vitest';
import { createTermStore } from './termStore.ts';

describe('createTermStore', () => {
  it('lights what is hovered, and falls back to what is pinned', () => {
    const store = createTermStore();
    store.toggle('cell');
    store.hover('forget');
    expect(store.get()).toEqual({ active: 'forget', pinned: 'cell' });
    store.hover(null);
    expect(store.get()).toEqual({ active: 'cell', pinned: 'cell' });
  });

  it('lets go of a pin by a second click, or of everything by clear', () => {
    const store = createTermStore();
    store.toggle('cell');
    store.toggle('cell');
    expect(store.get().active).toBeNull();
    store.hover('update');
    store.toggle('update');
    store.clear();
    expect(store.get()).toEqual({ active: null, pinned: null });
  });

  it('tells its listeners once a change, and only then', () => {
    const store = createTermStore();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.hover('cell');
    store.hover('cell');
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    store.hover(null);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
