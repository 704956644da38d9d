import { Embedding } from './embedding';
import { learnFull } from './group';
import { listRows } from './lists';
import { logisticSteps } from './logistic';
import { dot, moveRows, scoreRows } from './rows';
import { moveRowsTwice, scoreRowsTwice } from './rows-twice';
import { madd } from './vector';
import { giveMean, giveWord, rowAt, takeMean, takeWord, wordAt } from './words';

/* The examples of a window. Each function returns Σ of their losses, 0 where none is measured. */

/** CBOW: one example, the mean of the window's vectors. */
export function learnMean(e: Embedding, position: i32, first: i32, last: i32, rate: f32, measured: bool): f64 {
  const share = takeMean(e, position, first, last);
  const word = wordAt(e, position);
  let loss: f64 = 0;
  if (e.output == 0) loss = learnFull(e, 1, word, rate);
  else loss = learnHidden(e, listRows(e, word), rate, measured);
  giveMean(e, position, first, last, share);
  return loss;
}

/** Skip-gram: every word of the context foretells the one in the middle, one after the other. */
export function learnPairs(e: Embedding, position: i32, first: i32, last: i32, rate: f32, measured: bool): f64 {
  if (e.output == 0) return learnPairsFull(e, position, first, last, rate);
  if (e.partStarts) return learnPairsOfParts(e, position, first, last, rate, measured);
  if (e.output == 1 || e.batched) return learnPairsOfRows(e, position, first, last, rate, measured);
  let loss: f64 = 0;
  for (let i = first; i <= last; i++) {
    if (i == position) continue;
    loss += learnOne(e, listRows(e, wordAt(e, position)), rowAt(e, i), rate, measured);
  }
  return loss;
}

/** Pairs against the same rows, each from what the one before it left; two at a time where they are of two words. */
function learnPairsOfRows(
  e: Embedding,
  position: i32,
  first: i32,
  last: i32,
  rate: f32,
  measured: bool,
): f64 {
  const count = listRows(e, wordAt(e, position));
  let loss: f64 = 0;
  for (let i = first; i <= last; ) {
    const one = i == position ? i + 1 : i;
    if (one > last) break;
    const other = one + 1 == position ? one + 2 : one + 1;
    const isTwo = other <= last && wordAt(e, one) != wordAt(e, other);
    if (isTwo) loss += learnTwo(e, count, rowAt(e, one), rowAt(e, other), rate, measured);
    else loss += learnOne(e, count, rowAt(e, one), rate, measured);
    i = isTwo ? other + 1 : one + 1;
  }
  return loss;
}

// @ts-ignore: decorator
@inline
function learnOne(e: Embedding, count: i32, h: usize, rate: f32, measured: bool): f64 {
  scoreRows(e.rows, count, h, e.stride, e.scores);
  const loss = logisticSteps(e, 0, count, rate, measured);
  moveRows(e.rows, e.steps, count, h, h, h, e.stride, e.back);
  return loss;
}

/** h and then k, whose scores can be had before the rows move: (u + g h)·k = u·k + g (h·k). */
function learnTwo(e: Embedding, count: i32, h: usize, k: usize, rate: f32, measured: bool): f64 {
  const span = e.span;
  scoreRowsTwice(e.rows, count, h, k, e.stride, e.scores, span);
  const overlap = dot(h, k, e.stride);
  let loss = logisticSteps(e, 0, count, rate, measured);
  for (let r = 0; r < count << 2; r += 16) {
    const at = e.scores + span + r;
    v128.store(at, madd(overlap, v128.load(e.steps + r), v128.load(at)));
  }
  loss += logisticSteps(e, span, count, rate, measured);
  moveRowsTwice(e.rows, e.steps, span, count, h, k, e.stride, e.back);
  return loss;
}

function learnPairsOfParts(
  e: Embedding,
  position: i32,
  first: i32,
  last: i32,
  rate: f32,
  measured: bool,
): f64 {
  let loss: f64 = 0;
  let count = 0;
  for (let i = first; i <= last; i++) {
    if (i == position) continue;
    if (count == 0 || !e.batched) count = listRows(e, wordAt(e, position));
    takeWord(e, e.hidden, wordAt(e, i));
    loss += learnHidden(e, count, rate, measured);
    giveWord(e, e.back, wordAt(e, i));
  }
  return loss;
}

/** Learns `hidden` against the rows that are listed; what it gets back is in `back`. */
function learnHidden(e: Embedding, count: i32, rate: f32, measured: bool): f64 {
  scoreRows(e.rows, count, e.hidden, e.stride, e.scores);
  const loss = logisticSteps(e, 0, count, rate, measured);
  moveRows(e.rows, e.steps, count, e.hidden, e.blank, e.back, e.stride, e.back);
  return loss;
}

/** One by one, or all pairs of the window from the values before any of them. */
function learnPairsFull(e: Embedding, position: i32, first: i32, last: i32, rate: f32): f64 {
  const word = wordAt(e, position);
  let loss: f64 = 0;
  let n = 0;
  let from = first;
  for (let i = first; i <= last; i++) {
    if (i != position) {
      takeWord(e, e.hidden + n * e.stride, wordAt(e, i));
      n++;
    }
    if (n == 0 || (e.batched && i < last)) continue;
    loss += learnFull(e, n, word, rate);
    n = 0;
    for (; from <= i; from++) {
      if (from == position) continue;
      giveWord(e, e.back + n * e.stride, wordAt(e, from));
      n++;
    }
    n = 0;
  }
  return loss;
}
