import { describe, expect, it } from 'vitest';
import type { GenerateOptions } from '../../models/language/generate.ts';
import { END_TOKEN, UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import { isReady, startSample } from './sample.ts';
import { createSampler, type SamplerTime } from './sampler.ts';
import { counting } from './sampling.testkit.ts';

const GREEDY: GenerateOptions = { temperature: 1, topK: 1, topP: 1, unknown: true, stopAtEnd: false };
const MODEL = counting([UNKNOWN_TOKEN, 'a', 'b', 'c', END_TOKEN]);

/** A clock that is wound by hand; each look at it takes a millisecond, as a step of a model would. */
function handClock() {
  const waiting: { run: () => void; at: number }[] = [];
  let now = 0;
  const time: SamplerTime = {
    now: () => now++,
    later(run, ms) {
      const one = { run, at: now + ms };
      waiting.push(one);
      return () => void waiting.splice(waiting.indexOf(one) >>> 0, 1);
    },
  };
  /** Runs the next slice; false when none is waiting. */
  const slice = (): boolean => {
    const next = waiting.sort((a, b) => a.at - b.at).shift();
    if (!next) return false;
    now = Math.max(now, next.at);
    next.run();
    return true;
  };
  return { time, slice, now: () => now, idle: () => waiting.length === 0 };
}

function setUp(options: Partial<GenerateOptions> = {}) {
  const clock = handClock();
  const sampler = createSampler(() => ({ ...GREEDY, ...options }), clock.time);
  const finish = () => {
    for (let i = 0; clock.slice(); i++) if (i > 1000) throw new Error('never ends');
  };
  const begin = (text = '', count = 0) =>
    sampler.start(startSample(MODEL, null, { begin: text, draws: 1 }), count);
  const drawn = () => sampler.state().sample?.draws.map(({ token }) => token);
  return { clock, sampler, finish, begin, drawn };
}

it('reads the beginning, and rests', () => {
  const { sampler, finish, begin, drawn } = setUp();
  begin('abcabc');
  expect(isReady(sampler.state().sample!)).toBe(false);
  finish();
  expect(isReady(sampler.state().sample!)).toBe(true);
  expect(drawn()).toEqual([]);
});

describe('many at once', () => {
  it('come in slices that leave the page its time, and are told', () => {
    const { clock, sampler, begin, drawn } = setUp();
    begin('a', 100);
    let slices = 0;
    let longest = 0;
    for (;;) {
      const [before, count] = [clock.now(), drawn()!.length];
      if (!clock.slice()) break;
      slices++;
      longest = Math.max(longest, drawn()!.length - count);
      expect(clock.now() - before).toBeLessThan(16);
      expect(sampler.state().wanted).toBe(100 - drawn()!.length || 0);
    }
    expect(drawn()).toHaveLength(100);
    expect(slices).toBeGreaterThan(5);
    expect(longest).toBeGreaterThan(1);
    expect(sampler.state()).toMatchObject({ wanted: 0, asked: 0, at: 99 });
  });

  it('can be given up', () => {
    const { clock, sampler, finish, begin, drawn } = setUp();
    begin('', 100);
    clock.slice();
    sampler.pause();
    const count = drawn()!.length;
    finish();
    expect(drawn()).toHaveLength(count);
    expect(count).toBeLessThan(100);
    expect(sampler.state().wanted).toBe(0);
  });

  it('end with ⟨EOS⟩', () => {
    const { sampler, finish, begin, drawn } = setUp({ stopAtEnd: true });
    begin('a', 100);
    finish();
    expect(drawn()).toEqual([2, 3, 4]);
    expect(sampler.state().wanted).toBe(0);
  });
});

describe('play', () => {
  it('draws one token every eighth of a second, and follows it', () => {
    const { clock, sampler, finish, begin, drawn } = setUp();
    begin('ab');
    finish();
    sampler.play();
    const from = clock.now();
    for (let i = 1; i <= 9; i++) {
      clock.slice();
      expect(drawn()).toHaveLength(i);
      expect(sampler.state()).toMatchObject({ at: i - 1, playing: true });
    }
    expect((clock.now() - from) / 8).toBeGreaterThanOrEqual(125);
    expect((clock.now() - from) / 8).toBeLessThan(135);
    sampler.pause();
    expect(clock.idle()).toBe(true);
    expect(sampler.state().playing).toBe(false);
  });
});

it('goes back one at a time, to the beginning', () => {
  const { sampler, finish, begin, drawn } = setUp();
  begin('', 2);
  finish();
  sampler.look(0);
  sampler.back();
  expect(sampler.state().at).toBe(0);
  sampler.back();
  expect(sampler.state().at).toBeNull();
  expect(drawn()).toEqual([]);
  sampler.back();
  sampler.draw(2);
  finish();
  expect(drawn()).toEqual([1, 2]);
});
