import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams, streamBatch, type TextStreams } from './streams.ts';

const text = (length: number) => Int32Array.from({ length }, (_, i) => i);

function streamsOf(length: number, batch: number, steps: number): TextStreams {
  const result = createStreams(text(length), { batch, steps });
  if (!result.ok) throw new Error(result.error.code);
  return result.streams;
}

describe('createStreams', () => {
  it.each([0, 1])('says that %i tokens are too few', (found) => {
    const error = { code: 'text-too-short', found, needed: 2 };
    expect(createStreams(text(found), { batch: 4, steps: 8 })).toEqual({ ok: false, error });
  });

  it('makes do with two tokens, and says what it reduced', () => {
    expect(createStreams(text(2), { batch: 4, steps: 8 })).toMatchObject({
      streams: { batch: 1, steps: 1 },
      notices: [
        { code: 'batch-reduced', asked: 4, used: 1 },
        { code: 'steps-reduced', asked: 8, used: 1 },
      ],
    });
  });

  it('gives up streams before steps', () => {
    expect(createStreams(text(30), { batch: 4, steps: 8 })).toMatchObject({
      streams: { batch: 3, steps: 8 },
      notices: [{ code: 'batch-reduced' }],
    });
    expect(createStreams(text(33), { batch: 4, steps: 8 })).toMatchObject({
      streams: { batch: 4, steps: 8 },
      notices: [],
    });
  });
});

describe('streamBatch', () => {
  it('reads B contiguous streams side by side, (T, B), each token with its successor', () => {
    const batch = streamBatch(streamsOf(13, 2, 3), 3);
    expect([...batch.ids]).toEqual([3, 9, 4, 10, 5, 11]);
    expect([...batch.targets]).toEqual([4, 10, 5, 11, 6, 12]);
    expect(batch).toMatchObject({ next: 0, restart: false });
  });

  it('begins passes by turns at the start and flush with the end, restarting each', () => {
    const streams = streamsOf(12, 1, 4);
    const visited: [number, boolean][] = [];
    for (let i = 0, position = 0; i < 5; i++) {
      const { restart, next } = streamBatch(streams, position);
      visited.push([position, restart]);
      position = next;
    }
    expect(visited).toEqual([
      [0, true],
      [4, false],
      [3, true],
      [7, false],
      [0, true],
    ]);
  });

  it('predicts every token of every stream within two passes, and never reads outside', () => {
    const sizes = [
      fc.integer({ min: 2, max: 80 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 9 }),
    ] as const;
    fc.assert(
      fc.property(...sizes, (length, batch, steps) => {
        const streams = streamsOf(length, batch, steps);
        const seen = new Set<number>();
        let restarts = 0;
        for (let position = 0; ; ) {
          const { ids, targets, next, restart } = streamBatch(streams, position);
          restarts += restart ? 1 : 0;
          if (restarts > 2) break;
          ids.forEach((id, i) => {
            expect(targets[i]).toBe(id + 1);
            seen.add(id);
          });
          position = next;
        }
        expect(seen.size).toBe(streams.batch * streams.length);
        expect(Math.max(...seen)).toBeLessThan(length - 1);
      }),
    );
  });
});
