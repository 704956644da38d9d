import { Embedding } from './embedding';
import { learnMean, learnPairs } from './examples';
import { below, bits } from './generator';
import { meet } from './threads';

/* The twin of models/word2vec/trainer.ts in 32 bits. */

/** First byte that a plan may use. */
export function heapBase(): usize {
  return __heap_base;
}

/**
 * One thread's part of some sentences: all threads move the same vectors, without locks (Niu et al. 2011). `team` is what
 * ../embedding-team.ts writes: threads, barrier, measure; then of each thread its record and its sentences.
 */
export function pass(team: usize, part: i32): void {
  const own = team + 12 + 12 * part;
  train(changetype<Embedding>(load<usize>(own)), load<i32>(own, 4), load<i32>(own, 8), load<i32>(team, 8));
  meet(load<usize>(team, 4), load<i32>(team));
}

/** Learns from sentences `first` to `end` − 1. The loss of every `measure`-th of them is taken; 0: of none. */
function train(e: Embedding, first: i32, end: i32, measure: i32): void {
  for (let sentence = first; sentence < end; sentence++) {
    const start = load<i32>(e.starts + (sentence << 2));
    const length = load<i32>(e.starts + (sentence << 2), 4) - start;
    const read = load<f64>(e.numbers);
    const share = 1 - read / max(1, load<f64>(e.numbers, 8));
    const rate = load<f64>(e.numbers, 16) * max(load<f64>(e.numbers, 24), share);
    learnSentence(e, start, length, <f32>rate, measure > 0 && sentence % measure == 0);
    store<f64>(e.numbers, read + <f64>length);
  }
}

function learnSentence(e: Embedding, start: i32, length: i32, rate: f32, measured: bool): void {
  const count = keepWords(e, start, length);
  for (let position = 0; position < count; position++) {
    const reach = e.shrink ? 1 + below(e.generator, e.window) : e.window;
    const first = max(0, position - reach);
    const last = min(count, position + reach + 1) - 1;
    if (last == first) continue;
    if (e.cbow) note(e, 1, learnMean(e, position, first, last, rate, measured), measured);
    else note(e, last - first, learnPairs(e, position, first, last, rate, measured), measured);
  }
}

/** The words that subsampling leaves; how many. */
function keepWords(e: Embedding, start: i32, length: i32): i32 {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const id = load<i32>(e.ids + ((start + i) << 2));
    const keep = load<u32>(e.keep + (id << 2));
    if (bits(e.generator) < keep || keep == u32.MAX_VALUE) {
      store<i32>(e.kept + (count << 2), id);
      count++;
    }
  }
  return count;
}

// @ts-ignore: decorator
@inline
function note(e: Embedding, examples: i32, loss: f64, measured: bool): void {
  store<f64>(e.numbers, load<f64>(e.numbers, 32) + <f64>examples, 32);
  if (!measured) return;
  store<f64>(e.numbers, load<f64>(e.numbers, 40) + <f64>examples, 40);
  store<f64>(e.numbers, load<f64>(e.numbers, 48) + loss, 48);
}
