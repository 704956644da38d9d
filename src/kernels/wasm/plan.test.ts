import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_GRU, DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { ACTIVATIONS } from '../../models/dense/activations.ts';
import { createArena } from './arena.ts';
import { ACTIVATION_CODES, checkSizes, finalStates, planLayer, scratchBytes } from './plan.ts';

const PLACES = { parameters: 0, gradients: 0, input: null, ids: 64, mask: null, inputGradient: null };

function assembly(file: string): string {
  return readFileSync(new URL(`./assembly/${file}`, import.meta.url), 'utf8');
}

it('has a code for every activation, the one that assembly/activations.ts has', () => {
  expect([...ACTIVATION_CODES].sort()).toEqual(Object.keys(ACTIVATIONS).sort());
  const declared = [...assembly('activations.ts').matchAll(/^(?:export )?const ([A-Z_]+): i32 = (\d+);$/gm)];
  // `linear` is what is left.
  expect(declared).toHaveLength(ACTIVATION_CODES.length - 1);
  for (const [, name = '', code] of declared) {
    expect(ACTIVATION_CODES[Number(code)]).toBe(name.toLowerCase().replaceAll('_', '-'));
  }
});

it('knows the blocks of the products and of the norm', () => {
  const depth = Number(assembly('products.ts').match(/const DEPTH: i32 = (\d+);/)?.[1]);
  // Packed input, a panel of 8 columns, an edge tile of 4 × 8 and whole vectors behind it.
  expect(scratchBytes(5)).toBe(4 * (8 * depth + 8 * depth + 32 + 32));
  const block = assembly('optimizer.ts').match(/const BLOCK: i32 = (\d+);/)?.[1];
  const here = readFileSync(new URL('./network-plan.ts', import.meta.url), 'utf8');
  expect(here.match(/const NORM_BLOCK = (\d+);/)?.[1]).toBe(block);
});

it('rounds lanes up to whole panels, and keeps only what a cell needs', () => {
  const size = { steps: 4, batch: 3 };
  const lstm = planLayer(createArena(), DEFAULT_LSTM, { inputs: 7, hidden: 13 }, size, PLACES);
  expect([lstm.padded, lstm.stateStride, lstm.gateCount]).toEqual([16, 64, 4]);
  expect([lstm.pre, lstm.operand, lstm.peepholes, lstm.packedInput, lstm.packedSecond]).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(finalStates(lstm).cell).toBe(lstm.cellStates + 4 * 3 * 64);
  const spec = { ...DEFAULT_GRU, candidate: 'silu' } as const;
  const gru = planLayer(createArena(), spec, { inputs: 7, hidden: 16 }, size, PLACES);
  expect([gru.firstGates, gru.reset, gru.cellStates]).toEqual([2, 1, 0]);
  expect(Math.min(gru.pre, gru.operand, gru.packedSecond, gru.operandGradient)).toBeGreaterThan(0);
});

it('names the size that is none', () => {
  expect(() => checkSizes({ hidden: 3, batch: 0 })).toThrow(
    'batch: expected a whole number from 1 on, found 0',
  );
  expect(() => checkSizes({ hidden: 3, batch: 1 })).not.toThrow();
});
