import { describe, expect, it } from 'vitest';
import { createHoldBit } from '../../models/tasks/hold-bit.ts';
import {
  answerOf,
  bitOf,
  drawnSequence,
  flipBit,
  isWrite,
  lastWrite,
  QUESTION,
  readSequenceText,
  toggleWrite,
  withLength,
  writeSequenceText,
} from './sequence.ts';

const { inputs } = createHoldBit({ steps: 5 });
const words = (ids: ArrayLike<number>) => Array.from(ids, (id) => inputs[id]);

describe('the sequence on show', () => {
  it('speaks of the tokens of the task', () => {
    expect(inputs.map((word) => word.startsWith('write'))).toEqual([0, 1, 2, 3, 4].map(isWrite));
    expect(inputs.map((word) => (word === '?' ? null : Number(word.slice(-1))))).toEqual(
      [0, 1, 2, 3, 4].map(bitOf),
    );
    expect(inputs[QUESTION]).toBe('?');
  });

  it('is read from any text, and read back from its own', () => {
    expect(words(readSequenceText('0x13 4'))).toEqual(['0', '1', 'write 1', '?']);
    expect(words(readSequenceText(''))).toEqual(['0', '?']);
    expect(readSequenceText('0'.repeat(500))).toHaveLength(96);
    const ids = Int32Array.from([1, 2, 0, 3, QUESTION]);
    expect(readSequenceText(writeSequenceText(ids))).toEqual(ids);
  });

  it('changes where the reader says, and never at the question', () => {
    const ids = readSequenceText('0123');
    expect(words(flipBit(ids, 2))).toEqual(['0', '1', 'write 1', 'write 1', '?']);
    expect(words(toggleWrite(toggleWrite(ids, 1), 2))).toEqual(['0', 'write 1', '0', 'write 1', '?']);
    for (const change of [flipBit, toggleWrite]) expect(change(ids, 4)).toEqual(ids);
  });

  it('becomes longer by bits that pass by, and shorter from its end', () => {
    const ids = readSequenceText('230');
    const longer = withLength(ids, 40, 7);
    expect(longer).toHaveLength(40);
    expect([...longer.subarray(0, 3)]).toEqual([2, 3, 0]);
    expect(longer.subarray(3, 39).every((id) => id < 2)).toBe(true);
    expect(new Set(longer.subarray(3, 39)).size).toBe(2);
    expect(words(withLength(longer, 3, 7))).toEqual(['write 0', 'write 1', '?']);
  });

  it('is asked for the bit that was written last', () => {
    expect([
      answerOf(readSequenceText('0301')),
      answerOf(readSequenceText('3020')),
      answerOf(readSequenceText('01')),
    ]).toEqual([1, 0, null]);
    const ids = readSequenceText('03020');
    expect([0, 1, 2, 3, 5].map((step) => lastWrite(ids, step))).toEqual([null, 1, 1, 3, 3]);
  });

  it('is drawn as the task draws it', () => {
    for (const seed of [1, 2, 3]) {
      const drawn = drawnSequence({ steps: 12, writes: 2 }, seed);
      expect(drawn).toHaveLength(12);
      expect([...drawn].filter(isWrite)).toHaveLength(2);
      expect(drawn[11]).toBe(QUESTION);
    }
  });
});
