/** Steps per second over the last moments. */
export interface Speedometer {
  /** `steps` steps were done by time `now` (ms). */
  mark(now: number, steps: number): void;
  /** Steps per second within the window that ends at `now`; 0 when nothing moved in it. */
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
    else if (first === -1) marks = marks.slice(-1);
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
      const [first] = marks;
      if (!first || now <= first.time) return 0;
      return ((total - first.total) * 1000) / (now - first.time);
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
