import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TARGET } from '../dense/losses.ts';
import { createHeldOutText, type HeldOutText, heldOutStart } from './held-out.ts';

const count = (length: number) => Int32Array.from({ length }, (_, i) => i);

/** Every question of all batches, as [token, target]. */
function questions(text: HeldOutText): [number, number][] {
  return Array.from({ length: text.batches }, (_, i) => text.batch(i)).flatMap(({ ids, targets }) =>
    [...ids].flatMap((id, at): [number, number][] =>
      targets[at] === NO_TARGET ? [] : [[id, targets[at] ?? NO_TARGET]],
    ),
  );
}

describe('heldOutStart', () => {
  it('leaves the last share of the tokens', () => {
    expect(heldOutStart(100, 0.1)).toBe(90);
    expect(heldOutStart(1, 0.1)).toBe(1);
    expect(heldOutStart(7, 0.5)).toBe(4);
  });
});

describe('createHeldOutText', () => {
  it('asks each prediction of each stream once, in batches of the size that was given', () => {
    const size = fc.record({ batch: fc.integer({ min: 1, max: 6 }), steps: fc.integer({ min: 1, max: 7 }) });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 90 }), size, (length, shape) => {
        const text = createHeldOutText(count(length), shape);
        if (!text) throw new Error('nothing to predict');
        const asked = questions(text);
        expect(asked).toHaveLength(text.predictions);
        expect(new Set(asked.map(([id]) => id)).size).toBe(asked.length);
        expect(asked.every(([id, target]) => target === id + 1)).toBe(true);
        // Streams are of one length: less than one token a stream is left over.
        expect(length - 1 - asked.length).toBeLessThan(Math.max(1, shape.batch));
        const isWhole = Array.from({ length: text.batches }, (_, i) => text.batch(i)).every(
          (batch, i) =>
            batch.ids.length === shape.steps * shape.batch &&
            batch.asked === batch.targets.filter((id) => id !== NO_TARGET).length &&
            batch.restart === (i === 0),
        );
        expect(isWhole).toBe(true);
      }),
    );
  });

  it('goes on in every stream where the batch before ended', () => {
    const text = createHeldOutText(count(21), { batch: 2, steps: 4 });
    expect([...(text?.batch(0).ids ?? [])]).toEqual([0, 10, 1, 11, 2, 12, 3, 13]);
    expect([...(text?.batch(1).ids ?? [])]).toEqual([4, 14, 5, 15, 6, 16, 7, 17]);
    expect([...(text?.batch(2).targets ?? [])]).toEqual([9, 19, 10, 20, -1, -1, -1, -1]);
    expect(text?.batches).toBe(3);
  });

  it('of a text with nothing to predict is null', () => {
    expect(createHeldOutText(count(1), { batch: 2, steps: 4 })).toBeNull();
    expect(createHeldOutText(count(0), { batch: 2, steps: 4 })).toBeNull();
  });
});
