/** How much larger than laid out an element is drawn: presenter mode zooms. Distances on the screen are this many times those in its own pixels. */
export const cssZoom = (element: Element): number =>
  'currentCSSZoom' in element ? element.currentCSSZoom : 1;
