import { Embedding } from './embedding';
import { below, bits, drawn } from './generator';
import { learnGroup } from './group';
import { madd, splat } from './vector';

/* The twin of models/word2vec/trainer.ts in 32 bits. */

/** First byte that a plan may use. */
export function heapBase(): usize {
  return __heap_base;
}

/** Learns from sentences `first` to `end` − 1. The loss of every `measure`-th of them is taken; 0: of none. */
export function train(e: Embedding, first: i32, end: i32, measure: i32): void {
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
    if (last > first) learnWindow(e, position, first, last, rate, measured);
  }
}

/** The words that subsampling leaves; how many. */
function keepWords(e: Embedding, start: i32, length: i32): i32 {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const id = load<i32>(e.ids + ((start + i) << 2));
    if (bits(e.generator) < load<u32>(e.keep + (id << 2)) || load<u32>(e.keep + (id << 2)) == u32.MAX_VALUE) {
      store<i32>(e.kept + (count << 2), id);
      count++;
    }
  }
  return count;
}

// @ts-ignore: decorator
@inline
function wordAt(e: Embedding, position: i32): i32 {
  return load<i32>(e.kept + (position << 2));
}

// @ts-ignore: decorator
@inline
function partCount(e: Embedding, word: i32): i32 {
  if (!e.partStarts) return 1;
  return load<i32>(e.partStarts + (word << 2), 4) - load<i32>(e.partStarts + (word << 2));
}

/** Row number `i` of those that a word is made of. */
// @ts-ignore: decorator
@inline
function partAt(e: Embedding, word: i32, i: i32): usize {
  const at = load<i32>(e.partStarts + (word << 2)) + i;
  return e.inputRows + load<i32>(e.parts + (at << 2)) * e.stride;
}

/** Adds `share` times each of a word's rows. */
function addParts(e: Embedding, to: usize, word: i32, share: f32): void {
  if (!e.partStarts) addRow(to, e.inputRows + word * e.stride, e.stride, share);
  else {
    const count = partCount(e, word);
    for (let i = 0; i < count; i++) addRow(to, partAt(e, word, i), e.stride, share);
  }
}

/** Moves each of a word's rows. */
function moveParts(e: Embedding, word: i32, by: usize, share: f32): void {
  if (!e.partStarts) addRow(e.inputRows + word * e.stride, by, e.stride, share);
  else {
    const count = partCount(e, word);
    for (let i = 0; i < count; i++) addRow(partAt(e, word, i), by, e.stride, share);
  }
}

/** A word's vector. */
function takeWord(e: Embedding, to: usize, word: i32): void {
  if (!e.partStarts) memory.copy(to, e.inputRows + word * e.stride, e.stride);
  else {
    memory.fill(to, 0, e.stride);
    addParts(e, to, word, 1.0 / <f32>partCount(e, word));
  }
}

function giveWord(e: Embedding, back: usize, word: i32): void {
  moveParts(e, word, back, e.corrected ? 1.0 / <f32>partCount(e, word) : 1);
}

function learnWindow(e: Embedding, position: i32, first: i32, last: i32, rate: f32, measured: bool): void {
  const word = wordAt(e, position);
  if (e.cbow) learnMean(e, position, first, last, rate, measured);
  else if (e.batched) learnTogether(e, position, first, last, rate, measured);
  else {
    for (let i = first; i <= last; i++) {
      if (i == position) continue;
      takeWord(e, e.hidden, wordAt(e, i));
      note(e, 1, learnWord(e, 1, word, rate, measured), measured);
      giveWord(e, e.back, wordAt(e, i));
    }
  }
}

/** CBOW: one example, the mean of the window's vectors. */
function learnMean(e: Embedding, position: i32, first: i32, last: i32, rate: f32, measured: bool): void {
  let rows = 0;
  for (let i = first; i <= last; i++) if (i != position) rows += partCount(e, wordAt(e, i));
  const share: f32 = 1.0 / <f32>rows;
  memory.fill(e.hidden, 0, e.stride);
  for (let i = first; i <= last; i++) if (i != position) addParts(e, e.hidden, wordAt(e, i), share);
  note(e, 1, learnWord(e, 1, wordAt(e, position), rate, measured), measured);
  const back: f32 = e.corrected ? share : 1;
  for (let i = first; i <= last; i++) if (i != position) moveParts(e, wordAt(e, i), e.back, back);
}

/** Skip-gram: all pairs of the window from the values before any of them. */
function learnTogether(e: Embedding, position: i32, first: i32, last: i32, rate: f32, measured: bool): void {
  const stride = e.stride;
  let n = 0;
  for (let i = first; i <= last; i++) {
    if (i == position) continue;
    takeWord(e, e.hidden + n * stride, wordAt(e, i));
    n++;
  }
  note(e, n, learnWord(e, n, wordAt(e, position), rate, measured), measured);
  n = 0;
  for (let i = first; i <= last; i++) {
    if (i == position) continue;
    giveWord(e, e.back + n * stride, wordAt(e, i));
    n++;
  }
}

/** Learns the examples in `hidden` against the rows that foretell `word`. */
function learnWord(e: Embedding, n: i32, word: i32, rate: f32, measured: bool): f64 {
  if (e.output == 0) return learnGroup(e, n, listAll(e), word, rate, measured);
  const count = e.output == 1 ? listPath(e, word) : listNegatives(e, word);
  return learnGroup(e, n, count, 0, rate, measured);
}

// @ts-ignore: decorator
@inline
function list(e: Embedding, at: i32, row: i32, label: f32): void {
  store<usize>(e.rows + (at << 2), e.outputRows + row * e.stride);
  store<f32>(e.labels + (at << 2), label);
}

function listAll(e: Embedding): i32 {
  for (let row = 0; row < e.vocabulary; row++) list(e, row, row, 0);
  return e.vocabulary;
}

function listPath(e: Embedding, word: i32): i32 {
  const start = load<i32>(e.paths + (word << 2));
  const count = load<i32>(e.paths + (word << 2), 4) - start;
  for (let i = 0; i < count; i++) {
    const turn = load<u8>(e.turns + start + i);
    list(e, i, load<i32>(e.nodes + ((start + i) << 2)), turn ? 0 : 1);
  }
  return count;
}

/** A negative that is the word itself is passed over. */
function listNegatives(e: Embedding, word: i32): i32 {
  let count = 1;
  list(e, 0, word, 1);
  e.twice = 0;
  for (let k = 0; k < e.negatives; k++) {
    const row = drawn(e.generator, e.noise, e.vocabulary);
    if (row == word) continue;
    if (isListed(e, row, count)) e.twice = 1;
    list(e, count, row, 0);
    count++;
  }
  return count;
}

function isListed(e: Embedding, row: i32, count: i32): bool {
  const address = e.outputRows + row * e.stride;
  for (let i = 1; i < count; i++) if (load<usize>(e.rows + (i << 2)) == address) return true;
  return false;
}

// @ts-ignore: decorator
@inline
function addRow(to: usize, from: usize, bytes: i32, by: f32): void {
  const scale = splat(by);
  for (let j = 0; j < bytes; j += 16) v128.store(to + j, madd(scale, v128.load(from + j), v128.load(to + j)));
}

// @ts-ignore: decorator
@inline
function note(e: Embedding, examples: i32, loss: f64, measured: bool): void {
  store<f64>(e.numbers, load<f64>(e.numbers, 32) + <f64>examples, 32);
  if (!measured) return;
  store<f64>(e.numbers, load<f64>(e.numbers, 40) + <f64>examples, 40);
  store<f64>(e.numbers, load<f64>(e.numbers, 48) + loss, 48);
}
