import { describe, expect, it } from 'vitest';
import type { VectorQuestion, VectorSet } from '../../store/vectors-state.ts';
import { ask } from './ask.ts';

const QUESTION: VectorQuestion = { kind: 'words', from: 0, count: 1 };

/** A set whose answer the test gives. */
function bench() {
  let answer: (value: unknown) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  let progress: (done: number, total: number) => void = () => {};
  let cancelled = 0;
  const set = {
    ask(_question: unknown, onProgress: typeof progress) {
      progress = onProgress;
      const coming = new Promise((resolve, reject) => {
        answer = resolve;
        fail = reject;
      });
      const cancel = () => {
        cancelled += 1;
      };
      return { answer: coming, cancel };
    },
  } as unknown as VectorSet;
  const heard: unknown[] = [];
  const takeBack = ask(set, QUESTION, {
    onAnswer: (value) => heard.push(value),
    onFailure: (detail) => heard.push(detail),
    onProgress: (done, total) => heard.push([done, total]),
  });
  const settle = async (give: () => void) => {
    give();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    heard,
    takeBack,
    progress: () => progress(1, 2),
    answer: (value: unknown) => settle(() => answer(value)),
    fail: (error: unknown) => settle(() => fail(error)),
    cancelled: () => cancelled,
  };
}

describe('ask', () => {
  it('hears how far it is, and the answer', async () => {
    const { heard, progress, answer } = bench();
    progress();
    await answer({ words: ['a'] });
    expect(heard).toEqual([[1, 2], { words: ['a'] }]);
  });

  it('hears what the worker failed at', async () => {
    const { heard, fail } = bench();
    await fail(new RangeError('too many'));
    expect(heard).toEqual(['too many']);
  });

  it('hears nothing of a question that was taken back, late answers among that', async () => {
    for (const late of [{ words: [] }, null]) {
      const { heard, takeBack, progress, answer, cancelled } = bench();
      takeBack();
      progress();
      await answer(late);
      expect([heard, cancelled()]).toEqual([[], 1]);
    }
    const { heard, takeBack, fail } = bench();
    takeBack();
    await fail(new Error('late'));
    expect(heard).toEqual([]);
  });

  it('hears nothing when the set was closed', async () => {
    const { heard, answer } = bench();
    await answer(null);
    expect(heard).toEqual([]);
  });
});
