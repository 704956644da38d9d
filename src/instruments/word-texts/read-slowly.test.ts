import { describe, expect, it } from 'vitest';
import { readText } from '../../models/word2vec/read-text.ts';
import { createReader, type Reading, type SlowReading } from './read-slowly.ts';

const TEXT = 'The whale swims. A ship sails. The whale, the ship!\n'.repeat(2000);
const ASKED: Reading = { key: 'a', text: TEXT, level: 'word', ends: 'sentences', minCount: 1, words: 9 };

/** A clock that moves by eleven milliseconds each time it is asked. */
function listener(patience = Number.POSITIVE_INFINITY) {
  let time = 0;
  const heard: number[] = [];
  const how: SlowReading = {
    pause: () => Promise.resolve(),
    onRead: (units) => heard.push(units),
    isWanted: () => heard.length < patience,
    now: () => {
      time += 11;
      return time;
    },
  };
  return { heard, how };
}

function atOnce(asked: Reading) {
  const work = readText(asked.text, asked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

describe('reading a text on a page', () => {
  it('gives what reading at once gives, with pauses', async () => {
    const { heard, how } = listener();
    expect(await createReader()(ASKED, how)).toEqual(atOnce(ASKED));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('does not read again for other limits, but for another text', async () => {
    const read = createReader();
    await read(ASKED, listener().how);
    const again = listener();
    const limits = { ...ASKED, minCount: 4000 };
    expect(await read(limits, again.how)).toEqual(atOnce(limits));
    expect(again.heard).toEqual([]);
    const other = { ...ASKED, key: 'b', text: 'sea' };
    expect(await read(other, again.how)).toEqual(atOnce(other));
  });

  it('stops when nobody waits for it', async () => {
    const { heard, how } = listener(1);
    expect(await createReader()(ASKED, how)).toBeNull();
    expect(heard).toHaveLength(1);
  });
});
