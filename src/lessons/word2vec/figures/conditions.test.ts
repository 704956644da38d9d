import { describe, expect, it } from 'vitest';
import { isMutual } from './conditions.ts';

type Watched = NonNullable<Parameters<typeof isMutual>[0]>;

/** A run of 10 epochs with these words, lists and share read. */
function run(lists: Readonly<Record<string, string>>, share: number): Watched {
  const words = ['men', 'women', 'war'];
  const neighbours = Object.entries(lists).map(([word, other]) => ({
    word,
    nearest: [{ id: words.indexOf(other), cosine: 0.9 }],
  }));
  const state = {
    info: { words },
    config: { method: { epochs: 10 } },
    frame: { stats: { read: share, all: 1 }, view: { neighbours } },
  };
  return state as unknown as Watched;
}

describe('two words that are each other’s nearest', () => {
  it('holds when both are listed and agree', () => {
    expect(isMutual(run({ women: 'men', men: 'women' }, 0.5))).toBe(true);
    expect(isMutual(run({ women: 'men', men: 'war' }, 0.5))).toBe(false);
    expect(isMutual(run({ women: 'men' }, 0.5))).toBe(false);
  });

  it('waits for an epoch', () => {
    expect(isMutual(run({ women: 'men', men: 'women' }, 0.05))).toBe(false);
    expect(isMutual(null)).toBe(false);
  });
});
