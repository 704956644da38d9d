import { Embedding } from './embedding';
import { drawn } from './generator';

/* Which rows of the output layer a word is foretold by, what they should say, and how often each counts. */

/** Of a tree or of negative sampling: how many rows, padded to an even number; beyond them, rows count 0 times up to a four. */
export function listRows(e: Embedding, word: i32): i32 {
  const count = e.output == 1 ? listPath(e, word) : listNegatives(e, word);
  for (let at = count; at < ((count + 3) & ~3); at++) {
    store<usize>(e.rows + (at << 2), e.blank);
    store<f32>(e.labels + (at << 2), 0);
    store<f32>(e.times + (at << 2), 0);
  }
  return (count + 1) & ~1;
}

// @ts-ignore: decorator
@inline
function list(e: Embedding, at: i32, row: usize, label: f32): void {
  store<usize>(e.rows + (at << 2), row);
  store<f32>(e.labels + (at << 2), label);
  store<f32>(e.times + (at << 2), 1);
}

function listPath(e: Embedding, word: i32): i32 {
  const start = load<i32>(e.paths + (word << 2));
  const count = load<i32>(e.paths + (word << 2), 4) - start;
  for (let i = 0; i < count; i++) {
    const node = load<i32>(e.nodes + ((start + i) << 2));
    list(e, i, e.outputRows + node * e.stride, load<u8>(e.turns + start + i) ? 0 : 1);
  }
  return count;
}

/** A negative that is the word itself is passed over; one that is drawn again counts once more. */
function listNegatives(e: Embedding, word: i32): i32 {
  let count = 1;
  list(e, 0, e.outputRows + word * e.stride, 1);
  for (let k = 0; k < e.negatives; k++) {
    const negative = drawn(e.generator, e.noise, e.vocabulary);
    if (negative == word) continue;
    const row = e.outputRows + negative * e.stride;
    const at = placeOf(e, row, count);
    if (at < count) store<f32>(e.times + (at << 2), load<f32>(e.times + (at << 2)) + 1);
    else {
      list(e, count, row, 0);
      count++;
    }
  }
  return count;
}

// @ts-ignore: decorator
@inline
function placeOf(e: Embedding, row: usize, count: i32): i32 {
  for (let i = 1; i < count; i++) if (load<usize>(e.rows + (i << 2)) == row) return i;
  return count;
}
