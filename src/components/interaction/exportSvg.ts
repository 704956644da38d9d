import { cssZoom } from './cssZoom.ts';

/** What a stylesheet may have said about an SVG element. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
] as const;
const NAMESPACE = 'http://www.w3.org/2000/svg';
/** What only makes sense in the page. */
const PAGE_ATTRIBUTES = ['class', 'style', 'tabindex', 'role', 'data-grid', 'data-term'];

/** Opacity is no child's business; everything else is inherited, and said once is enough. */
function isSaid(name: string, value: string, parent: CSSStyleDeclaration | null): boolean {
  if (name === 'opacity') return value === '1';
  return parent?.getPropertyValue(name) === value;
}

function inline(source: Element, copy: Element, parent: CSSStyleDeclaration | null): void {
  const computed = getComputedStyle(source);
  if (computed.display === 'none') {
    copy.remove();
    return;
  }
  for (const name of PROPERTIES) {
    const value = computed.getPropertyValue(name);
    if (isSaid(name, value, parent)) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  for (const name of PAGE_ATTRIBUTES) copy.removeAttribute(name);
  const children = Array.from(copy.children);
  Array.from(source.children).forEach((child, index) => {
    const twin = children[index];
    if (twin) inline(child, twin, computed);
  });
}

/** A copy whose colours and fonts stand in its attributes. */
function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy, null);
  copy.setAttribute('xmlns', NAMESPACE);
  return copy;
}

/** An SVG of the page as a file that stands alone: every token's colour and font is written into it. */
export function exportSvg(svg: SVGSVGElement): string {
  const { width, height } = ownSize(svg);
  const copy = standalone(svg);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** Width and height in the element's own pixels, and where it lies, from those of the screen. */
function ownSize(element: Element): { left: number; top: number; width: number; height: number } {
  const zoom = cssZoom(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left: left / zoom, top: top / zoom, width: width / zoom, height: height / zoom };
}

interface Piece {
  readonly node: SVGElement;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Sticky pieces are where they would be without scrolling. */
function pieceOf(element: Element, root: HTMLElement): Piece {
  const frame = ownSize(root);
  const box = ownSize(element);
  const sticky = element.closest('[data-export-sticky]') !== null;
  const x = box.left - frame.left + (sticky ? 0 : root.scrollLeft);
  const y = box.top - frame.top + root.scrollTop;
  const node = element instanceof SVGSVGElement ? standalone(element) : imageOf(element as HTMLCanvasElement);
  const height = element instanceof SVGSVGElement ? box.height : drawnHeight(node, box);
  for (const [name, value] of Object.entries({ x, y, width: box.width, height })) {
    node.setAttribute(name, String(value));
  }
  // Labels may need more room in another program's fonts.
  if (sticky) node.setAttribute('overflow', 'visible');
  return { node, left: x, top: y, right: x + box.width, bottom: y + height };
}

/** A picture of marks may be taller than its canvas: a legend stands below it. */
function drawnHeight(
  node: SVGElement,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const [, , across = 0, down = 0] = (node.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return across > 0 && down > 0 ? (width * down) / across : height;
}

/** px of paper that stay left of and above what is drawn, where there is as much. */
const PAPER = 16;

const drawers = new WeakMap<HTMLCanvasElement, () => SVGElement | null>();

/** A canvas whose picture can also be had as marks that stay sharp: `draw` makes them, in the canvas's own px; null: as it stands. */
export function exportsAs(canvas: HTMLCanvasElement, draw: () => SVGElement | null): void {
  drawers.set(canvas, draw);
}

function imageOf(canvas: HTMLCanvasElement): SVGElement {
  const drawn = drawers.get(canvas)?.();
  if (drawn) return drawn;
  const image = document.createElementNS(NAMESPACE, 'image');
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}

/**
 * Everything drawn within a scrolling figure (SVGs and canvases that carry `data-export`), as one SVG that stands alone,
 * the parts that are scrolled away included.
 */
export function exportFigure(root: HTMLElement, background: string): string {
  const drawn = Array.from(root.querySelectorAll('svg[data-export], canvas[data-export]'));
  const pieces = drawn.map((element) => pieceOf(element, root));
  // Controls that stand before the drawing leave no empty paper.
  const before = (places: readonly number[]) =>
    places.length > 0 ? Math.max(0, Math.floor(Math.min(...places)) - PAPER) : 0;
  const left = before(pieces.map((piece) => piece.left));
  const top = before(pieces.map((piece) => piece.top));
  const width = Math.max(0, Math.ceil(Math.max(0, ...pieces.map(({ right }) => right))) - left);
  const height = Math.max(0, Math.ceil(Math.max(0, ...pieces.map(({ bottom }) => bottom))) - top);
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const paper = document.createElementNS(NAMESPACE, 'rect');
  for (const [name, value] of Object.entries({ x: left, y: top, width, height, fill: background })) {
    paper.setAttribute(name, String(value));
  }
  svg.append(paper, ...pieces.map(({ node }) => node));
  return new XMLSerializer().serializeToString(svg);
}
