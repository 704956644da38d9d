import type { Moved } from '../protocol.ts';
import type { Layer } from './layer.ts';

/** How a layer differs from what it was. */
export interface LayerTrace {
  /** Remembers all rows. */
  take(): void;
  /** What moved since. */
  moved(step: number, sentence: readonly number[]): Moved;
}

export function createLayerTrace(layer: Layer): LayerTrace {
  const { values, stride, dimensions: d, rows: of } = layer;
  const before = values.slice();
  const distance = (row: number) => {
    const at = row * stride;
    let sum = 0;
    for (let j = at; j < at + d; j++) sum += (values[j]! - before[j]!) ** 2;
    return Math.sqrt(sum);
  };
  return {
    take() {
      before.set(values);
    },
    moved(step, sentence) {
      const all = Float64Array.from({ length: of }, (_, row) => distance(row));
      const rows = Int32Array.from(all.keys()).filter((row) => all[row]! > 0);
      return { step, sentence, rows, distances: Float64Array.from(rows, (row) => all[row]!), of };
    },
  };
}
