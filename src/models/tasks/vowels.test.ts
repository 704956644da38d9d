import { describe, expect, it } from 'vitest';
import { expectSoundTask, readBatch } from './task.testkit.ts';
import { createVowels } from './vowels.ts';

describe('createVowels', () => {
  it('is a sound task', () => expectSoundTask(createVowels()));

  it('has one letter a sequence, and the right answer', () => {
    for (const { words, answers } of readBatch(createVowels(), 500)) {
      expect(words).toHaveLength(1);
      expect(answers).toEqual([/^[aeiou]$/.test(words[0] ?? '') ? 'vowel' : 'consonant']);
    }
  });

  it('asks for both about as often, though there are more consonants', () => {
    const vowels = readBatch(createVowels(), 2000).filter(({ last }) => last === 'vowel').length;
    expect(vowels).toBeGreaterThan(900);
    expect(vowels).toBeLessThan(1100);
  });
});
