/** Levy & Goldberg (2014), "Linguistic Regularities in Sparse and Explicit Word Representations": keeps the quotient finite. */
export const EPSILON = 0.001;

/** 3CosMul of three cosines. */
export function multiplied(a: number, b: number, c: number): number {
  return (shifted(b) * shifted(c)) / (shifted(a) + EPSILON);
}

/** (cos + 1) / 2; rounding leaves it in 0 … 1. */
function shifted(cosine: number): number {
  return Math.max(0, (cosine + 1) / 2);
}
