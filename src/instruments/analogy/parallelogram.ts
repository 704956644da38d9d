import type { VectorAnswers } from '../../store/vectors-state.ts';

/** A word beside the parallelogram of a question. */
export interface PlacedWord {
  readonly word: string;
  /** From b − a + c, in all dimensions. */
  readonly distance: number;
  /** Of that, at a right angle to the plane: what the drawing cannot show. */
  readonly off: number;
}

/**
 * Vectors of length 1 in the plane through a, b and c: there b − a + c makes a parallelogram exactly. Answers are seen at a right
 * angle from above.
 */
export interface Parallelogram {
  /** a, b and c as the set spells them. */
  readonly corners: readonly [string, string, string];
  /** a, b, c, b − a + c, then the answers: (4 + n, 2); b − a points up. */
  readonly points: Float64Array;
  /** The best first; words of the question are not among them. */
  readonly answers: readonly PlacedWord[];
  /** ‖b − a‖, and of the best answer d ‖d − c‖, in all dimensions. */
  readonly step: number;
  readonly taken: number;
  /** Cosine of b − a and d − c. */
  readonly parallel: number;
}

const CORNERS = 3;
/** Of vectors of length 1: what is shorter is rounding. */
const FLAT = 1e-6;

type Vector = Float64Array;

const dot = (x: Vector, y: Vector): number => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
const minus = (x: Vector, y: Vector): Vector => x.map((value, i) => value - y[i]!);
const plus = (x: Vector, y: Vector): Vector => x.map((value, i) => value + y[i]!);
const scaled = (x: Vector, by: number): Vector => x.map((value) => value * by);
const norm = (x: Vector): number => Math.sqrt(dot(x, x));
const unit = (x: Vector): Vector => scaled(x, 1 / (norm(x) || 1));

/** Words and rows of a question's three words and its answers, in this order; null: a, b and c lie on one line. */
export function parallelogramOf(rows: Pick<VectorAnswers['rows'], 'words' | 'vectors' | 'dimensions'>) {
  const { words, vectors, dimensions: d } = rows;
  const units = words.map((_, i) => unit(Float64Array.from(vectors.subarray(i * d, (i + 1) * d))));
  const [a, b, c] = units;
  const [wordA = '', wordB = '', wordC = ''] = words;
  if (!a || !b || !c) return null;
  const step = minus(b, a);
  const across = minus(c, a);
  const up = unit(step);
  const aside = minus(across, scaled(up, dot(across, up)));
  if (norm(step) < FLAT || norm(aside) < FLAT) return null;
  const target = plus(step, c);
  const right = unit(aside);
  const place = (x: Vector) => [dot(minus(x, a), right), dot(minus(x, a), up)];
  const corners = [wordA, wordB, wordC] as const;
  const others = words
    .map((word, i) => ({ word, vector: units[i] ?? a, i }))
    .filter(({ word, i }) => i >= CORNERS && !corners.includes(word));
  const best = others[0]?.vector ?? target;
  const shape: Parallelogram = {
    corners,
    points: Float64Array.from([a, b, c, target, ...others.map(({ vector }) => vector)].flatMap(place)),
    answers: others.map(({ word, vector }) => placed(word, minus(vector, target), [right, up])),
    step: norm(step),
    taken: norm(minus(best, c)),
    parallel: dot(up, unit(minus(best, c))),
  };
  return shape;
}

function placed(word: string, away: Vector, plane: readonly Vector[]): PlacedWord {
  const within = plane.reduce((sum, axis) => sum + dot(away, axis) ** 2, 0);
  const distance = norm(away);
  return { word, distance, off: Math.sqrt(Math.max(0, distance ** 2 - within)) };
}
