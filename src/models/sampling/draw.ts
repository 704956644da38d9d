import type { Random } from '../random.ts';

/** An index drawn with these probabilities (inverse transform); one of probability 0 never is. They need not sum to 1 exactly. */
export function draw(probabilities: ArrayLike<number>, random: Random): number {
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) total += probabilities[i]!;
  let left = random.next() * total;
  let last = -1;
  for (let i = 0; i < probabilities.length; i++) {
    const weight = probabilities[i]!;
    if (weight <= 0) continue;
    last = i;
    left -= weight;
    if (left < 0) return i;
  }
  if (last < 0) throw new RangeError('nothing to draw from: no probability is above 0');
  // Rounding may leave a little beyond the end.
  return last;
}
