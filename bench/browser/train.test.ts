import { describe, expect, it } from 'vitest';
import { trainTimed } from './train.ts';

function createClock() {
  let time = 0;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

describe('trainTimed', () => {
  it('times each step of those that answer', async () => {
    const clock = createClock();
    let step = 0;
    const contestant = {
      note: null,
      step: () => {
        clock.pass(++step);
        return 1 / step;
      },
    };
    expect(await trainTimed(contestant, 3, clock.now)).toEqual({
      type: 'trained',
      milliseconds: [1, 2, 3],
      loss: 1 / 3,
    });
  });

  it('shares the time until the last has ended among those that only queue', async () => {
    const clock = createClock();
    const contestant = {
      note: null,
      step: async () => {
        clock.pass(1);
        return null;
      },
      finish: async () => {
        clock.pass(6);
        return 0.5;
      },
    };
    const trained = await trainTimed(contestant, 4, clock.now);
    expect(trained).toEqual({ type: 'trained', milliseconds: [10 / 4], loss: 0.5 });
  });
});
