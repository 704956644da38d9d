/** Digits that tell any two 32-bit numbers apart. */
const MOST = 9;
/** Fewer are rarely enough, and trying them takes time; below the smallest number of full precision they are. */
const LEAST = 6;
const FULL_PRECISION = 2 ** -126;

/** A 32-bit number in as few digits as give the same 32 bits when they are read back. */
export function formatFloat32(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const least = Math.abs(value) < FULL_PRECISION ? 1 : LEAST;
  for (let digits = least; digits < MOST; digits++) {
    // By way of a number, so that no zeros trail.
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return String(near);
  }
  return String(Number(value.toPrecision(MOST)));
}
