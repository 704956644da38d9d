import { Embedding } from './embedding';
import { madd, splat } from './vector';

/* Words and the rows of the input layer that they are made of. */

/** The word at a position of what is left of the sentence. */
// @ts-ignore: decorator
@inline
export function wordAt(e: Embedding, position: i32): i32 {
  return load<i32>(e.kept + (position << 2));
}

/** Row of a word that has no parts. */
// @ts-ignore: decorator
@inline
export function rowAt(e: Embedding, position: i32): usize {
  return e.inputRows + wordAt(e, position) * e.stride;
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
export function takeWord(e: Embedding, to: usize, word: i32): void {
  if (!e.partStarts) memory.copy(to, e.inputRows + word * e.stride, e.stride);
  else {
    memory.fill(to, 0, e.stride);
    addParts(e, to, word, 1.0 / <f32>partCount(e, word));
  }
}

/** Moves a word by what its vector gets back. */
export function giveWord(e: Embedding, back: usize, word: i32): void {
  moveParts(e, word, back, e.corrected ? 1.0 / <f32>partCount(e, word) : 1);
}

/** h of CBOW: the mean of the window's rows, into `hidden`. Returns the share of each. */
export function takeMean(e: Embedding, position: i32, first: i32, last: i32): f32 {
  let rows = 0;
  for (let i = first; i <= last; i++) if (i != position) rows += partCount(e, wordAt(e, i));
  const share: f32 = 1.0 / <f32>rows;
  memory.fill(e.hidden, 0, e.stride);
  for (let i = first; i <= last; i++) if (i != position) addParts(e, e.hidden, wordAt(e, i), share);
  return share;
}

/** Moves the words of a window by what their mean gets back. */
export function giveMean(e: Embedding, position: i32, first: i32, last: i32, share: f32): void {
  const scale: f32 = e.corrected ? share : 1;
  for (let i = first; i <= last; i++) if (i != position) moveParts(e, wordAt(e, i), e.back, scale);
}

// @ts-ignore: decorator
@inline
function addRow(to: usize, from: usize, bytes: i32, by: f32): void {
  const scale = splat(by);
  for (let j = 0; j < bytes; j += 16) v128.store(to + j, madd(scale, v128.load(from + j), v128.load(to + j)));
}
