import { describe, expect, it } from 'vitest';
import { testNetwork } from './reading.testkit.ts';
import { cachedReading, MOST_STEPS, readSentence } from './reading.ts';

const network = testNetwork();

describe('readSentence', () => {
  it('reads all characters but the last, and foretells all but the first', () => {
    const reading = readSentence(network, 'ab c');
    expect([...(reading?.through.ids ?? [])]).toEqual([1, 2, 5]);
    expect([...(reading?.through.targets ?? [])]).toEqual([2, 5, 3]);
  });

  it('takes what it does not know for ⟨UNK⟩, and counts a character of any script as one', () => {
    const reading = readSentence(network, '白a👩‍🚀');
    expect(reading?.tokens.map(({ known }) => known)).toEqual([false, true, false]);
    expect(reading?.through.ids[0]).toBe(0);
  });

  it('leaves out what is too long, and says how much there was', () => {
    const reading = readSentence(network, 'a'.repeat(40));
    expect(reading?.tokens).toHaveLength(MOST_STEPS + 1);
    expect(reading?.asked).toBe(40);
  });

  it.each(['', 'a'])('has nothing to foretell in “%s”', (sentence) => {
    expect(readSentence(network, sentence)).toBeNull();
  });
});

it('cachedReading computes a sentence once for each network', () => {
  expect(cachedReading(network, 'abc')).toBe(cachedReading(network, 'abc'));
  expect(cachedReading(testNetwork(), 'abc')).not.toBe(cachedReading(network, 'abc'));
});
