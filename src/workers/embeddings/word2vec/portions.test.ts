import { expect, it } from 'vitest';
import { createPortions } from './portions.ts';

it('one thread takes a sentence at a time, however long it takes', () => {
  const portions = createPortions(1);
  portions.took(1, 0.1);
  portions.took(1, 50);
  expect(portions.size()).toBe(1);
});

it('grows while the wait at the end is large beside the work, and shrinks before a pause lands late', () => {
  const portions = createPortions(2);
  for (let i = 0; i < 5; i++) portions.took(portions.size(), 1);
  expect(portions.size()).toBe(64);
  portions.took(64, 4);
  expect(portions.size()).toBe(64);
  portions.took(64, 9);
  expect(portions.size()).toBe(32);
  for (let i = 0; i < 20; i++) portions.took(portions.size(), 9);
  expect(portions.size()).toBe(2);
});

it('does not grow by portions that were cut short, as every single step is', () => {
  const portions = createPortions(4);
  for (let i = 0; i < 60; i++) portions.took(1, 0.01);
  expect(portions.size()).toBe(4);
});
