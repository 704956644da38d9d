import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { chanceLevel } from './chance.ts';
import { tracksOf, trackText } from './features.ts';
import type { PassageLayer } from './passage.ts';
import { type Found, searchTracks, shiftCount, unitColumns, unitValues } from './search.ts';
import { standardise } from './standard.ts';

const LENGTH = 600;
/** Brackets of all lengths, and quotations elsewhere. */
const tokens = [...'ab (cde) fghi (jklmnopq rs) tuv "wx yz" abc (d) '.repeat(20)].slice(0, LENGTH);
const tracks = trackText(tokens);

/** A unit that changes as slowly as memories do: a leaky sum of noise. */
function slowNoise(random: Random): Float32Array {
  let state = 0;
  return Float32Array.from({ length: LENGTH }, () => {
    state = 0.9 * state + 0.4 * random.normal();
    return Math.tanh(state);
  });
}

/** Columns as a layer (T, n_a). */
function layerOf(
  columns: readonly ArrayLike<number>[],
  cell: readonly ArrayLike<number>[] = [],
): PassageLayer {
  const rows = (from: readonly ArrayLike<number>[]) =>
    Float32Array.from(
      { length: from.length * LENGTH },
      (_, i) => from[i % from.length]?.[Math.floor(i / from.length)] ?? 0,
    );
  return { hidden: rows(columns), cell: rows(cell) };
}

function search(layers: readonly PassageLayer[], seed = 1): readonly Found[] {
  const names = tracksOf({ level: 'character' });
  const steps = searchTracks(unitColumns(layers, 'hidden', LENGTH), tracks, names, createRandom(seed));
  return [...steps].filter((step) => step !== null);
}

describe('a unit that counts brackets, planted among noise', () => {
  const random = createRandom(5);
  const noise = () => slowNoise(random);
  const planted = tracks.bracket.map((depth) => 0.3 - 0.8 * depth + 0.1 * random.normal());
  const layers = [layerOf([noise(), noise(), noise()]), layerOf([noise(), planted, noise()])];
  const found = search(layers);

  it('is first of all layers, far above chance, with its sign', () => {
    const bracket = found.find(({ track }) => track === 'bracket');
    const { places } = unitColumns(layers, 'hidden', LENGTH);
    const best = bracket?.ranks[0];
    expect(places[best?.unit ?? 0]).toEqual({ layer: 1, unit: 1 });
    expect(best?.correlation).toBeLessThan(-0.9);
    expect(Math.abs(best?.correlation ?? 0)).toBeGreaterThan(1.5 * (bracket?.chance ?? 1));
  });

  it('leaves out what never changes in the passage', () => {
    const names = found.map(({ track }) => track);
    expect(names).toContain('quote');
    expect(names).not.toContain('digit');
    expect(names).not.toContain('title');
    expect(names).not.toContain('length');
  });

  it('gives the same levels for the same seed', () => {
    expect(search(layers)).toEqual(found);
  });
});

it('of units that know nothing of the text, about one search in twenty is above the level', () => {
  const standard = standardise(tracks.quote);
  let above = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const random = createRandom(seed);
    const units = Array.from({ length: 4 }, () => standardise(slowNoise(random)));
    const steps = chanceLevel(units, standard, 19, random);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const best = Math.max(
      ...units.map((unit) => Math.abs(unit.reduce((sum, z, t) => sum + z * standard[t]!, 0))),
    );
    if (best > step.value) above++;
  }
  // Binomial with n = 200, p = 1/20 has mean 10 and deviation 3.1; four of them on either side.
  expect(above).toBeGreaterThan(0);
  expect(above).toBeLessThan(23);
});

it('reads one unit: tanh of its cell state where there is one, else its hidden state', () => {
  const layer = layerOf([tracks.line, tracks.word], [tracks.word, tracks.line]);
  expect(unitValues(layer, 1, 'hidden', LENGTH)[3]).toBe(tracks.word[3]);
  expect(unitValues(layer, 0, 'cell', LENGTH)[1]).toBeCloseTo(Math.tanh(tracks.word[1] ?? 0), 6);
  expect(unitValues(layerOf([tracks.line]), 0, 'cell', LENGTH)[5]).toBe(tracks.line[5]);
});

it('asks for as many moves as are worth it, 5 % of one more than them a whole number', () => {
  expect(shiftCount(10, 64, 2000)).toBe(99);
  expect(shiftCount(15, 1536, 4000)).toBe(19);
  for (const units of [100, 200, 300, 400]) expect((shiftCount(15, units, 3000) + 1) % 20).toBe(0);
});
