/** The element of a token. */
const tokenElement = (passage: HTMLElement, t: number): HTMLElement | null =>
  passage.querySelector<HTMLElement>(`[data-t="${t}"]`);

/** The token under a pointer. */
export function tokenUnder(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-t]') : null;
  return element ? Number(element.dataset.t) : null;
}

const middle = ({ left, right }: DOMRect): number => (left + right) / 2;

/** The token of the line above (−1) or below (1) that is nearest; the same one where there is no such line. */
export function onNextLine(passage: HTMLElement, t: number, by: 1 | -1): number {
  const all = passage.querySelectorAll<HTMLElement>('[data-t]');
  const here = all[t]?.getBoundingClientRect();
  if (!here) return t;
  let line: number | null = null;
  let best = { t, distance: Number.POSITIVE_INFINITY };
  for (let i = t + by; ; i += by) {
    const box = all[i]?.getBoundingClientRect();
    if (!box) return best.t;
    if (Math.abs(box.top - here.top) < here.height / 2) continue;
    line ??= box.top;
    if (Math.abs(box.top - line) > here.height / 2) return best.t;
    const distance = Math.abs(middle(box) - middle(here));
    if (distance < best.distance) best = { t: i, distance };
  }
}

/** Scrolls the passage, and nothing around it, so far that a token is in sight. */
export function showToken(passage: HTMLElement, t: number): void {
  const box = tokenElement(passage, t)?.getBoundingClientRect();
  if (!box) return;
  const frame = passage.getBoundingClientRect();
  if (box.top < frame.top) passage.scrollTop -= frame.top - box.top + box.height;
  else if (box.bottom > frame.bottom) passage.scrollTop += box.bottom - frame.bottom + box.height;
}
