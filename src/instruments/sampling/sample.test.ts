import { describe, expect, it } from 'vitest';
import type { GenerateOptions } from '../../models/language/generate.ts';
import { END_TOKEN, UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import {
  drawOne,
  isReady,
  isStale,
  MOST_TOKENS,
  readOne,
  type Sample,
  startSample,
  stopOf,
  takeBack,
} from './sample.ts';
import { counting } from './sampling.testkit.ts';

const PLAIN: GenerateOptions = { temperature: 1, topK: null, topP: 1, unknown: true, stopAtEnd: false };
const GREEDY = { ...PLAIN, topK: 1 };
const TOKENS = [UNKNOWN_TOKEN, 'a', 'b', 'c', END_TOKEN];
const model = counting(TOKENS);

function ready(sample: Sample): Sample {
  let read = sample;
  while (!isReady(read)) read = readOne(read);
  return read;
}

function drawn(sample: Sample, count: number, options = PLAIN): Sample {
  let next = ready(sample);
  for (let i = 0; i < count; i++) next = drawOne(next, options) ?? next;
  return next;
}

const idsOf = ({ draws }: Sample) => draws.map(({ token }) => token);
const start = (begin = '', draws = 1, of = model) => startSample(of, 7, { begin, draws });

it('reads its beginning first, then goes on from it', () => {
  const sample = start('ab');
  expect(sample.beginning.map(({ id }) => id)).toEqual([1, 2]);
  expect(drawOne(sample, GREEDY)).toBeNull();
  expect(idsOf(drawn(sample, 3, GREEDY))).toEqual([3, 4, 0]);
});

it('begins with a token that stands in where the model would say nothing', () => {
  expect(start()).toMatchObject({ standsIn: false, beginning: [] });
  const silent = start('', 1, counting(TOKENS, { begins: false }));
  expect(silent).toMatchObject({ standsIn: true, beginning: [{ id: 1, text: 'a' }] });
});

it('one back and one on again is the same text', () => {
  const all = drawn(start(), 40);
  const again = drawn(takeBack(takeBack(drawn(start(), 32))), 10);
  expect(idsOf(again)).toEqual(idsOf(all));
  expect(idsOf(drawn(takeBack(drawn(start(), 1)), 40))).toEqual(idsOf(all));
  expect(takeBack(start())).toEqual(start());
  expect(idsOf(drawn(start('', 2), 40))).not.toEqual(idsOf(all));
});

describe('stops', () => {
  it('at ⟨EOS⟩ only when asked', () => {
    const ended = drawn(start('ab'), 2, GREEDY);
    expect(stopOf(ended, { ...GREEDY, stopAtEnd: true })).toBe('end');
    expect(drawOne(ended, { ...GREEDY, stopAtEnd: true })).toBeNull();
    expect(stopOf(ended, GREEDY)).toBeNull();
  });

  it('where there is nothing to draw', () => {
    const certain = startSample(counting([UNKNOWN_TOKEN]), null, { begin: '', draws: 1 });
    expect(stopOf(certain, { ...PLAIN, unknown: false })).toBe('nothing');
    const silent = { ...ready(start()), state: { probabilities: null, read: () => certain.state } };
    expect(stopOf(silent, PLAIN)).toBe('silent');
  });

  it('when the text is as long as is kept', () => {
    const one = drawn(start(), 1);
    const full = { ...one, draws: new Array(MOST_TOKENS).fill(one.draws[0]) };
    expect(stopOf(full, PLAIN)).toBe('full');
    expect(drawOne(full, PLAIN)).toBeNull();
  });
});

describe('a model that trains on', () => {
  const settings = { begin: '', draws: 1 };
  const later = { ...model };

  it('is followed until something is drawn', () => {
    expect(isStale(start(), model, settings)).toBe(false);
    expect(isStale(start(), later, settings)).toBe(true);
    expect(isStale(drawn(start(), 1), later, settings)).toBe(false);
    // A beginning that is being read is read to its end.
    expect(isStale(start('ab'), later, { ...settings, begin: 'ab' })).toBe(false);
  });

  it('with other tokens is another model', () => {
    expect(isStale(drawn(start(), 1), counting([UNKNOWN_TOKEN, 'x']), settings)).toBe(true);
    expect(isStale(drawn(start(), 1), counting([...TOKENS]), settings)).toBe(false);
  });

  it('another beginning or seed begins anew', () => {
    expect(isStale(drawn(start(), 1), model, { begin: 'a', draws: 1 })).toBe(true);
    expect(isStale(drawn(start(), 1), model, { begin: '', draws: 2 })).toBe(true);
  });
});
