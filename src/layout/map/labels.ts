import type { MapFrame } from './view.ts';

/** A label that has found room. */
export interface MapLabel {
  readonly index: number;
  /** Left end of the text and its baseline, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isBold: boolean;
  /** The label stands away from its point: where a line to it ends, px. */
  readonly leader: readonly [number, number] | null;
}

export interface LabelSizes {
  /** px */
  readonly font: number;
  readonly boldFont: number;
  /** From a point to its label. */
  readonly gap: number;
  /** Half a dot. */
  readonly dot: number;
  /** Room around a label, so that words can be told apart at a glance. */
  readonly air: number;
}

export const LABEL_SIZES: LabelSizes = { font: 13, boldFont: 15.5, gap: 7, dot: 4, air: 5 };

export interface LabelsWanted {
  /** (n, 2) px. */
  readonly screen: Float32Array;
  readonly frame: MapFrame;
  /** Always shown, where they cover least of one another; in order of importance. */
  readonly first: readonly number[];
  /** Those of them that are set larger. */
  readonly bold: ReadonlySet<number>;
  /** Preferred to all others: shown before while nothing but the points moves, or near to what is looked at. */
  readonly kept: readonly number[];
  /** All others, the most important first. */
  readonly order: ArrayLike<number>;
  /** Width of a label's text, em. */
  readonly emWidth: (index: number) => number;
  /** Points without a claim to a label. */
  readonly isFaint: (index: number) => boolean;
  /** Labels at most, besides the first. */
  readonly most: number;
  /** Where no label is to stand, for something else covers the map there. */
  readonly blocked?: readonly Box[];
}

/** Room that is taken is marked on a raster of so many px: coarse squares make testing a box cheap. */
const CELL = 4;

interface Raster {
  /** Whose each square is, its index + 1; 0: nobody's. */
  readonly owners: Int32Array;
  readonly columns: number;
  readonly rows: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Place extends Box {
  readonly x: number;
  readonly y: number;
  readonly leader: MapLabel['leader'];
}

/** Owner of squares that are nobody's and not to be had. */
const BLOCKED = -1;
/** px from a point to a label that has found no room beside it; the nearest that has room is taken. */
const AWAY = [22, 36, 52, 70, 92] as const;
/** Directions that are tried at each distance. */
const WAYS = 16;

/**
 * Labels so that none covers another, nor another label's dot: the most important choose first. What is outside the frame has
 * none; a label that would be cut off at one side stands at the other. One that has to be shown and finds no room beside its
 * point stands where there is some, with a line to the point.
 */
export function mapLabels(wanted: LabelsWanted, sizes: LabelSizes = LABEL_SIZES): readonly MapLabel[] {
  const { screen, frame, first, kept, order, most } = wanted;
  const raster = emptyRaster(wanted);
  const labels: MapLabel[] = [];
  const seen = new Set<number>();
  const take = (index: number, isFirst: boolean) => {
    if (seen.has(index) || !isInSight(screen, index, frame)) return;
    seen.add(index);
    const label = placed(wanted, sizes, raster, index, isFirst);
    if (label) labels.push(label);
  };
  for (const index of first) mark(raster, dotOf(screen, index, sizes.dot), index + 1);
  for (const index of first) take(index, true);
  const enough = labels.length + most;
  for (const index of kept) if (labels.length < enough && !wanted.isFaint(index)) take(index, false);
  // Far more than find room are not tried: what is left is the least important.
  let tries = 12 * most;
  for (let at = 0; at < order.length && labels.length < enough && tries > 0; at++) {
    const index = order[at]!;
    if (!isInSight(screen, index, frame) || wanted.isFaint(index)) continue;
    tries--;
    take(index, false);
  }
  return labels;
}

function emptyRaster({ frame, blocked = [] }: LabelsWanted): Raster {
  const columns = Math.ceil(frame.width / CELL) + 1;
  const rows = Math.ceil(frame.height / CELL) + 1;
  const raster = { owners: new Int32Array(columns * rows), columns, rows };
  for (const box of blocked) mark(raster, box, BLOCKED);
  return raster;
}

function isInSight(screen: Float32Array, index: number, { width, height }: MapFrame): boolean {
  const [x, y] = [screen[2 * index]!, screen[2 * index + 1]!];
  return x >= 0 && y >= 0 && x < width && y < height;
}

/** The label of a point where it finds room; its room is then taken. Those that are always shown stand where they cover least. */
function placed(
  { screen, frame, bold, emWidth }: LabelsWanted,
  sizes: LabelSizes,
  raster: Raster,
  index: number,
  isAlways: boolean,
): MapLabel | null {
  const isBold = bold.has(index);
  const font = isBold ? sizes.boldFont : sizes.font;
  const width = emWidth(index) * font;
  const dot = dotOf(screen, index, sizes.dot);
  if (!isAlways && !isFree(raster, dot, index)) return null;
  const [x, y] = [screen[2 * index]!, screen[2 * index + 1]!];
  const isRoom = (place: Place) => isWithin(place, frame);
  const beside = placesOf(x, y, width, font, sizes).filter(isRoom);
  const free = beside.find((place) => isFree(raster, place, index)) ?? (isAlways ? away() : undefined);
  if (!free) return null;
  mark(raster, free, index + 1);
  mark(raster, dot, index + 1);
  return { index, x: free.x, y: free.y, width, isBold, leader: free.leader };

  function away(): Place | undefined {
    const further = placesAway(x, y, width, font, sizes).filter(isRoom);
    return further.find((place) => isFree(raster, place, index)) ?? leastCrowded(raster, beside, index);
  }
}

function placesOf(x: number, y: number, width: number, font: number, sizes: LabelSizes): readonly Place[] {
  const middle = y + 0.35 * font;
  // A larger label belongs to a larger dot.
  const gap = (sizes.gap * font) / sizes.font;
  const [above, below] = [y - gap - 2, y + gap + 0.9 * font];
  const at = (left: number, baseline: number) => placeAt(left, baseline, width, font, sizes, null);
  return [
    at(x + gap, middle),
    at(x - gap - width, middle),
    at(x - width / 2, above),
    at(x - width / 2, below),
    at(x + gap, above),
    at(x + gap, below),
    at(x - gap - width, above),
    at(x - gap - width, below),
  ];
}

function placeAt(
  left: number,
  baseline: number,
  width: number,
  font: number,
  sizes: LabelSizes,
  leader: Place['leader'],
): Place {
  return {
    x: left,
    y: baseline,
    left: left - 2,
    right: left + width + sizes.air,
    top: baseline - 0.9 * font - sizes.air / 2,
    bottom: baseline + 0.32 * font + sizes.air / 2,
    leader,
  };
}

/** Around the point, ever further away; the line ends at the edge of the text that is nearest to it. */
function placesAway(x: number, y: number, width: number, font: number, sizes: LabelSizes): readonly Place[] {
  return AWAY.flatMap((distance) =>
    Array.from({ length: WAYS }, (_, way) => {
      const angle = (2 * Math.PI * way) / WAYS;
      const [endX, endY] = [x + distance * Math.cos(angle), y - distance * Math.sin(angle)];
      // Beside the end of the line; where that is more or less upright, above or below it.
      const across = Math.max(-1, Math.min(1, 2 * Math.cos(angle)));
      const left = endX - width / 2 + (across * (width + sizes.air)) / 2;
      const baseline = endY + 0.35 * font - 0.6 * font * Math.sin(angle);
      return placeAt(left, baseline, width, font, sizes, [endX, endY]);
    }),
  );
}

const isWithin = ({ left, right, top, bottom }: Box, { width, height }: MapFrame): boolean =>
  left >= 0 && right <= width && top >= 0 && bottom <= height;

function dotOf(screen: Float32Array, index: number, dot: number): Box {
  const [x, y] = [screen[2 * index]!, screen[2 * index + 1]!];
  return { left: x - dot, right: x + dot, top: y - dot, bottom: y + dot };
}

const cells = (raster: Raster, { left, right, top, bottom }: Box) => ({
  from: Math.max(0, Math.floor(left / CELL)),
  to: Math.min(raster.columns - 1, Math.floor(right / CELL)),
  low: Math.max(0, Math.floor(top / CELL)),
  high: Math.min(raster.rows - 1, Math.floor(bottom / CELL)),
});

function leastCrowded(raster: Raster, places: readonly Place[], index: number): Place | undefined {
  const crowds = places.map((place) => crowd(raster, place, index, Number.POSITIVE_INFINITY));
  return places[crowds.indexOf(Math.min(...crowds))];
}

const isFree = (raster: Raster, box: Box, index: number): boolean => crowd(raster, box, index, 1) === 0;

/** Squares of a box that others have, counted up to `enough`. */
function crowd(raster: Raster, box: Box, index: number, enough: number): number {
  const { from, to, low, high } = cells(raster, box);
  let taken = 0;
  for (let row = low; row <= high; row++) {
    for (let column = from; column <= to && taken < enough; column++) {
      const owner = raster.owners[row * raster.columns + column]!;
      if (owner !== 0 && owner !== index + 1) taken++;
    }
  }
  return taken;
}

function mark(raster: Raster, box: Box, owner: number): void {
  const { from, to, low, high } = cells(raster, box);
  for (let row = low; row <= high; row++) {
    raster.owners.fill(owner, row * raster.columns + from, row * raster.columns + to + 1);
  }
}
