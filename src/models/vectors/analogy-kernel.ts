import { multiplied } from './cos-mul.ts';

/**
 * Answers many analogies over the same rows: the words of all questions are few, so each one's cosine with a row is computed once, and
 * a question is a sum or a product of three of them.
 */
export interface AnalogyKernel {
  /** Takes the questions' words: `count` unit vectors of d numbers, row-major. */
  load(words: Float32Array, count: number, d: number): void;
  /** Room for a block of rows, (BATCH, d): unit vectors. */
  readonly rows: Float32Array;
  /** Computes each word's cosine with the first `count` rows. */
  compare(count: number): void;
  /**
   * The row among from … to − 1 with the largest cos(v, b) − cos(v, a) + cos(v, c), or the product 3CosMul, for words number a, b, c;
   * the first of equals. `key` is then that number. −1, with −∞, where there are no rows.
   */
  best(question: Int32Array, at: number, from: number, to: number, method: 'add' | 'multiply'): number;
  readonly key: number;
}

/** Rows compared at a time. */
export const BATCH = 512;

/** In plain TypeScript. */
export function createPlainAnalogyKernel(): AnalogyKernel {
  return new PlainKernel();
}

class PlainKernel implements AnalogyKernel {
  rows = new Float32Array(0);
  key = Number.NEGATIVE_INFINITY;
  #words = new Float32Array(0);
  #count = 0;
  #d = 0;
  /** (words, BATCH). */
  #cosines = new Float32Array(0);

  load(words: Float32Array, count: number, d: number): void {
    this.#words = words.slice();
    this.#count = count;
    this.#d = d;
    this.rows = new Float32Array(BATCH * d);
    this.#cosines = new Float32Array(count * BATCH);
  }

  compare(count: number): void {
    const [d, words, rows] = [this.#d, this.#words, this.rows];
    for (let w = 0; w < this.#count; w++) {
      for (let r = 0; r < count; r++) {
        let sum = 0;
        for (let k = 0; k < d; k++) sum += words[w * d + k]! * rows[r * d + k]!;
        this.#cosines[w * BATCH + r] = sum;
      }
    }
  }

  best(question: Int32Array, at: number, from: number, to: number, method: 'add' | 'multiply'): number {
    const cosines = this.#cosines;
    const [a, b, c] = [question[at]! * BATCH, question[at + 1]! * BATCH, question[at + 2]! * BATCH];
    let [found, key] = [-1, Number.NEGATIVE_INFINITY];
    for (let i = from; i < to; i++) {
      const [ofA, ofB, ofC] = [cosines[a + i]!, cosines[b + i]!, cosines[c + i]!];
      const next = method === 'add' ? ofB - ofA + ofC : multiplied(ofA, ofB, ofC);
      if (next > key) [found, key] = [i, next];
    }
    this.key = key;
    return found;
  }
}
