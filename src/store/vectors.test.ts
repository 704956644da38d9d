import { describe, expect, it } from 'vitest';
import { openVectorLine } from '../workers/vectors/client.ts';
import type { KeptSet, VectorOrigin } from '../workers/vectors/protocol.ts';
import { createFakeVectorWorker, type FakeVectorWorker, infoOf } from '../workers/vectors/vectors.testkit.ts';
import { createVectors } from './vectors.ts';

const GLOVE: VectorOrigin = { kind: 'built-in', id: 'glove' };
const file = (name: string): VectorOrigin => ({ kind: 'files', files: [new File(['a 1'], name)] });
const KEPT: KeptSet = {
  id: 'k',
  name: 'kept.vec',
  words: 2,
  wordsInSource: 2,
  dimensions: 2,
  bytes: 16,
  precision: 'float32',
  added: 1,
};

/** Vectors whose workers a test plays. */
function bench() {
  const workers: FakeVectorWorker[] = [];
  let kept: readonly KeptSet[] = [KEPT];
  const vectors = createVectors({
    openLine: (order, listener) =>
      openVectorLine(order, listener, () => {
        const worker = createFakeVectorWorker();
        workers.push(worker);
        return worker;
      }),
    shelf: {
      list: async () => kept,
      remove: async (id) => {
        kept = kept.filter((one) => one.id !== id);
      },
    },
  });
  const state = () => vectors.store.getState();
  const worker = (i: number) => workers[i] as FakeVectorWorker;
  return {
    vectors,
    workers,
    worker,
    state,
    /** Opens, and has the worker say so. */
    opened(origin: VectorOrigin, id: string) {
      vectors.open(origin);
      worker(workers.length - 1).say({ type: 'opened', info: infoOf({ id }) });
      return worker(workers.length - 1);
    },
    running: () => workers.filter(({ terminated }) => !terminated).length,
  };
}

describe('createVectors', () => {
  it('opens with all the memory it may take, and says how it goes', () => {
    const { vectors, worker, state } = bench();
    vectors.open(GLOVE, { most: 10 });
    expect(worker(0).heard[0]).toMatchObject({
      type: 'open',
      origin: GLOVE,
      keep: { most: 10, only: null, precision: null, memory: 256e6 },
    });
    expect(state().opening).toEqual({ name: 'glove', builtIn: 'glove', progress: null });
    const progress = { done: 5, total: 10, words: 2, elapsed: 100 };
    worker(0).say({ type: 'progress', ...progress });
    expect(state().opening?.progress).toMatchObject(progress);
    worker(0).say({ type: 'opened', info: infoOf({ id: 'x' }) });
    expect(state()).toMatchObject({
      opening: null,
      fault: null,
      set: { info: { id: 'x' }, isPartial: false },
    });
  });

  it('ends the worker of the set before once the next one is there, and not sooner', () => {
    const { opened, vectors, worker, state } = bench();
    const first = opened(GLOVE, 'first');
    vectors.open(file('b.vec'));
    expect([first.terminated, state().set?.info.id]).toEqual([false, 'first']);
    worker(1).say({ type: 'opened', info: infoOf({ id: 'second' }) });
    expect([first.terminated, state().set?.info.id]).toEqual([true, 'second']);
  });

  it('keeps the open set when the next one is no good', () => {
    const { opened, vectors, worker, state } = bench();
    const first = opened(GLOVE, 'first');
    const before = state().set;
    vectors.open(file('b.pdf'));
    worker(1).say({ type: 'refused', fault: { code: 'empty', file: 'b.pdf' }, flaws: [], good: null });
    expect([first.terminated, worker(1).terminated]).toEqual([false, true]);
    expect(state().set).toBe(before);
    expect(state()).toMatchObject({ opening: null, fault: { name: 'b.pdf', fault: { code: 'empty' } } });
    vectors.forgetFault();
    expect(state().fault).toBeNull();
  });

  it('answers early, and goes back to the set before when the rest is no good or not wanted', () => {
    const { opened, vectors, worker, state, running } = bench();
    opened(GLOVE, 'first');
    vectors.open(file('b.vec'));
    worker(1).say({ type: 'early', info: infoOf({ id: 'second', words: 1 }) });
    expect(state().set).toMatchObject({ isPartial: true, info: { id: 'second', words: 1 } });
    expect(state().opening).not.toBeNull();
    worker(1).crash('out of memory');
    expect(state()).toMatchObject({
      set: { info: { id: 'first' } },
      fault: { fault: { code: 'stopped', detail: 'out of memory' } },
    });
    vectors.open(file('c.vec'));
    worker(2).say({ type: 'early', info: infoOf({ id: 'third' }) });
    vectors.cancel();
    expect(state()).toMatchObject({ set: { info: { id: 'first' } }, opening: null, fault: null });
    expect(running()).toBe(1);
  });

  it('opens the latest of several', () => {
    const { vectors, worker, state, running } = bench();
    for (const name of ['a', 'b', 'c']) vectors.open(file(name));
    expect(running()).toBe(1);
    worker(0).say({ type: 'opened', info: infoOf({ id: 'a' }) });
    worker(1).say({ type: 'refused', fault: { code: 'empty', file: 'b' }, flaws: [], good: null });
    expect(state()).toMatchObject({ set: null, fault: null, opening: { name: 'c' } });
    worker(2).say({ type: 'opened', info: infoOf({ id: 'c' }) });
    expect(state().set?.info.id).toBe('c');
  });

  it('opens once more what was refused, with other options', () => {
    const { vectors, worker, state } = bench();
    const origin = file('a.vec');
    vectors.open(origin, { precision: 'int8' });
    const place = { file: 'a.vec', line: 9 };
    worker(0).say({
      type: 'refused',
      fault: { code: 'damaged', place, words: 8, detail: '' },
      flaws: [],
      good: null,
    });
    vectors.again({ most: 8 });
    expect(worker(1).heard[0]).toMatchObject({ origin, keep: { most: 8, precision: 'int8' } });
    expect(state()).toMatchObject({ fault: null, opening: { name: 'a.vec' } });
  });

  it('goes on with what was good, if that is wanted', async () => {
    const { opened, vectors, worker, state, running } = bench();
    const fault = { code: 'damaged', place: { file: 'b' }, words: 8, detail: '' } as const;
    const first = opened(GLOVE, 'first');
    vectors.open(file('b'));
    worker(1).say({ type: 'refused', fault, flaws: [], good: infoOf({ id: 'good', words: 8 }) });
    expect([running(), state().set?.info.id, state().fault?.good?.words]).toEqual([2, 'first', 8]);
    vectors.takeGood();
    expect(state()).toMatchObject({ fault: null, set: { info: { id: 'good' }, isPartial: false } });
    expect([first.terminated, running()]).toEqual([true, 1]);
    const asked = state().set?.ask({ kind: 'words', from: 0, count: 1 });
    worker(1).say({ type: 'answer', id: 1, answer: { words: ['a'] } });
    expect(await asked?.answer).toEqual({ words: ['a'] });
    worker(1).crash('');
    expect(state().set).toBeNull();
  });

  it('ends what was good when it is not wanted', () => {
    const { vectors, workers, worker } = bench();
    for (const end of [() => vectors.forgetFault(), () => vectors.close(), () => vectors.open(GLOVE)]) {
      vectors.open(file('b'));
      const last = worker(workers.length - 1);
      last.say({ type: 'refused', fault: { code: 'empty', file: 'b' }, flaws: [], good: infoOf() });
      expect(last.terminated).toBe(false);
      end();
      expect(last.terminated).toBe(true);
    }
  });

  it('opens once more what is open, after the fault of another one was read', () => {
    const { opened, vectors, worker } = bench();
    opened(GLOVE, 'first');
    vectors.open(file('b'));
    worker(1).say({ type: 'refused', fault: { code: 'empty', file: 'b' }, flaws: [], good: null });
    vectors.forgetFault();
    vectors.again({ most: 9 });
    expect(worker(2).heard[0]).toMatchObject({ origin: GLOVE, keep: { most: 9 } });
  });

  it('ends every worker when it is closed, and opens again', () => {
    const { opened, vectors, running, state } = bench();
    opened(GLOVE, 'first');
    vectors.open(file('b.vec'));
    vectors.close();
    expect([running(), state().set, state().opening]).toEqual([0, null, null]);
    opened(GLOVE, 'second');
    vectors.dispose();
    expect([running(), state().set]).toEqual([0, null]);
    vectors.open(GLOVE);
    expect(running()).toBe(1);
  });

  it('says that the worker of the open set has died', () => {
    const { opened, state, vectors, worker } = bench();
    opened(GLOVE, 'first').crash('');
    expect(state()).toMatchObject({ set: null, fault: { builtIn: 'glove', fault: { code: 'stopped' } } });
    vectors.again();
    expect(worker(1).heard[0]).toMatchObject({ origin: GLOVE });
  });

  it('says so where no worker can be started', () => {
    const vectors = createVectors({
      openLine: () => {
        throw new Error('not allowed');
      },
    });
    vectors.open(GLOVE);
    expect(vectors.store.getState()).toMatchObject({
      opening: null,
      fault: { fault: { code: 'stopped', detail: 'not allowed' } },
    });
  });

  it('lists kept sets, calls them by their name, and removes them', async () => {
    const { vectors, state } = bench();
    expect(state().kept).toBeNull();
    await vectors.refreshKept();
    expect(state().kept).toEqual([KEPT]);
    vectors.open({ kind: 'kept', id: 'k' });
    expect(state().opening?.name).toBe('kept.vec');
    await vectors.removeKept('k');
    expect(state().kept).toEqual([]);
  });
});

describe('a set', () => {
  it('answers each question with its own answer', async () => {
    const { opened, state } = bench();
    const worker = opened(GLOVE, 'x');
    const { set } = state();
    const first = set?.ask({ kind: 'find', text: 'a', count: 1 });
    const second = set?.ask({ kind: 'words', from: 0, count: 1 });
    worker.say({ type: 'answer', id: 2, answer: { words: ['b'] } });
    worker.say({ type: 'answer', id: 1, answer: { found: [] } });
    expect([await first?.answer, await second?.answer]).toEqual([{ found: [] }, { words: ['b'] }]);
  });

  it('takes a question back: the worker hears it, and the answer is null', async () => {
    const { opened, state } = bench();
    const worker = opened(GLOVE, 'x');
    const asked = state().set?.ask({ kind: 'words', from: 0, count: 1 });
    asked?.cancel();
    asked?.cancel();
    worker.say({ type: 'answer', id: 1, answer: { words: ['late'] } });
    expect(await asked?.answer).toBeNull();
    expect(worker.heard.slice(1).map(({ type }) => type)).toEqual(['ask', 'forget']);
  });

  it('answers with null when it is closed, and rejects with what the worker failed at', async () => {
    const { opened, state, vectors } = bench();
    const worker = opened(GLOVE, 'x');
    const failed = state().set?.ask({ kind: 'words', from: 0, count: 1 });
    const open = state().set?.ask({ kind: 'words', from: 0, count: 2 });
    worker.say({ type: 'failed', id: 1, detail: 'no' });
    await expect(failed?.answer).rejects.toThrow('no');
    vectors.close();
    expect(await open?.answer).toBeNull();
  });

  it('hears how far a long answer is', () => {
    const { opened, state } = bench();
    const worker = opened(GLOVE, 'x');
    const heard: number[][] = [];
    state().set?.ask({ kind: 'words', from: 0, count: 1 }, (done, total) => heard.push([done, total]));
    worker.say({ type: 'scoring', id: 1, done: 3, total: 9 });
    expect(heard).toEqual([[3, 9]]);
  });

  it('is kept, or why not', async () => {
    const { opened, state } = bench();
    const worker = opened(GLOVE, 'x');
    const kept = state().set?.keep();
    worker.say({ type: 'kept', id: 1, fault: null });
    expect(await kept).toEqual({ ok: true });
    expect(state().kept).toEqual([KEPT]);
    const refused = state().set?.keep();
    worker.say({ type: 'kept', id: 2, fault: 'quota' });
    expect(await refused).toEqual({ ok: false, cause: 'quota' });
  });

  it('answers with null whoever asks a set that is closed, and keeps nothing of it', async () => {
    const { vectors, opened, state } = bench();
    opened(GLOVE, 'a');
    const { set } = state();
    vectors.close();
    expect(await set?.ask({ kind: 'find', text: 'a', count: 1 }).answer).toBeNull();
    expect(await set?.keep()).toEqual({ ok: false, cause: 'unavailable' });
  });
});
