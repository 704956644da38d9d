/** One named array of a model, inside the flat array that holds all of them. */
export interface ParameterSlot {
  readonly name: string;
  /** Row-major; one number for a vector, two for a matrix. */
  readonly shape: readonly number[];
  readonly offset: number;
  readonly length: number;
}

/** Where every parameter of a model lies. Optimisers, checkpoints, links and edits all speak of flat indices. */
export interface ParameterLayout {
  readonly slots: readonly ParameterSlot[];
  /** Number of parameters. */
  readonly length: number;
}

/** A single parameter found by its flat index; a vector has row 0. */
export interface ParameterPlace {
  readonly slot: ParameterSlot;
  readonly row: number;
  readonly column: number;
}

export function createLayout(
  entries: readonly { readonly name: string; readonly shape: readonly number[] }[],
): ParameterLayout {
  const slots: ParameterSlot[] = [];
  let offset = 0;
  for (const { name, shape } of entries) {
    const length = shape.reduce((product, size) => product * size, 1);
    slots.push({ name, shape, offset, length });
    offset += length;
  }
  return { slots, length: offset };
}

/** The slot of that name. Throws a RangeError when the layout has none: names are ours, never a user's. */
export function findSlot(layout: ParameterLayout, name: string): ParameterSlot {
  const slot = layout.slots.find((candidate) => candidate.name === name);
  if (!slot) throw new RangeError(`No parameter slot is called '${name}'.`);
  return slot;
}

/** The slot's numbers as a live view: writing to it writes to `flat`. */
export function viewSlot(layout: ParameterLayout, flat: Float64Array, name: string): Float64Array {
  const { offset, length } = findSlot(layout, name);
  return flat.subarray(offset, offset + length);
}

/** Which parameter a flat index is, or null outside the layout. */
export function locateParameter(layout: ParameterLayout, index: number): ParameterPlace | null {
  const slot = layout.slots.find(({ offset, length }) => index >= offset && index < offset + length);
  if (!slot || !Number.isInteger(index)) return null;
  const columns = slot.shape.at(-1) ?? 1;
  const inside = index - slot.offset;
  return { slot, row: Math.floor(inside / columns), column: inside % columns };
}

/** Flat index of a place: the inverse of `locateParameter`. */
export function parameterIndex(slot: ParameterSlot, row: number, column: number): number {
  return slot.offset + row * (slot.shape.at(-1) ?? 1) + column;
}
