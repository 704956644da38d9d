import { describe, expect, it } from 'vitest';
import type { Scheduler } from '../scheduler.ts';
import { createVectorHost } from './host.ts';
import type { AnswerProgress, OpenAnySet, OpenedSet, OpenHooks, OpenSet } from './open-set.ts';
import type { FromVectorWorker, VectorQuestion } from './protocol.ts';
import { infoOf } from './vectors.testkit.ts';

const FIND = (text: string): VectorQuestion => ({ kind: 'find', text, count: 5 });
const SCORE: VectorQuestion = {
  kind: 'score',
  questions: '',
  method: 'add',
  exclude: true,
  centred: false,
  candidates: null,
};
/** Milliseconds that a step of a long answer takes by the clock of the test. */
const STEP_MS = 3;
const STEPS = 100;

/** A worker whose time and turns the test gives. */
function bench() {
  let now = 0;
  const turns: (() => void)[] = [];
  const scheduler: Scheduler = {
    now: () => now,
    yield: () => new Promise((resolve) => turns.push(resolve)),
    after: () => () => {},
  };
  const begun: string[] = [];
  const set: OpenSet = {
    info: () => infoOf({ words: 3 }),
    *answer(question): Generator<AnswerProgress, { readonly found: readonly [] }> {
      begun.push(question.kind === 'find' ? question.text : question.kind);
      if (question.kind === 'words') throw new RangeError('no such words');
      for (let step = 0; question.kind === 'score' && step < STEPS; step += 1) {
        now += STEP_MS;
        yield { done: step + 1, total: STEPS };
      }
      return { found: [] };
    },
    keep: async () => 'quota',
  };
  const posted: FromVectorWorker[] = [];
  let finish: (opened: OpenedSet) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let hooks: OpenHooks | null = null;
  const open: OpenAnySet = (_order, given) => {
    hooks = given;
    return new Promise((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });
  };
  const host = createVectorHost({ post: (message) => posted.push(message), scheduler, open });
  host.receive({
    type: 'open',
    origin: { kind: 'built-in', id: 'glove' },
    keep: { most: null, only: null, precision: null, memory: 1e6 },
    early: 0,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    host,
    set,
    begun,
    posted,
    answers: () => posted.flatMap((message) => (message.type === 'answer' ? [message.id] : [])),
    pass: (ms: number) => {
      now += ms;
    },
    hooks: () => hooks as unknown as OpenHooks,
    async opened() {
      finish({ ok: true, set });
      await settle();
    },
    async refused(error: Error) {
      fail(error);
      await settle();
    },
    /** One turn of the worker's loop. */
    async turn() {
      turns.shift()?.();
      await settle();
    },
  };
}

describe('createVectorHost', () => {
  it('answers in the order of asking, and not what was forgotten', async () => {
    const { host, opened, turn, begun, answers } = bench();
    await opened();
    for (const [id, text] of ['a', 'b', 'c'].entries())
      host.receive({ type: 'ask', id, question: FIND(text) });
    host.receive({ type: 'forget', id: 1 });
    for (let i = 0; i < 6; i += 1) await turn();
    expect(begun).toEqual(['a', 'c']);
    expect(answers()).toEqual([0, 2]);
  });

  it('answers what was asked before there was anything to ask', async () => {
    const { host, opened, turn, begun } = bench();
    host.receive({ type: 'ask', id: 1, question: FIND('a') });
    await turn();
    expect(begun).toEqual([]);
    await opened();
    for (let i = 0; i < 3; i += 1) await turn();
    expect(begun).toEqual(['a']);
  });

  it('answers short questions while a long one is under way, and goes on with it', async () => {
    const { host, opened, turn, answers, posted } = bench();
    await opened();
    host.receive({ type: 'ask', id: 1, question: SCORE });
    for (let i = 0; i < 5; i += 1) await turn();
    expect(answers()).toEqual([]);
    host.receive({ type: 'ask', id: 2, question: FIND('a') });
    await turn();
    expect(answers()).toEqual([2]);
    for (let i = 0; i < STEPS; i += 1) await turn();
    expect(answers()).toEqual([2, 1]);
    const reports = posted.flatMap((message) => (message.type === 'scoring' ? [message.done] : []));
    expect(reports.length).toBeGreaterThan(1);
    // 300 ms of work, reported ten times a second at most.
    expect(reports.length).toBeLessThanOrEqual(4);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
  });

  it('ends a long answer that is not wanted any more', async () => {
    const { host, opened, turn, answers, begun } = bench();
    await opened();
    host.receive({ type: 'ask', id: 1, question: SCORE });
    for (let i = 0; i < 3; i += 1) await turn();
    host.receive({ type: 'forget', id: 1 });
    host.receive({ type: 'ask', id: 2, question: FIND('a') });
    for (let i = 0; i < STEPS; i += 1) await turn();
    expect(begun).toEqual(['score', 'a']);
    expect(answers()).toEqual([2]);
  });

  it('says what it failed at, and answers the next', async () => {
    const { host, opened, turn, posted } = bench();
    await opened();
    host.receive({ type: 'ask', id: 1, question: { kind: 'words', from: 0, count: 1 } });
    host.receive({ type: 'ask', id: 2, question: FIND('a') });
    for (let i = 0; i < 4; i += 1) await turn();
    expect(posted.slice(-2).map(({ type }) => type)).toEqual(['failed', 'answer']);
  });

  it('reports what is read, ten times a second at most', () => {
    const { hooks, pass, posted } = bench();
    for (let done = 0; done < 20; done += 1) {
      hooks().onProgress({ done, total: 20, words: done });
      pass(20);
    }
    const reports = posted.filter(({ type }) => type === 'progress');
    expect(reports).toEqual(
      [0, 5, 10, 15].map((done) => ({ type: 'progress', done, total: 20, words: done, elapsed: 20 * done })),
    );
  });

  it('answers early, and begins a long answer anew once all is there', async () => {
    const { host, hooks, set, opened, turn, begun } = bench();
    hooks().onEarly(set);
    host.receive({ type: 'ask', id: 1, question: SCORE });
    await turn();
    await turn();
    await opened();
    await turn();
    expect(begun).toEqual(['score', 'score']);
  });

  it('refuses what threw', async () => {
    const { refused, posted } = bench();
    await refused(new Error('out of memory'));
    expect(posted).toEqual([
      { type: 'refused', fault: { code: 'stopped', detail: 'out of memory' }, flaws: [], good: null },
    ]);
  });

  it('says why a set was not kept', async () => {
    const { host, opened, turn, posted } = bench();
    host.receive({ type: 'keep', id: 1 });
    await opened();
    host.receive({ type: 'keep', id: 2 });
    await turn();
    expect(posted.filter(({ type }) => type === 'kept')).toEqual([
      { type: 'kept', id: 1, fault: 'unavailable' },
      { type: 'kept', id: 2, fault: 'quota' },
    ]);
  });

  it('keeps nothing of a set that still comes', async () => {
    const { host, hooks, set, posted, opened, turn } = bench();
    hooks().onEarly(set);
    host.receive({ type: 'keep', id: 7 });
    await turn();
    expect(posted.at(-1)).toEqual({ type: 'kept', id: 7, fault: 'unavailable' });
    await opened();
    host.receive({ type: 'keep', id: 8 });
    await turn();
    expect(posted.at(-1)).toEqual({ type: 'kept', id: 8, fault: 'quota' });
  });
});
