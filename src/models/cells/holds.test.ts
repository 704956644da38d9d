import { describe, expect, it } from 'vitest';
import { applicableHolds, isHeld, writeHolds } from './holds.ts';
import { DEFAULT_GRU, DEFAULT_LSTM } from './roles.ts';
import type { Hold } from './types.ts';

const hold = (role: Hold['role'], step: number, unit: number): Hold => ({ role, step, unit, value: 0.5 });

describe('holds', () => {
  it('apply where there is such a value', () => {
    const shape = { inputs: 1, hidden: 3 };
    const size = { steps: 2, batch: 1 };
    const holds = [hold('update', 1, 2), hold('cell', 0, 0), hold('update', 2, 0), hold('update', 0, 3)];
    expect(applicableHolds(DEFAULT_LSTM, shape, size, holds)).toEqual(holds.slice(0, 2));
    expect(applicableHolds(DEFAULT_GRU, shape, size, holds)).toEqual(holds.slice(0, 1));
  });

  it('are found by lane, step and unit', () => {
    const holds = [hold('update', 1, 2)];
    expect(isHeld(holds, 'update', 1, 2)).toBe(true);
    expect([
      isHeld(holds, 'forget', 1, 2),
      isHeld(holds, 'update', 0, 2),
      isHeld(holds, 'update', 1, 1),
    ]).toEqual([false, false, false]);
  });

  it('write their value, or what is asked instead, in every example', () => {
    const block = { values: new Float64Array(8).fill(9), start: 2, batch: 2, hidden: 3 };
    writeHolds([hold('update', 1, 2), hold('update', 0, 0), hold('forget', 1, 1)], 'update', 1, block);
    expect([...block.values]).toEqual([9, 9, 9, 9, 0.5, 9, 9, 0.5]);
    writeHolds([hold('update', 1, 2)], 'update', 1, block, 0);
    expect([...block.values]).toEqual([9, 9, 9, 9, 0, 9, 9, 0]);
  });
});
