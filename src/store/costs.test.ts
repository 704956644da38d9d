import { expect, it } from 'vitest';
import type { CostListener } from '../workers/costs/client.ts';
import type { CostOrder, CostPoint, CostResult } from '../workers/costs/protocol.ts';
import { createCosts } from './costs.ts';

const ORDER: CostOrder = { vocabularies: [100, 10], dimensions: 4, negatives: 5, batch: 8, seed: 1 };
const point = (vocabulary: number): CostPoint => ({ vocabulary, ms: { full: 1 }, depth: 3 });

/** A measurement in which the test says what comes when. */
function setUp() {
  const begun: { order: CostOrder; listener: CostListener; end(result: CostResult): void }[] = [];
  const costs = createCosts((order, listener) => {
    let end: (result: CostResult) => void = () => {};
    const result = new Promise<CostResult>((resolve) => {
      end = resolve;
    });
    begun.push({ order, listener, end });
    return { result, cancel: () => end({ code: 'cancelled' }) };
  });
  return { costs, begun };
}

it('gathers the points, ascending, and ends', async () => {
  const { costs, begun } = setUp();
  costs.measure(ORDER);
  begun[0]?.listener.onBegin('wasm');
  begun[0]?.listener.onPoint(point(100));
  begun[0]?.listener.onPoint(point(10));
  expect(costs.store.getState()).toMatchObject({ status: 'measuring', tier: 'wasm' });
  expect(costs.store.getState().points.map(({ vocabulary }) => vocabulary)).toEqual([10, 100]);
  begun[0]?.end({ code: 'done' });
  await Promise.resolve();
  expect(costs.store.getState().status).toBe('done');
});

it('a new measurement ends the one before, whose end changes nothing', async () => {
  const { costs, begun } = setUp();
  costs.measure(ORDER);
  begun[0]?.listener.onPoint(point(100));
  costs.measure({ ...ORDER, dimensions: 8 });
  await Promise.resolve();
  expect(costs.store.getState()).toMatchObject({ status: 'measuring', points: [] });
});

it('cancelled, it keeps the points; without any it is as at the beginning', async () => {
  const { costs, begun } = setUp();
  costs.measure(ORDER);
  costs.cancel();
  await Promise.resolve();
  expect(costs.store.getState().status).toBe('idle');
  costs.measure(ORDER);
  begun[1]?.listener.onPoint(point(10));
  costs.cancel();
  await Promise.resolve();
  expect(costs.store.getState()).toMatchObject({ status: 'done', points: [point(10)] });
});

it('says what stopped it', async () => {
  const { costs, begun } = setUp();
  costs.measure(ORDER);
  begun[0]?.end({ code: 'stopped', detail: 'HTTP 404' });
  await Promise.resolve();
  expect(costs.store.getState()).toMatchObject({ status: 'stopped', detail: 'HTTP 404' });
});
