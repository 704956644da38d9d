import type { Measured } from './measured.ts';
import { CASES, CONTESTANTS, HEADINGS, TITLES } from './plan.ts';

/**
 * Losses after the same sentences differ by no more than this share where the same is learnt: everybody's choices are random, and
 * their own.
 */
const SAME = 0.03;

/** How many times as fast as the peer, the first one of its case; null where it does not learn the same. */
export function ratioOf(one: Measured, all: readonly Measured[]): number | null {
  const peer = all.find(({ of }) => of === one.of);
  if (!peer || Math.abs(one.loss / peer.loss - 1) > SAME) return null;
  return one.speed / peer.speed;
}

/** The table for people, in Markdown: thousands of words a second, and how many times the peer's. */
export function tableOf(all: readonly Measured[]): string {
  const cell = (of: Measured['of'], name: Measured['name']) => {
    const found = all.find((one) => one.of === of && one.name === name);
    if (!found) return '–';
    const ratio = ratioOf(found, all);
    const speed = `${Math.round(found.speed / 1000).toLocaleString('en')} k`;
    if (name === CONTESTANTS[0]) return speed;
    return ratio === null ? `${speed}, learns something else` : `${speed}, ${ratio.toPrecision(3)}×`;
  };
  const lines = [
    ['Words a second', ...CONTESTANTS.map((name) => HEADINGS[name])],
    ['---', ...CONTESTANTS.map(() => '--:')],
    ...CASES.map((of) => [TITLES[of], ...CONTESTANTS.map((name) => cell(of, name))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
