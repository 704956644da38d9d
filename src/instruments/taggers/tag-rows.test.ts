import { expect, it } from 'vitest';
import { cellsOf, differenceCells } from './tag-rows.ts';

it('prints a bare 0 only where nothing differs at all', () => {
  const cells = differenceCells([0.5, 0.25, 1e-9, 0.9], [0.5, 0.75, 0, 0.1], 3);
  expect(cells).toEqual([
    { text: '0', strong: true },
    { text: '−0.500', strong: false },
    { text: '0.000', strong: false },
  ]);
});

it('says each cell aloud', () => {
  const [, second] = cellsOf([0.1, 0.98765], (step, value) => `${step}: ${value}`);
  expect(second).toEqual({ value: 0.98765, text: '0.988', name: '1: 0.988' });
});
