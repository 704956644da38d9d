import { describe, expect, it } from 'vitest';
import { createProgress, lessonStatus, readProgress } from './progress.ts';
import { memoryStorage } from './settings-storage.testkit.ts';

const NAME = 'unrolled.progress';
const progressOf = (text: string) => createProgress(memoryStorage({ [NAME]: text })).getState();

describe('progress', () => {
  it('remembers visits, checkpoints and the end', () => {
    const storage = memoryStorage();
    const { visit, pass, finish } = createProgress(storage).getState();
    visit('gru');
    pass('lstm', 'keep');
    pass('lstm', 'keep');
    finish('lstm');
    visit('lstm');
    expect(createProgress(storage).getState()).toMatchObject({
      notice: null,
      lessons: { gru: { passed: [], finished: false }, lstm: { passed: ['keep'], finished: true } },
    });
  });

  it.each(['{', 'null', '7', '{"state":[],"version":1}', '{"state":{"lessons":3},"version":1}'])(
    'starts anew and says so when it finds %s',
    (text) => {
      expect(progressOf(text)).toMatchObject({ lessons: {}, notice: 'reset' });
    },
  );

  it('keeps what is whole of a damaged record', () => {
    const lessons = { lstm: { passed: ['a', 4, 'a'], finished: 'yes' }, gru: 'done' };
    expect(readProgress({ lessons })).toEqual({
      lessons: { lstm: { passed: ['a'], finished: false } },
      broken: true,
    });
  });

  it('has no notice on a first visit, and none after a reset', () => {
    expect(createProgress(memoryStorage()).getState().notice).toBeNull();
    const store = createProgress(memoryStorage({ [NAME]: '{' }));
    store.getState().reset();
    expect(store.getState().notice).toBeNull();
  });

  it('keeps what was brought along', () => {
    const storage = memoryStorage();
    const lessons = { rnn: { passed: ['same'], finished: false } };
    createProgress(storage).getState().replace(lessons);
    expect(createProgress(storage).getState().lessons).toEqual(lessons);
  });

  it('goes on when storage is full', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new Error('quota');
      },
    };
    const store = createProgress(full);
    store.getState().pass('lstm', 'keep');
    expect(store.getState().lessons.lstm?.passed).toEqual(['keep']);
  });
});

describe('lessonStatus', () => {
  const passed = { passed: ['a', 'b'], finished: false };
  it('is done with every checkpoint', () => {
    expect(lessonStatus(passed, ['a', 'b'])).toBe('done');
    expect(lessonStatus(passed, ['a', 'b', 'c'])).toBe('started');
    expect(lessonStatus(undefined, ['a'])).toBe('new');
  });
  it('is done at the end of a lesson without checkpoints', () => {
    expect(lessonStatus({ passed: [], finished: true }, [])).toBe('done');
    expect(lessonStatus({ passed: [], finished: false }, [])).toBe('started');
  });
});
