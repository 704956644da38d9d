/** Sums by key, for millions of keys: an open-addressed table in typed columns. Keys are whole numbers from 0 to 2⁵³ − 1. */
export interface CellSums {
  readonly size: number;
  add(key: number, by: number): void;
  /** What was added to a key; 0 for one that never was. */
  get(key: number): number;
  /** What was added to each key, in no order. */
  sums(): Float64Array;
  /** Keys ascending, and what was added to each. */
  sorted(): { readonly keys: Float64Array; readonly sums: Float64Array };
}

const EMPTY = -1;
const FIRST_ROOM = 1024;
/** Fuller than this, a table is made anew with twice the room. */
const MOST_FULL = 0.5;
/** 2³² / golden ratio, odd: spreads neighbouring keys (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;

/** Where a key is, or where it would go. */
function placeOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  const high = Math.floor(key / 2 ** 32);
  let place = (Math.imul((key >>> 0) ^ Math.imul(high, SPREAD), SPREAD) >>> 7) & mask;
  while (keys[place] !== key && keys[place] !== EMPTY) place = (place + 1) & mask;
  return place;
}

export function createCellSums(): CellSums {
  let keys = new Float64Array(FIRST_ROOM).fill(EMPTY);
  let sums = new Float64Array(FIRST_ROOM);
  let size = 0;
  const grow = () => {
    const [oldKeys, oldSums] = [keys, sums];
    keys = new Float64Array(2 * oldKeys.length).fill(EMPTY);
    sums = new Float64Array(keys.length);
    oldKeys.forEach((key, i) => {
      if (key === EMPTY) return;
      const place = placeOf(keys, key);
      keys[place] = key;
      sums[place] = oldSums[i]!;
    });
  };
  const get = (key: number) => sums[placeOf(keys, key)]!;
  return {
    get size() {
      return size;
    },
    add(key, by) {
      const place = placeOf(keys, key);
      sums[place]! += by;
      if (keys[place] === key) return;
      keys[place] = key;
      size++;
      if (size > MOST_FULL * keys.length) grow();
    },
    get,
    sums: () => sums.filter((_, place) => keys[place] !== EMPTY),
    sorted() {
      const found = keys.filter((key) => key !== EMPTY).sort();
      return { keys: found, sums: found.map(get) };
    },
  };
}
