import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../store/settings-storage.testkit.ts';
import { STOPPED } from './clock.ts';
import { keepTalk, readKept } from './keptTalk.ts';

const stored = (text: string) => readKept(memoryStorage({ 'unrolled.talk': text }));

describe('a kept talk', () => {
  it('comes back', () => {
    const storage = memoryStorage();
    expect(readKept(storage)).toBeNull();
    const talk = { id: 't1', clock: { since: 5, before: 60 } };
    keepTalk(storage, talk);
    expect(readKept(storage)).toEqual(talk);
  });

  it.each(['{', 'null', '7', '{}', '{"id":3}'])('is a new one where %s is stored', (text) => {
    expect(stored(text)).toBeNull();
  });

  it('keeps its id when only the clock is broken', () => {
    expect(stored('{"id":"t1","clock":{"since":"x","before":1}}')).toEqual({ id: 't1', clock: STOPPED });
  });

  it('survives a full storage', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => keepTalk(full, { id: 't1', clock: STOPPED })).not.toThrow();
  });
});
