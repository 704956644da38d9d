import { expect, it } from 'vitest';
import { createPending } from './pending.ts';

it('answers each question with its own answer, in any order, once', async () => {
  const pending = createPending();
  const [first, second] = [pending.ask(), pending.ask()];
  pending.answer(second.id, Uint8Array.of(2));
  pending.answer(first.id, Uint8Array.of(1));
  pending.answer(first.id, Uint8Array.of(9));
  expect([await first.answer, await second.answer]).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
});

it('answers what still waits with null', async () => {
  const pending = createPending();
  const { answer } = pending.ask();
  pending.cancel();
  expect(await answer).toBeNull();
});
