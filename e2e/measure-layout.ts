export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** Where something lies; what scrolls shows only a part of it, or none. */
export interface Placed {
  readonly box: Box;
  readonly shown: Box;
  /** What it scrolls with, -1 for the page: two in the same box are as far apart as they will ever be. */
  readonly scroller: number;
}
/** A line of text or a label, as high as what is inked in it. */
export interface Piece extends Placed {
  readonly name: string;
  /** Pieces of one element belong together; those of one drawing (-1: the page itself) must not meet. */
  readonly element: number;
  readonly drawing: number;
  /** What cuts off that which leaves it, from the inside out, until something scrolls. */
  readonly clips: readonly (Box & { readonly x: boolean; readonly y: boolean })[];
}
export interface Cell {
  readonly name: string;
  readonly shape: string;
  readonly text: Box;
  readonly outline: Box;
}
export interface Control extends Placed {
  readonly name: string;
  /** Indices of the controls inside it. */
  readonly inside: readonly number[];
}
export interface Measures {
  readonly sideways: number;
  readonly pieces: readonly Piece[];
  readonly cells: readonly Cell[];
  readonly controls: readonly Control[];
}

/** Runs in the page, so it may use nothing from outside itself. An open modal dialog is all that counts. */
export function measureLayout(scope: string): Measures {
  const root = document.querySelector('dialog:modal') ?? document.querySelector(scope) ?? document.body;
  const drawings = [...root.querySelectorAll('svg')];
  const elements = [...root.querySelectorAll('*')];
  const shorten = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const ancestors = function* (element: Element) {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) yield at;
  };
  const isSpokenOnly = (at: Element) => getComputedStyle(at).clipPath.startsWith('inset(50%');
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    ![...ancestors(element)].some(isSpokenOnly);
  const plain = ({ left, right, top, bottom }: Box): Box => ({ left, right, top, bottom });
  const inked = (element: Element, rect: DOMRect): Box => {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const size =
      Number.parseFloat(getComputedStyle(element).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
    const [middle, half] = [(rect.top + rect.bottom) / 2, Math.min(rect.height / 2, 0.4 * size)];
    return { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
  };
  const scrolls = elements.filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow));
  const placed = (element: Element, box: Box): Placed => {
    const around = scrolls.filter((at) => at !== element && at.contains(element));
    const shown = around.reduce<Box>((seen, at) => {
      const { left, right, top, bottom } = at.getBoundingClientRect();
      return {
        left: Math.max(seen.left, left),
        right: Math.min(seen.right, right),
        top: Math.max(seen.top, top),
        bottom: Math.min(seen.bottom, bottom),
      };
    }, box);
    return { box, shown, scroller: scrolls.indexOf(around.at(-1) ?? root) };
  };
  const clipsOf = (element: Element): Piece['clips'] => {
    const boxes = [...ancestors(element)].filter(
      (at) => !(at instanceof SVGElement) || at instanceof SVGSVGElement,
    );
    const styles = boxes.map((at) => getComputedStyle(at));
    const end = styles.findIndex((style) => /auto|scroll/.test(style.overflow) || style.position === 'fixed');
    return boxes.slice(0, end < 0 ? undefined : end).flatMap((at, index) => {
      const [x, y] = [styles[index]?.overflowX, styles[index]?.overflowY].map((way) =>
        /hidden|clip/.test(way ?? ''),
      );
      return x || y ? [{ ...plain(at.getBoundingClientRect()), x: x === true, y: y === true }] : [];
    });
  };
  const linesOf = (element: Element): DOMRect[] => {
    if (element.matches('svg text')) return [element.getBoundingClientRect()];
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    return own.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width }) => width > 0.5);
    });
  };
  const speaks = elements.filter(
    (element) =>
      (element.matches('svg text') || !element.closest('svg, select, .katex')) &&
      [...element.childNodes].some(({ textContent }) => textContent?.trim()) &&
      isSeen(element),
  );
  const pieces = speaks.flatMap((element, place) =>
    linesOf(element).map((line) => ({
      name: shorten(element.textContent),
      ...placed(element, inked(element, line)),
      element: place,
      drawing: drawings.findIndex((drawing) => drawing.contains(element)),
      clips: clipsOf(element),
    })),
  );
  const cells = [...root.querySelectorAll('svg [role=gridcell]')].flatMap((cell) => {
    const [text, outline] = [cell.querySelector('text'), cell.querySelectorAll('rect, circle')[1]];
    if (!text || !outline || !isSeen(cell)) return [];
    const box = inked(text, text.getBoundingClientRect());
    return [
      {
        name: shorten(text.textContent),
        shape: outline.tagName,
        text: box,
        outline: plain(outline.getBoundingClientRect()),
      },
    ];
  });
  const pressed = [...root.querySelectorAll('button, a[href], input, select, textarea, summary')].filter(
    isSeen,
  );
  const controls = pressed.map((element) => ({
    name: `${element.tagName.toLowerCase()} “${shorten(element.textContent)}”`,
    ...placed(element, plain(element.getBoundingClientRect())),
    inside: pressed.flatMap((other, index) => (element !== other && element.contains(other) ? [index] : [])),
  }));
  const { scrollWidth, clientWidth } = document.documentElement;
  return { sideways: scrollWidth - clientWidth, pieces, cells, controls };
}
