import { describe, expect, it } from 'vitest';
import type { Tensor } from './conversion.ts';
import { tensorOf } from './torch-state.testkit.ts';
import { findHead, readLinear, writeLinear } from './torch-state-head.ts';

const map = (tensors: Readonly<Record<string, Tensor>>) => new Map(Object.entries(tensors));
type Shapes = readonly (readonly [name: string, ...shape: number[]])[];
const named = (...shapes: Shapes) =>
  new Map(shapes.map(([name, ...shape]): [string, Tensor] => [name, tensorOf(...shape)]));

describe('writeLinear', () => {
  it('turns y = Wᵀa over: nn.Linear keeps a row for each output', () => {
    // n = 2, V = 3.
    const head = { weights: Float64Array.of(1, 2, 3, 4, 5, 6), bias: Float64Array.of(7, 8, 9) };
    const written = new Map(writeLinear(head, 'fc.'));
    expect(written.get('fc.weight')).toEqual({ shape: [3, 2], data: Float64Array.of(1, 4, 2, 5, 3, 6) });
    expect(written.get('fc.bias')).toEqual({ shape: [3], data: Float64Array.of(7, 8, 9) });
    expect(readLinear(written, 'fc.', 2)).toEqual({
      ok: true,
      head,
      used: ['fc.weight', 'fc.bias'],
      notes: [],
    });
  });
});

describe('readLinear', () => {
  it('fills a missing bias with zeros and says so', () => {
    const tensors = map({ weight: { shape: [2, 1], data: Float64Array.of(3, 4) } });
    expect(readLinear(tensors, '', 1)).toEqual({
      ok: true,
      head: { weights: Float64Array.of(3, 4), bias: new Float64Array(2) },
      used: ['weight'],
      notes: [{ code: 'head-zero-bias', name: 'bias' }],
    });
  });

  it('says what was expected', () => {
    expect(readLinear(map({}), 'fc.', 4)).toEqual({
      ok: false,
      fault: { code: 'missing', name: 'fc.weight' },
    });
    expect(readLinear(named(['fc.weight', 3, 5]), 'fc.', 4)).toEqual({
      ok: false,
      fault: { code: 'shape', name: 'fc.weight', expected: [null, 4], found: [3, 5] },
    });
    expect(readLinear(named(['fc.weight', 3, 4], ['fc.bias', 4]), 'fc.', 4)).toEqual({
      ok: false,
      fault: { code: 'shape', name: 'fc.bias', expected: [3], found: [4] },
    });
  });
});

describe('findHead', () => {
  const found = (...shapes: Shapes) => {
    const search = findHead(named(...shapes), 4);
    if (!search.ok) throw new Error(search.fault.code);
    return [search.head ? [...search.used] : null, ...search.notes.map(({ code }) => code)];
  };

  it('takes the only matrix that fits, whatever it is called', () => {
    expect(found(['classifier.weight', 9, 4], ['classifier.bias', 9])).toEqual([
      ['classifier.weight', 'classifier.bias'],
    ]);
    expect(found(['norm.weight', 4], ['norm.bias', 4], ['out.weight', 9, 4])).toEqual([
      ['out.weight'],
      'head-zero-bias',
    ]);
  });

  it('does not take an embedding for it', () => {
    expect(found(['embedding.weight', 30, 4])).toEqual([null]);
    expect(found(['table.weight', 30, 4], ['fc.weight', 9, 4], ['fc.bias', 9])).toEqual([
      ['fc.weight', 'fc.bias'],
    ]);
  });

  it('takes none of several, and says so', () => {
    const twice = [
      ['a.weight', 9, 4],
      ['a.bias', 9],
      ['b.weight', 2, 4],
      ['b.bias', 2],
    ] as const;
    expect(found(...twice)).toEqual([null, 'head-unclear']);
  });

  it('says when the only nn.Linear has another width', () => {
    expect(findHead(named(['fc.weight', 9, 5], ['fc.bias', 9]), 4)).toEqual({
      ok: true,
      head: null,
      used: ['fc.weight', 'fc.bias'],
      notes: [{ code: 'head-shape', name: 'fc.weight', expected: [null, 4], found: [9, 5] }],
    });
    expect(found()).toEqual([null]);
  });
});
