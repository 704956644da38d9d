import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { integer, text } from '../url/codecs.ts';
import type { Table } from '../url/fragment.ts';
import { createFigureStore } from './figure.ts';

interface Settings {
  readonly hidden: number;
  readonly sentence: string;
}
const table: Table<Settings> = {
  hidden: { key: 'h', codec: integer(8, 1, 64) },
  sentence: { key: 'say', codec: text('whale', 100) },
};

const fakeAddress = (hash: string) => ({ hash, replace: vi.fn() });

describe('figure store', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts from the fragment that names it, and says what it could not take', () => {
    const { settings, notices, linked } = createFigureStore(
      table,
      'net',
      fakeAddress('#figure=net&h=1e9'),
    ).getState();
    expect(settings).toEqual({ hidden: 64, sentence: 'whale' });
    expect(notices).toMatchObject([{ key: 'h', code: 'url.out-of-range' }]);
    expect(linked).toBe(true);
  });

  it("leaves another figure's fragment alone", () => {
    const address = fakeAddress('#figure=race&h=3');
    expect(createFigureStore(table, 'net', address).getState().settings.hidden).toBe(8);
    vi.runAllTimers();
    expect(address.replace).not.toHaveBeenCalled();
  });

  it('writes the latest state once, however often it changes', () => {
    const address = fakeAddress('');
    const store = createFigureStore(table, 'net', address);
    for (let hidden = 1; hidden <= 20; hidden++) store.getState().change({ hidden });
    vi.runAllTimers();
    expect(address.replace.mock.calls).toEqual([['#figure=net&h=20']]);
    store.getState().reset();
    vi.runAllTimers();
    expect(address.replace).toHaveBeenLastCalledWith('#figure=net');
  });

  it('takes what a stop of a talk names, leaves the rest, and writes nothing', () => {
    const address = fakeAddress('#figure=net&h=3');
    const store = createFigureStore(table, 'net', address);
    store.getState().change({ sentence: 'my own' });
    vi.runAllTimers();
    address.replace.mockClear();
    store.getState().arrive({ h: '5', unknown: '1' });
    expect(store.getState()).toMatchObject({ settings: { hidden: 5, sentence: 'my own' }, arrivals: 1 });
    store.getState().arrive({ h: '1e9', say: null });
    expect(store.getState()).toMatchObject({ settings: { hidden: 64, sentence: 'whale' }, arrivals: 2 });
    vi.runAllTimers();
    expect(address.replace).not.toHaveBeenCalled();
  });
});
