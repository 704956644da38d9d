export interface ScrollView {
  readonly scrollLeft: number;
  /** Visible width. */
  readonly width: number;
  /** What sticks to the left edge and covers this much of it. */
  readonly covered: number;
}

/** The least scrolling that brings left … right into sight; its left end where it is wider than the view. */
export function scrollToShow(
  { scrollLeft, width, covered }: ScrollView,
  left: number,
  right: number,
): number {
  const [first, last] = [scrollLeft + covered, scrollLeft + width];
  if (left < first || right - left > width - covered) return Math.max(0, left - covered);
  return right > last ? right - width : scrollLeft;
}
