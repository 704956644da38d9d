import { expect, it } from 'vitest';
import { fitPlace, orderOf, placeAt, stopCount } from './through-walk.ts';

it('goes forward through states and losses, then backward through gradients, each once', () => {
  const walk = Array.from({ length: stopCount(3) }, (_, order) => placeAt(order, 3));
  expect(walk.map(({ node, step }) => `${node[0]}${step}`).join(' ')).toBe('s0 l0 s1 l1 s2 l2 g2 g1 g0');
  walk.forEach((place, order) => {
    expect(orderOf(place, 3)).toBe(order);
  });
});

it('stays within the walk and within the sentence', () => {
  expect(placeAt(-1, 3)).toEqual({ node: 'state', step: 0 });
  expect(placeAt(99, 3)).toEqual({ node: 'gradient', step: 0 });
  expect(fitPlace({ node: 'loss', step: 9 }, 3)).toEqual({ node: 'loss', step: 2 });
});
