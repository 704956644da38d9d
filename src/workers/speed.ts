/** Steps per second over the last moments. */
export interface Speedometer {
  /** `steps` steps were done by time `now` (ms). */
  mark(now: number, steps: number): void;
  /** Steps per second within the window that ends at `now`, at least over the last one; 0 when nothing moves any more. */
  rate(now: number): number;
  /** After a pause the time without training must not count. */
  restart(now: number): void;
  /** So many milliseconds until now went by without training, on purpose: they do not count. */
  skip(ms: number): void;
}

/** A sliding window of `windowMs`, remembered at a resolution of about a fortieth of it. */
export function createSpeedometer(windowMs = 2000): Speedometer {
  let marks: { time: number; total: number }[] = [];
  let total = 0;
  const forget = (now: number) => {
    const first = marks.findIndex(({ time }) => time > now - windowMs);
    // The last mark before the window stays: it is where the window's count begins.
    if (first > 1) marks = marks.slice(first - 1);
    // Steps slower than the window: the last one still tells.
    else if (first === -1) marks = marks.slice(-2);
  };
  return {
    mark(now, steps) {
      total += steps;
      const last = marks.at(-1);
      const before = marks.at(-2);
      if (last && before && last.time - before.time < windowMs / 40) marks.pop();
      marks.push({ time: now, total });
      forget(now);
    },
    rate(now) {
      forget(now);
      const [first, [before, last]] = [marks[0], marks.slice(-2)];
      if (!first || !before || !last || now <= first.time) return 0;
      const usual = last.time - before.time;
      if (now - last.time > Math.max(windowMs, 2 * usual)) return 0;
      // A step under way is late only when it has taken longer than the one before.
      const end = Math.max(last.time, now - usual);
      return ((total - first.total) * 1000) / (end - first.time);
    },
    skip(ms) {
      marks = marks.map(({ time, total }) => ({ time: time + ms, total }));
    },
    restart(now) {
      total = 0;
      marks = [{ time: now, total: 0 }];
    },
  };
}
