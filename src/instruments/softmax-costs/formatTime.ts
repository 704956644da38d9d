/** Three significant figures without powers of ten: 0.744, 12.3, 7795. */
function threeFigures(value: number): string {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(value)));
  return value.toFixed(Math.min(digits, 6));
}

/** Milliseconds in the unit that suits them. */
export function formatTime(ms: number): { readonly unit: 'micro' | 'milli'; readonly value: string } {
  return ms < 1
    ? { unit: 'micro', value: threeFigures(1000 * ms) }
    : { unit: 'milli', value: threeFigures(ms) };
}

/** Two significant figures of a ratio, and whole from 10 on: 0.83, 8.3, 287. */
export function formatTimes(times: number): string {
  if (!Number.isFinite(times)) return '–';
  if (times >= 9.95) return String(Math.round(times));
  return times.toFixed(times < 0.995 ? 2 : 1);
}
