/**
 * A figure at this size, in its own px, has everything that matters on screen: a sentence of eight words, and its arithmetic. At
 * 1920 × 1080 it is drawn so large that its smallest numbers (12 px) are 20 px high.
 */
const DESIGN = { width: 1150, height: 645 } as const;
/** Hardly smaller than on the page, so that all of it stands on a screen of 1024 × 768 too; beyond the upper end a screen is a wall. */
const LEAST = 0.93;
const MOST = 4;
/** What one press of + or − does. */
const STEP = 1.1;
const WISHES = { low: 0.7, high: 2.5 } as const;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** How much larger than on the page a stage is drawn in a window; `wish` is the speaker's own factor. */
export function stageZoom(width: number, height: number, wish = 1): number {
  const fitting = clamp(Math.min(width / DESIGN.width, height / DESIGN.height), LEAST, MOST);
  return Math.round(fitting * wish * 1000) / 1000;
}

/** The speaker's factor after a press of + (1) or − (−1). */
export const changeWish = (wish: number, by: 1 | -1): number =>
  clamp(wish * STEP ** by, WISHES.low, WISHES.high);
