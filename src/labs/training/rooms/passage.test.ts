import { describe, expect, it } from 'vitest';
import { passageOf } from './passage.ts';

const task = { kind: 'next-symbol', level: 'character', vocabulary: 99 } as const;
const lines = Array.from({ length: 2000 }, (_, i) => `line ${i}`).join('\n');

describe('the passage that a model is shown', () => {
  it('begins with a line that it did not learn from', () => {
    const heldOut = { share: 0.5, tokens: 100, every: 10 };
    const passage = passageOf({ ...task, text: lines, heldOut });
    expect(passage.startsWith('line ')).toBe(true);
    expect(lines.indexOf(passage)).toBeGreaterThanOrEqual(lines.length / 2);
    expect(passage).toHaveLength(2500);
  });

  it('is the text’s beginning where nothing is held out, and all of a short text', () => {
    expect(passageOf({ ...task, text: lines })).toBe(lines.slice(0, 2500));
    expect(passageOf({ ...task, text: 'short' })).toBe('short');
  });

  it('is nothing where there is no text', () => {
    expect(passageOf({ kind: 'recall', symbols: 3, delay: 4 })).toBe('');
  });
});
