/*
 * What can be asked of a set of vectors, and what it answers. Words are those of the set; one that it lacks is looked for in small
 * letters too.
 */

export type Metric = 'cosine' | 'dot' | 'euclid';

/** A word and what it is multiplied by. */
export interface Term {
  readonly word: string;
  readonly weight: number;
}

interface Ranked {
  readonly count: number;
  /** Vectors less the mean of all. */
  readonly centred: boolean;
  /** Leave the words that were asked for out of the answers. */
  readonly exclude: boolean;
}

export type VectorQuestion =
  /** The nearest to Σ weight · v(word); one term of weight 1 asks for a word's neighbours. Terms are unit-normalised if several. */
  | ({ readonly kind: 'nearest'; readonly terms: readonly Term[]; readonly metric: Metric } & Ranked)
  /** a is to b as c is to …: 3CosAdd (Mikolov et al. 2013) or 3CosMul (Levy & Goldberg 2014). */
  | ({
      readonly kind: 'analogy';
      readonly a: string;
      readonly b: string;
      readonly c: string;
      readonly method: 'add' | 'multiply';
    } & Ranked)
  /** Which of these is least like the others. */
  | { readonly kind: 'odd'; readonly words: readonly string[]; readonly centred: boolean }
  | { readonly kind: 'similarity'; readonly a: string; readonly b: string; readonly centred: boolean }
  | { readonly kind: 'word'; readonly word: string }
  /** Words by what is typed: equal, beginning with it, nearly equal, then with it inside. */
  | { readonly kind: 'find'; readonly text: string; readonly count: number }
  /** Rows as floats: of these words, or of the first `first`. */
  | {
      readonly kind: 'rows';
      readonly words: readonly string[] | null;
      readonly first: number;
      readonly centred: boolean;
    }
  /** Words by rank. */
  | { readonly kind: 'words'; readonly from: number; readonly count: number }
  /** Every word's (first `first`) cosine with mean(to) − mean(from), for each axis. */
  | {
      readonly kind: 'axes';
      readonly axes: readonly WordAxis[];
      readonly first: number;
      readonly centred: boolean;
    }
  /** Analogy questions by category: the built-in list, or the text of a question file. Progress comes meanwhile. */
  | {
      readonly kind: 'score';
      readonly questions: string;
      readonly method: 'add' | 'multiply';
      readonly exclude: boolean;
      readonly centred: boolean;
      /** Candidates: the first so many words; null: all. */
      readonly candidates: number | null;
    };
export type QuestionKind = VectorQuestion['kind'];

export interface WordAxis {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Hit {
  readonly word: string;
  /** Rank in the source, from 0. */
  readonly index: number;
  readonly score: number;
}

export interface RankedAnswer {
  readonly hits: readonly Hit[];
  /** Words asked for that the set has not (and cannot make); `hits` is then empty, except where some are left to add. */
  readonly missing: readonly string[];
  /** Rows that were looked at, and how long that took. */
  readonly scanned: number;
  readonly ms: number;
}

export interface WordAnswer {
  /** −1: not in the set; `vector` is made of its n-grams where the set can, else null. */
  readonly index: number;
  readonly vector: Float32Array | null;
  /** ‖v‖. */
  readonly norm: number;
  readonly count: number | null;
  readonly columns: readonly { readonly name: string; readonly value: string }[];
}

export interface CategoryScore {
  readonly name: string;
  readonly questions: number;
  /** Questions all four words of which are among the candidates. */
  readonly answerable: number;
  readonly correct: number;
  /** Answers that are one of the three words of the question. */
  readonly queryWords: number;
}

export interface ScoreAnswer {
  readonly categories: readonly CategoryScore[];
  readonly candidates: number;
  /** Lines of a question file that are no question: the first one, and how many. */
  readonly bad: { readonly count: number; readonly line: number } | null;
  readonly ms: number;
}

export interface VectorAnswers {
  readonly nearest: RankedAnswer;
  readonly analogy: RankedAnswer;
  readonly odd: {
    /** In the order asked; score: cosine with the mean of the others' unit vectors. The least is the odd one. */
    readonly scores: readonly Hit[];
    readonly missing: readonly string[];
  };
  readonly similarity: {
    readonly cosine: number;
    readonly dot: number;
    readonly distance: number;
    /** d numbers that sum to the cosine. */
    readonly contributions: Float32Array;
    readonly missing: readonly string[];
  };
  readonly word: WordAnswer;
  readonly find: { readonly found: readonly Found[] };
  readonly rows: {
    readonly words: readonly string[];
    /** Rank of each. */
    readonly indices: Int32Array;
    /** (n, d) row-major. */
    readonly vectors: Float32Array<ArrayBuffer>;
    readonly dimensions: number;
    readonly counts: Float64Array | null;
    readonly columns: readonly { readonly name: string; readonly values: readonly string[] }[];
    readonly missing: readonly string[];
  };
  readonly words: { readonly words: readonly string[] };
  readonly axes: {
    /** (first, axes) row-major. */
    readonly coordinates: Float32Array<ArrayBuffer>;
    readonly missing: readonly string[];
  };
  readonly score: ScoreAnswer;
}

export interface Found {
  readonly word: string;
  readonly index: number;
  readonly how: 'equal' | 'prefix' | 'near' | 'inside';
}
