import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { createRowStore, type RowMemory, rowBytes } from './row-store.ts';

/** Rows with numbers of very different sizes. */
function randomRows(count: number, d: number): Float32Array[] {
  const draw = createRandom(count * 31 + d);
  const row = (size: number) => Float32Array.from({ length: d }, () => (draw.next() * 2 - 1) * size);
  return Array.from({ length: count }, (_, i) => row(10 ** ((i % 7) - 3)));
}

/** Gives a new buffer every time, as a kernel's memory does: views of the old one see nothing of what follows. */
function restless(start: number): RowMemory {
  let buffer = new ArrayBuffer(start);
  const grow = (bytes: number) => {
    const next = new ArrayBuffer(Math.max(bytes, buffer.byteLength));
    new Uint8Array(next).set(new Uint8Array(buffer));
    new Uint8Array(buffer).fill(255);
    buffer = next;
    return buffer;
  };
  return { start, grow };
}

const read = (store: { rowInto(index: number, out: Float32Array): void }, index: number, d: number) => {
  const out = new Float32Array(d);
  store.rowInto(index, out);
  return out;
};

describe('rows that grow', () => {
  it.each([1, 3, 100])('gives floats back bit for bit, d = %i', (d) => {
    const rows = randomRows(40_000 / d, d);
    const store = createRowStore(d, 'float32', restless(32));
    rows.forEach((row, i) => {
      store.push(row);
      if (i % 97 === 0) expect(read(store, i >> 1, d)).toEqual(rows[i >> 1]);
    });
    expect(rows.every((row, i) => row.every((x, k) => read(store, i, d)[k] === x))).toBe(true);
    expect(store.bytes).toBe(rows.length * rowBytes(d, 'float32'));
  });

  it.each([1, 3, 100])('keeps 8 bits to within half a step, d = %i', (d) => {
    const rows = randomRows(4000 / d, d);
    const store = createRowStore(d, 'int8', restless(16));
    for (const row of rows) store.push(row);
    for (const [i, row] of rows.entries()) {
      const step = Math.max(...row.map(Math.abs)) / 127;
      const out = read(store, i, d);
      const off = Math.max(...row.map((x, k) => Math.abs(x - (out[k] ?? Number.NaN))));
      expect(off).toBeLessThanOrEqual(step * 0.5001);
    }
  });

  it('has a row of zeros, and the largest numbers there are', () => {
    const store = createRowStore(2, 'int8');
    store.push(Float32Array.of(0, -0));
    store.push(Float32Array.of(3.4e38, -3.4e38));
    expect([...read(store, 0, 2)].map(Math.abs)).toEqual([0, 0]);
    expect(read(store, 1, 2)[1]).toBeCloseTo(-3.4e38, -34);
  });

  it('goes from floats to 8 bits on the way', () => {
    const rows = randomRows(300, 5);
    const [early, late] = [createRowStore(5, 'int8'), createRowStore(5, 'float32', restless(16))];
    for (const row of rows.slice(0, 200)) late.push(row);
    late.narrow();
    for (const row of rows.slice(200)) late.push(row);
    for (const row of rows) early.push(row);
    expect(late.finish()).toEqual(early.finish());
  });

  it('takes codes as they are, also where floats are kept', () => {
    const codes = Int8Array.of(127, -5, 0);
    const [bytes, floats] = [createRowStore(3, 'int8'), createRowStore(3, 'float32')];
    for (const store of [bytes, floats]) store.pushCodes(codes, 0.5);
    expect(bytes.finish()).toMatchObject({ codes, scales: Float32Array.of(0.5) });
    expect(floats.finish()).toMatchObject({ values: Float32Array.of(63.5, -2.5, 0) });
  });

  it('asks for no more than it was told to', () => {
    const asked: number[] = [];
    const plain = restless(16);
    const grow = (bytes: number) => {
      asked.push(bytes);
      return plain.grow(bytes);
    };
    const store = createRowStore(4, 'float32', { start: 16, grow });
    store.reserve(10);
    for (const row of randomRows(10, 4)) store.push(row);
    expect(asked).toEqual([16, 16 + 160]);
  });
});
