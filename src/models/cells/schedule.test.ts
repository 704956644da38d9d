import { describe, expect, it } from 'vitest';
import {
  ORDERS,
  operandPlaces,
  placeKey,
  type StackForm,
  scheduleStack,
  stackPlaces,
  waveNumbers,
} from './schedule.ts';

const FORMS: readonly StackForm[] = [
  { layers: 1, directions: 'forward' },
  { layers: 3, directions: 'forward' },
  { layers: 2, directions: 'concat' },
  { layers: 3, directions: 'sum' },
];
const STEPS = [1, 2, 5];
const cases = FORMS.flatMap((form) => STEPS.map((steps) => ({ ...form, steps })));

describe.each(cases)('$layers layers, $directions, $steps steps', ({ steps, ...form }) => {
  it.each(ORDERS)('%s: every cell once, and never before what it reads', (order) => {
    const groups = scheduleStack(form, steps, order);
    const done = new Set<string>();
    for (const group of groups) {
      for (const place of group) {
        const operands = operandPlaces(form, steps, place).map(placeKey);
        expect(operands.filter((key) => !done.has(key))).toEqual([]);
      }
      for (const place of group) done.add(placeKey(place));
    }
    expect(done.size).toBe(stackPlaces(form, steps).length);
    expect(groups.flat()).toHaveLength(done.size);
  });

  it('starts no cell later than it could', () => {
    const waves = waveNumbers(form, steps);
    scheduleStack(form, steps, 'wavefront').forEach((group, wave) => {
      for (const place of group) {
        const latest = operandPlaces(form, steps, place).map((each) => waves.get(placeKey(each)) ?? -1);
        expect(Math.max(-1, ...latest)).toBe(wave - 1);
      }
    });
  });
});

describe('scheduleStack', () => {
  it('needs T + L − 1 waves one way, where one cell at a time needs T · L', () => {
    const form: StackForm = { layers: 3, directions: 'forward' };
    expect(scheduleStack(form, 8, 'wavefront')).toHaveLength(8 + 3 - 1);
    expect(scheduleStack(form, 8, 'steps')).toHaveLength(8 * 3);
    const { length } = scheduleStack(form, 8, 'wavefront')[3] ?? [];
    expect(length).toBe(3);
  });

  it('runs up the layers of a step, or along a layer', () => {
    const form: StackForm = { layers: 2, directions: 'forward' };
    const names = (order: 'steps' | 'layers') =>
      scheduleStack(form, 3, order).map(([place]) => place && `${place.layer}${place.step}`);
    expect(names('steps')).toEqual(['00', '10', '01', '11', '02', '12']);
    expect(names('layers')).toEqual(['00', '01', '02', '10', '11', '12']);
  });

  it('must wait for a whole layer where it is read both ways', () => {
    // The forward and the backward chain meet in the middle: the last operand of the second layer is there after T steps.
    expect(scheduleStack({ layers: 1, directions: 'concat' }, 6, 'wavefront')).toHaveLength(6);
    expect(scheduleStack({ layers: 2, directions: 'concat' }, 6, 'wavefront')).toHaveLength(2 * 6);
  });
});
