import type { Page } from '@playwright/test';

/** Runs in the page: each box of a formula gives up what is in it and keeps its size. */
function emptyBoxes(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('.katex-base')].map((box) => {
    const { width, height } = getComputedStyle(box);
    return { box, width, height, style: box.getAttribute('style') };
  });
  const kept = boxes.map(({ box, width, height, style }) => {
    const inside = document.createDocumentFragment();
    inside.append(...box.childNodes);
    Object.assign(box.style, { width, height });
    return { box, inside, style };
  });
  const fill = () => {
    for (const { box, inside, style } of kept) {
      box.append(inside);
      if (style === null) box.removeAttribute('style');
      else box.setAttribute('style', style);
    }
  };
  Object.assign(globalThis, { fillFormulaBoxes: fill });
}

/**
 * Looks at the page while the boxes of its formulas are empty. In a lesson they are most of its elements; axe, which is told to
 * leave them out, still walks through all of them for every rule.
 */
export async function withEmptyFormulas<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  await page.evaluate(emptyBoxes);
  try {
    return await look();
  } finally {
    await page.evaluate('fillFormulaBoxes()');
  }
}
