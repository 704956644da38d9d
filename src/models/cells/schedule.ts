import { directionCount, type StackSpec } from './stack.ts';

/** One cell of a stack: layer and step counted from 0, direction 0 forward and 1 backward. */
export interface StackPlace {
  readonly layer: number;
  readonly step: number;
  readonly direction: number;
}

/**
 * In which order the cells of a stack are computed. `steps`: all layers of a step, then the next step (what a stream
 * allows). `layers`: a whole layer, then the next one. `wavefront`: at once whatever can be computed at once.
 */
export type Order = 'steps' | 'layers' | 'wavefront';
export const ORDERS = ['steps', 'layers', 'wavefront'] as const satisfies readonly Order[];

/** What of a stack's shape decides which cell has to wait for which. */
export type StackForm = Pick<StackSpec, 'layers' | 'directions'>;

export const placeKey = ({ layer, step, direction }: StackPlace): string => `${layer},${step},${direction}`;

/** Every cell, layer after layer, forward before backward. */
export function stackPlaces(form: StackForm, steps: number): readonly StackPlace[] {
  const directions = directionCount(form);
  return Array.from({ length: form.layers * directions * steps }, (_, i) => ({
    layer: Math.floor(i / (directions * steps)),
    direction: Math.floor(i / steps) % directions,
    step: i % steps,
  }));
}

/** The cells whose hidden states a cell reads: its own chain's last one, and the layer below at the same step. */
export function operandPlaces(form: StackForm, steps: number, place: StackPlace): readonly StackPlace[] {
  const { layer, step, direction } = place;
  const before = step + (direction === 0 ? -1 : 1);
  const own = before >= 0 && before < steps ? [{ ...place, step: before }] : [];
  const below = Array.from({ length: layer > 0 ? directionCount(form) : 0 }, (_, from) => ({
    layer: layer - 1,
    step,
    direction: from,
  }));
  return [...own, ...below];
}

/** How many cells one after another a cell has to wait for: 0 when it reads nothing but the input and the first state. */
export function waveNumbers(form: StackForm, steps: number): ReadonlyMap<string, number> {
  const waves = new Map<string, number>();
  const waveOf = (place: StackPlace): number => {
    const key = placeKey(place);
    const known = waves.get(key);
    if (known !== undefined) return known;
    const wave = Math.max(-1, ...operandPlaces(form, steps, place).map(waveOf)) + 1;
    waves.set(key, wave);
    return wave;
  };
  for (const place of stackPlaces(form, steps)) waveOf(place);
  return waves;
}

/**
 * Groups of cells in the order of computation; the cells of a group need nothing of one another. Both ways in time, a
 * layer must be finished before the next one can start, so `steps` and `layers` are the same there.
 */
export function scheduleStack(
  form: StackForm,
  steps: number,
  order: Order,
): readonly (readonly StackPlace[])[] {
  const places = stackPlaces(form, steps);
  if (order === 'wavefront') return wavefronts(form, steps, places);
  const sorted = [...places].sort((a, b) => compare(form, order, a, b));
  return sorted.map((place) => [place]);
}

function wavefronts(
  form: StackForm,
  steps: number,
  places: readonly StackPlace[],
): readonly (readonly StackPlace[])[] {
  const waves = waveNumbers(form, steps);
  const groups: StackPlace[][] = [];
  for (const place of places) {
    const wave = waves.get(placeKey(place)) ?? 0;
    while (groups.length <= wave) groups.push([]);
    groups[wave]?.push(place);
  }
  return groups;
}

function compare(form: StackForm, order: Order, a: StackPlace, b: StackPlace): number {
  if (order === 'steps' && directionCount(form) === 1) return a.step - b.step || a.layer - b.layer;
  const along = a.direction === 0 ? a.step - b.step : b.step - a.step;
  return a.layer - b.layer || a.direction - b.direction || along;
}
