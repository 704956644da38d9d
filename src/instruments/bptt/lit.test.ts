import { expect, it } from 'vitest';
import type { ThroughEdgeKind } from '../../layout/throughTime.ts';
import { litBy } from './lit.ts';

const KINDS: readonly ThroughEdgeKind[] = ['input', 'forward', 'read-out', 'own', 'back'];
/** The lit arrows of a sentence of three steps: `own1!` is a direct one. */
const lit = (...[place, kept, steps]: Parameters<typeof litBy>) =>
  KINDS.flatMap((kind) =>
    Array.from({ length: steps }, (_, step) => {
      const how = litBy(place, kept, steps)(kind, step);
      return how === 'no' ? '' : `${kind}${step}${how === 'direct' ? '!' : ''}`;
    }),
  )
    .filter(Boolean)
    .join(' ');

it('a state has everything to its left', () => {
  expect(lit({ node: 'state', step: 1 }, () => true, 3)).toBe('input0 input1! forward0 forward1!');
  expect(lit({ node: 'loss', step: 1 }, () => true, 3)).toBe('input0 input1 forward0 forward1 read-out1!');
});

it('a gradient has every loss that is sent, and the way back from it', () => {
  expect(lit({ node: 'gradient', step: 1 }, () => true, 3)).toBe('own1! own2 back1!');
  expect(lit({ node: 'gradient', step: 0 }, (i) => i === 1, 3)).toBe('own1 back0!');
  expect(lit({ node: 'gradient', step: 2 }, (i) => i === 1, 3)).toBe('');
});
