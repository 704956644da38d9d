import { expect, it } from 'vitest';
import type { GenerateOptions } from '../../models/language/generate.ts';
import { UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import { drawOne, startSample } from './sample.ts';
import { counting } from './sampling.testkit.ts';
import { choiceRows, shownChoice } from './shown-choice.ts';

const PLAIN: GenerateOptions = { temperature: 1, topK: null, topP: 1, unknown: true, stopAtEnd: false };
const TOKENS = [UNKNOWN_TOKEN, 'a', 'b', 'c', 'd'];
const begun = startSample(counting(TOKENS), null, { begin: '', draws: 1 });
const sample = drawOne(begun, { ...PLAIN, topK: 2 })!;

it('of a drawn token is what it was drawn from, whatever is set now', () => {
  const shown = shownChoice(sample, 0, { ...PLAIN, temperature: 2 })!;
  expect(shown).toMatchObject({ options: { topK: 2, temperature: 1 }, drawn: sample.draws[0]!.token });
  expect(shown.choice.said).toEqual(begun.state.probabilities);
  expect(shown.choice.offered[shown.drawn!]).toBe(sample.draws[0]!.offered);
});

it('of the one to come follows what is set', () => {
  const shown = shownChoice(sample, null, { ...PLAIN, unknown: false })!;
  expect(shown.drawn).toBeNull();
  expect(shown.choice.offered[0]).toBe(0);
});

it('has rows that with the rest account for everything', () => {
  const { rows, rest } = choiceRows(shownChoice(sample, null, { ...PLAIN, topP: 0.95 })!, TOKENS, 3);
  const sum = (measure: 'said' | 'offered') =>
    rows.reduce((total, row) => total + row[measure], rest[measure]);
  expect(sum('said')).toBeCloseTo(1, 12);
  expect(sum('offered')).toBeCloseTo(1, 12);
  expect([rows.length, rest.count]).toEqual([3, 2]);
});

it('has a row for the drawn token, however improbable', () => {
  const last = { ...sample, draws: [{ ...sample.draws[0]!, token: 4 }] };
  const { rows } = choiceRows(shownChoice(last, 0, PLAIN)!, TOKENS, 1);
  expect(rows.map(({ id, isDrawn }) => [id, isDrawn])).toEqual([
    [1, false],
    [4, true],
  ]);
});
