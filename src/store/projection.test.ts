import { describe, expect, it } from 'vitest';
import { createFakeClock, createFakeWorker, type FakeWorker } from '../workers/client.testkit.ts';
import { createProjectionClient, readPlaces } from '../workers/projection/client.ts';
import { cloudsOf, createFakePage, PCA, TSNE, withMethod } from '../workers/projection/projection.testkit.ts';
import type { ToProjectionWorker } from '../workers/projection/protocol.ts';
import { createProjection } from './projection.ts';
import { appendDivergence, type DivergencePoint } from './projection-curve.ts';
import { createFakeTime } from './run.testkit.ts';

/** A real host behind a fake worker: what either has said since the last time goes to the other. */
function createExchange(worker: FakeWorker): () => Promise<void> {
  const page = createFakePage();
  let [heard, said] = [0, 0];
  return async () => {
    const messages = worker.heard as unknown as ToProjectionWorker[];
    for (const message of messages.slice(heard)) page.host.receive(message);
    heard = messages.length;
    await page.scheduler.settle(5000);
    const answers = page.posted.slice(said);
    said = page.posted.length;
    for (const data of answers) worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent);
    await null;
  };
}

/** A map whose workers are fakes, each with a real host behind it once it is settled. */
function createPage(points = cloudsOf(3, 12, 4), config = TSNE) {
  const clock = createFakeClock();
  const time = createFakeTime();
  const workers: FakeWorker[] = [];
  const createWorker = () => {
    const worker = createFakeWorker();
    workers.push(worker);
    return worker;
  };
  const projection = createProjection(config, points, {
    time,
    createClient: (options) => createProjectionClient({ ...options, createWorker, clock }),
  });
  const served = new Map<FakeWorker, () => Promise<void>>();
  /** Carries messages both ways until nobody has anything to say; a drawing turn in between. */
  const settle = async () => {
    for (let turn = 0; turn < 12; turn++) {
      const worker = workers.at(-1);
      if (!worker) return;
      const exchange = served.get(worker) ?? createExchange(worker);
      served.set(worker, exchange);
      await exchange();
      clock.draw();
      time.advance(200);
    }
  };
  return { projection, workers, settle };
}

describe('createProjection', () => {
  it('plays to where it is to rest, and goes on from there when it is played again', async () => {
    const { projection, settle } = createPage();
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'paused', iteration: 0, revision: 1 });
    projection.play();
    expect(projection.store.getState().phase).toBe('running');
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'done', iteration: 150 });
    expect(projection.latest()?.positions.every(Number.isFinite)).toBe(true);
    projection.play();
    await settle();
    expect(projection.store.getState().iteration).toBe(300);
    const { curve } = projection.store.getState();
    expect(curve.at(-1)?.divergence ?? NaN).toBeLessThan(curve[0]?.divergence ?? NaN);
  });

  it('rests while nobody sees it', async () => {
    const { projection, settle } = createPage();
    projection.setVisible(false);
    projection.play();
    await settle();
    expect(projection.store.getState().iteration).toBe(0);
    projection.setVisible(true);
    await settle();
    expect(projection.store.getState().phase).toBe('done');
  });

  it('a step is a step; a pause holds until it is played again, also over a change', async () => {
    const { projection, settle } = createPage();
    projection.step(7);
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'paused', iteration: 7 });
    projection.pause();
    projection.change(withMethod({ perplexity: 4 }));
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'paused', iteration: 7, revision: 2 });
  });

  it('a map that came to its end moves on when points come or its numbers change', async () => {
    const { projection, settle } = createPage();
    projection.play();
    await settle();
    projection.add(cloudsOf(3, 1, 4, 900));
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'done', iteration: 300 });
    expect(projection.store.getState().ids).toHaveLength(39);
    expect(projection.latest()?.positions).toHaveLength(78);
    projection.restart();
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'done', iteration: 150 });
  });

  it('too few points are a failure, and more of them the way on', async () => {
    const { projection, settle } = createPage(cloudsOf(1, 2, 4));
    await settle();
    expect(projection.store.getState().failure).toEqual({ code: 'too-few-points', points: 2, least: 4 });
    projection.add(cloudsOf(3, 6, 4, 500));
    projection.play();
    await settle();
    expect(projection.store.getState()).toMatchObject({ phase: 'done', failure: null });
    projection.drop(projection.store.getState().ids.slice(1) as unknown as number[]);
    await settle();
    expect(projection.store.getState().phase).toBe('failed');
    projection.change(PCA);
    await settle();
    expect(projection.store.getState()).toMatchObject({ failure: null, info: { points: 1 } });
  });

  it('a worker that dies is followed by another, from the places of before', async () => {
    const { projection, workers, settle } = createPage();
    projection.step(30);
    await settle();
    workers[0]?.crash('gone');
    expect(workers).toHaveLength(2);
    const init = workers[1]?.heard[0] as unknown as Extract<ToProjectionWorker, { type: 'init' }>;
    const places = init.checkpoint && readPlaces(init.checkpoint);
    expect(places?.iteration).toBe(30);
    expect(places?.positions).toEqual(projection.latest()?.positions);
    await settle();
    expect(projection.store.getState().notices).toMatchObject([{ code: 'tier-left', from: 30 }]);
    workers[1]?.crash('again');
    expect(projection.store.getState().failure).toEqual({ code: 'stopped', detail: 'again' });
    expect(await projection.ask({ kind: 'trust', neighbours: 3 })).toBeNull();
  });
});

describe('appendDivergence', () => {
  it('stays short, keeps its ends, and begins anew with a point of before', () => {
    let curve: readonly DivergencePoint[] = [];
    for (let i = 0; i <= 5000; i++)
      curve = appendDivergence(curve, { iteration: i, divergence: 9 - i / 1000 });
    expect(curve.length).toBeLessThanOrEqual(401);
    expect([curve[0]?.iteration, curve.at(-1)?.iteration]).toEqual([0, 5000]);
    expect(appendDivergence(curve, { iteration: 3, divergence: 1 })).toHaveLength(1);
  });
});
