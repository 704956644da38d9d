import { describe, expect, it } from 'vitest';
import { type Measured, ratioOf, tableOf } from './table.ts';

const plain: Measured = { name: 'plain', ms: 3000, spread: 0.1, runs: 5, early: 3000, words: 10, sum: 100 };
const bytes: Measured = { ...plain, name: 'bytes', ms: 500, early: 20, sum: 100.4 };

describe('the table of readers', () => {
  it('says how much faster than the peer', () => {
    expect(ratioOf(bytes, [plain, bytes])).toBe(6);
    expect(tableOf([plain, bytes], 90e6)).toContain('| Ours, 8 bits | 180 MB/s, 6.00× | 20 ms |');
  });

  it('compares nothing with who read something else', () => {
    for (const other of [
      { ...bytes, words: 9 },
      { ...bytes, sum: 90 },
    ]) {
      expect(ratioOf(other, [plain, other])).toBeNull();
      expect(tableOf([plain, other], 90e6)).toContain('reads something else');
    }
  });
});
