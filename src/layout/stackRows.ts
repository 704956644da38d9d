import type { StackOptions } from './stackTypes.ts';

/** Heights of one layer's parts: centres, px from the top. */
export interface LayerRows {
  readonly layer: number;
  /** Of the tiles, by direction. */
  readonly tiles: readonly number[];
  readonly join: number | null;
  readonly plus: number | null;
  /** Where the line from below divides. */
  readonly split: number;
}

export interface StackRows {
  /** Lowest layer first. */
  readonly layers: readonly LayerRows[];
  readonly output: number | null;
  readonly token: number;
  readonly time: number;
  readonly height: number;
}

export const MARGIN = 8;
export const OUTPUT_HEIGHT = 24;
export const TOKEN_HEIGHT = 26;
export const JOIN_HEIGHT = 18;
export const PLUS_SIZE = 14;
/** Room for an arrow between two layers. */
const ARROW = 22;
/** Room for a short line between two parts of one layer. */
const LINK = 12;
/** Room for the line that divides under a layer's tiles. */
const SPLIT = 12;

export const hasSkip = ({ skips }: StackOptions, layer: number): boolean => skips && layer > 0;
export const isTwoWay = ({ directions }: StackOptions): boolean => directions !== 'forward';

/** One layer's parts from `top` down; says where it ends. */
function layerRows(options: StackOptions, layer: number, top: number): LayerRows & { readonly end: number } {
  const { height } = options.tile;
  let y = top + ARROW;
  const take = (size: number, after: number): number => {
    const centre = y + size / 2;
    y += size + after;
    return centre;
  };
  const plus = hasSkip(options, layer) ? take(PLUS_SIZE, LINK) : null;
  const join = isTwoWay(options) ? take(JOIN_HEIGHT, LINK) : null;
  const backward = isTwoWay(options) ? [take(height, LINK)] : [];
  const forward = take(height, 0);
  const split = y + SPLIT;
  const divides = isTwoWay(options) || hasSkip(options, layer);
  return { layer, tiles: [forward, ...backward], join, plus, split, end: divides ? split : y };
}

/** Where everything stands from top to bottom: ŷ, the layers (last one first), the tokens, the steps. */
export function stackRows(options: StackOptions): StackRows {
  const output = options.outputs === 'none' ? null : MARGIN + OUTPUT_HEIGHT / 2;
  let y = output === null ? 0 : MARGIN + OUTPUT_HEIGHT;
  const layers: LayerRows[] = [];
  for (let layer = options.layers - 1; layer >= 0; layer--) {
    const { end, ...rows } = layerRows(options, layer, y);
    layers.unshift(rows);
    y = end;
  }
  const token = y + ARROW + TOKEN_HEIGHT / 2;
  const time = token + TOKEN_HEIGHT / 2 + 9;
  return { layers, output, token, time, height: time + 9 + MARGIN };
}
