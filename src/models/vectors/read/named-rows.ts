import { firstNotFinite, type NumberDecoder } from './number-rows.ts';
import type { ReadPlace, VectorIntake } from './reader.ts';

/** Rows whose words stand in another file, in the same order. */
export interface NamedRows {
  /** The numbers of row `index`, as they stand in the file at byte `byte`. */
  accept(index: number, bytes: Uint8Array, byte: number): void;
  /** The same of numbers that were decoded. */
  acceptRow(index: number, row: Float32Array, byte: number): void;
}

export function createNamedRows(
  intake: VectorIntake,
  names: readonly string[],
  dimensions: number,
  decode: NumberDecoder,
): NamedRows {
  const values = new Float32Array(dimensions);
  const take = (index: number, row: Float32Array, isGood: boolean, byte: number) => {
    const word = names[index] ?? '';
    const place = (): ReadPlace => ({ row: index + 1, byte });
    if (!isGood) intake.note('not-a-number', () => ({ ...place(), word, found: firstNotFinite(row) }));
    else if (word === '') intake.note('empty-word', place);
    else if (intake.wants(word, place)) intake.add(word, row, place);
  };
  return {
    accept(index, bytes, byte) {
      // A row that nobody wants need not be decoded.
      if (intake.mayWant((names[index] ?? '').split(' ', 1)[0] ?? ''))
        take(index, values, decode(bytes, values), byte);
    },
    acceptRow: (index, row, byte) => take(index, row, row.every(Number.isFinite), byte),
  };
}
