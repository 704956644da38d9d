/** How much a cell counts in GloVe's loss. */
export interface Weighting {
  /** Count from which on all cells weigh 1; the paper: 100. */
  readonly most: number;
  /** α; the paper: 3/4. */
  readonly power: number;
}

/** f(x) = (x / x_max)^α below x_max, 1 from there on; f(0) = 0 (Pennington et al. 2014, equation 9). */
export function cellWeight(x: number, { most, power }: Weighting): number {
  if (x <= 0) return 0;
  return x < most ? (x / most) ** power : 1;
}
