type Vector = ArrayLike<number>;

const dotOf = (x: Vector, y: Vector): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
};

/** x · y / (‖x‖ ‖y‖); NaN where one has no direction. */
export const cosine = (x: Vector, y: Vector): number =>
  dotOf(x, y) / (Math.sqrt(dotOf(x, x)) * Math.sqrt(dotOf(y, y)));

/** ‖x − y‖. */
export function distance(x: Vector, y: Vector): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - y[i]!) ** 2;
  return Math.sqrt(sum);
}

/** The vector that is 1 at one place of n and 0 at all others. */
export function oneHot(at: number, n: number): Float64Array {
  const vector = new Float64Array(n);
  vector[at] = 1;
  return vector;
}
