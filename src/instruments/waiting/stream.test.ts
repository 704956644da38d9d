import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operandPlaces, placeKey, scheduleStack, stackPlaces } from '../../models/cells/schedule.ts';
import { delays, roundsAtEnd, streamAhead, streamStack } from './stream.ts';

const forms = fc.record({
  layers: fc.integer({ min: 1, max: 3 }),
  directions: fc.constantFrom('forward' as const, 'concat' as const),
});

describe('streamStack', () => {
  it('computes every cell once, after its word and its operands, and says every answer once', () => {
    fc.assert(
      fc.property(forms, fc.integer({ min: 1, max: 9 }), (form, steps) => {
        const moments = streamStack(form, steps);
        const done = new Set<string>();
        for (const { heard, places } of moments) {
          expect(places.every(({ step }) => step < heard)).toBe(true);
          const needed = places.flatMap((place) => operandPlaces(form, steps, place));
          expect(needed.every((place) => done.has(placeKey(place)))).toBe(true);
          for (const place of places) done.add(placeKey(place));
        }
        expect(moments.flatMap(({ places }) => places)).toHaveLength(done.size);
        expect(done).toEqual(new Set(stackPlaces(form, steps).map(placeKey)));
        expect([...moments.flatMap(({ said }) => said)].sort((a, b) => a - b)).toEqual([
          ...Array(steps).keys(),
        ]);
      }),
    );
  });

  it('of one word is the wave front', () => {
    // With one word there is no waiting: the stream is the schedule of the wave.
    for (const layers of [1, 2, 3]) {
      const form = { layers, directions: 'concat' } as const;
      expect(streamStack(form, 1).map(({ places }) => places)).toEqual(scheduleStack(form, 1, 'wavefront'));
    }
  });

  it('forward, says each word at once; both ways, nothing before the last word', () => {
    expect(delays(streamStack({ layers: 2, directions: 'forward' }, 5), 5)).toEqual([0, 0, 0, 0, 0]);
    expect(delays(streamStack({ layers: 1, directions: 'concat' }, 5), 5)).toEqual([4, 3, 2, 1, 0]);
  });

  it('both ways, leaves a whole chain for the end, and every further layer another one', () => {
    const left = (layers: number) => roundsAtEnd(streamStack({ layers, directions: 'concat' }, 7), 7);
    expect([left(1), left(2), left(3)]).toEqual([7, 14, 21]);
    expect(roundsAtEnd(streamStack({ layers: 3, directions: 'forward' }, 7), 7)).toBe(3);
  });
});

describe('streamAhead', () => {
  it('waits for so many words and no more', () => {
    expect(delays(streamAhead(7, 2), 7)).toEqual([2, 2, 2, 2, 2, 1, 0]);
    expect(delays(streamAhead(4, 0), 4)).toEqual([0, 0, 0, 0]);
  });

  it('with the whole sentence ahead is reading both ways', () => {
    expect(streamAhead(5, 5)).toEqual(streamStack({ layers: 1, directions: 'concat' }, 5));
  });

  it('computes a window of the backward chain anew for every word', () => {
    const [steps, ahead] = [8, 3];
    const cells = streamAhead(steps, ahead).flatMap(({ places }) =>
      places.filter(({ direction }) => direction === 1),
    );
    expect(cells).toHaveLength((steps - ahead) * (ahead + 1));
  });
});
