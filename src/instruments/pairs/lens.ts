import { contextAt, type DrawnPassage, wordAt } from './draw-windows.ts';

/** A word of the drawing. */
export interface LensWord {
  readonly place: number;
  readonly text: string;
  readonly x: number;
  /** `near`: within the window, but not within the reach that was drawn. */
  readonly role: 'centre' | 'context' | 'near' | 'far';
  /** 0 … 1: words come into sight and leave it at the edges. */
  readonly opacity: number;
}

/** Words left out between two others, by subsampling or as rare. */
export interface LensGap {
  readonly x: number;
  readonly count: number;
}

export interface LensArc {
  readonly place: number;
  readonly path: string;
}

/** Where everything of the drawing stands, in px. */
export interface Lens {
  readonly width: number;
  readonly height: number;
  /** Upper edge of the boxes: the line above them says how far it reaches. */
  readonly head: number;
  /** Px of an em of the words. */
  readonly em: number;
  /** Middles of words that stand level; dots that vertical ones hang from. */
  readonly baseline: number;
  readonly isVertical: boolean;
  readonly words: readonly LensWord[];
  readonly gaps: readonly LensGap[];
  /** What was drawn, and the whole window. */
  readonly reach: Box;
  readonly window: Box;
  /** Skip-gram: from the centre to each word of the context. CBOW: from those to the mean. */
  readonly arcs: readonly LensArc[];
  /** Of CBOW, when there is a context: where the mean stands. */
  readonly mean: { readonly x: number; readonly y: number } | null;
  /** Upper ends of arrows that point at words. */
  readonly top: number;
  readonly middle: number;
}

interface Box {
  readonly x: number;
  readonly width: number;
}

export interface LensOptions {
  readonly width: number;
  readonly place: number;
  /** Where the middle is on its way to `place`. */
  readonly shown: number;
  readonly window: number;
  readonly model: 'skip-gram' | 'cbow';
}

const MOST_SPACING = 140;
/** Slots are never closer: a wide window on a narrow screen is scrolled. */
const LEAST_SPACING = 17;
/** Upper edge of the boxes; where arcs end; of the middle of level words to their edges; around all. */
const HEAD = 26;
const ARCS = 138;
const HALF_WORD = 19;
const PAD = 10;
/** Where the mean stands. */
const MEAN = HEAD + 26;
/** Px of an em of the words where there is room, and where there is little; of the room between two. */
const EM = 17;
const LEAST_EM = 12;
const BETWEEN = 24;
/** Ems from one column of vertical words to the next; px from a dot to its word. */
const COLUMN = 1.4;
export const HANGING = 12;

const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|\p{Extended_Pictographic}/u;

/** About how wide a word is, in px. */
export function wordWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? EM : 0.53 * EM), 0);
}

/** The window around a place, in a row: the place in the middle, as many places on either side as the window has. */
export function lensOf(passage: DrawnPassage, options: LensOptions): Lens {
  const { place, shown, window, model } = options;
  const context = contextAt(passage, place);
  // Of the whole passage, so that the drawing keeps its shape while the window slides.
  const widths = passage.places.map((_, each) => wordWidth(wordAt(passage, each)));
  const longest = Math.max(0, ...widths);
  const level = Math.min(MOST_SPACING, (options.width - 2 * PAD) / (2 * window + 1));
  const slots = 2 * window + 1;
  const isVertical = roomNeeded(widths) > level;
  const width = Math.max(options.width, slots * LEAST_SPACING + 2 * PAD);
  const spacing = Math.min(MOST_SPACING, (width - 2 * PAD) / slots);
  const em = isVertical ? Math.max(LEAST_EM, Math.min(EM, spacing / COLUMN)) : EM;
  const middle = width / 2;
  const xOf = (each: number) => middle + (each - shown) * spacing;
  const box = (reach: number): Box => ({
    x: middle - (reach + 0.5) * spacing,
    width: (2 * reach + 1) * spacing,
  });
  const baseline = ARCS + HALF_WORD;
  const mean = model === 'cbow' && context.length > 0 ? { x: xOf(place), y: MEAN } : null;
  const arc = mean ? meanArc(mean) : fanArc(xOf(place), spacing * window);
  return {
    width,
    head: HEAD,
    em,
    height: isVertical ? baseline + HANGING + (longest * em) / EM + PAD : baseline + HALF_WORD + 26,
    baseline,
    isVertical,
    words: wordsOf(passage, options, xOf, new Set(context)),
    gaps: gapsOf(passage, options, xOf),
    reach: box(passage.reaches[place] ?? 0),
    window: box(window),
    arcs: context.map((each) => ({ place: each, path: arc(xOf(each)) })),
    mean,
    top: ARCS,
    middle,
  };
}

/** From middle to middle of two neighbours that only just fit beside one another. */
function roomNeeded(widths: readonly number[]): number {
  const needs = widths.map((width, i) => (width + (widths[i + 1] ?? 0)) / 2 + BETWEEN);
  return Math.max(0, ...needs);
}

function wordsOf(
  passage: DrawnPassage,
  { place, shown, window }: LensOptions,
  xOf: (each: number) => number,
  context: ReadonlySet<number>,
): readonly LensWord[] {
  const words: LensWord[] = [];
  const first = Math.max(0, Math.ceil(shown - window - 1));
  const last = Math.min(passage.places.length - 1, Math.floor(shown + window + 1));
  for (let each = first; each <= last; each++) {
    const away = Math.abs(each - place);
    const role = away === 0 ? 'centre' : context.has(each) ? 'context' : away <= window ? 'near' : 'far';
    const opacity = Math.min(1, Math.max(0, window + 1 - Math.abs(each - shown)));
    words.push({ place: each, text: wordAt(passage, each), x: xOf(each), role, opacity });
  }
  return words.filter(({ opacity }) => opacity > 0);
}

/** Words, marks not counted, that stand between two places and take no part. */
function gapsOf(
  { places, tokens }: DrawnPassage,
  { shown, window }: LensOptions,
  xOf: (each: number) => number,
): readonly LensGap[] {
  return places.flatMap((token, each) => {
    const next = places[each + 1];
    const isInside = each >= shown - window && each + 1 <= shown + window;
    if (next === undefined || !isInside) return [];
    const count = tokens.slice(token + 1, next).filter(({ kind }) => kind !== 'mark').length;
    return count > 0 ? [{ x: xOf(each + 0.5), count }] : [];
  });
}

/** Up from the centre and down to a word, the higher the further. */
function fanArc(centre: number, widest: number): (x: number) => string {
  return (x) => {
    const share = widest > 0 ? Math.min(1, Math.abs(x - centre) / widest) : 0;
    // A cubic curve's top is at three quarters of its control points' height.
    const up = ARCS - 8 - (0.3 + 0.7 * share) * ((ARCS - HEAD - 16) / 0.75);
    return `M${centre} ${ARCS}C${centre} ${up} ${x} ${up} ${x} ${ARCS - 8}`;
  };
}

/** Up from a word, and from the side to the mean. */
function meanArc(mean: { readonly x: number; readonly y: number }): (x: number) => string {
  return (x) => `M${x} ${ARCS}C${x} ${mean.y} ${x} ${mean.y} ${mean.x} ${mean.y}`;
}
