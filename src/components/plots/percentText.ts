/** A share in percent with one decimal; what is above 0 never reads 0. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1%';
  return `${(100 * share).toFixed(1)}%`;
}
