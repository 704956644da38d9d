import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { type ThroughTime, throughTime } from '../../models/language/through-time.ts';
import { tokenizeCharacters } from '../../models/text/tokenize.ts';
import { UNKNOWN_ID } from '../../models/text/vocabulary.ts';

/** Longest sentence whose every step can be drawn, in losses. */
export const MOST_STEPS = 24;

/** A trained network: all of its numbers at one moment. */
export interface Network {
  readonly shape: NextSymbolShape;
  readonly parameters: Float64Array;
  readonly vocabulary: readonly string[];
  /** Optimiser steps behind it. */
  readonly trained: number;
  /** Loss of its last training batch, nats per character. */
  readonly trainingLoss: number;
}

/** A sentence as this network reads it, and everything that the two passes computed. */
export interface Reading {
  readonly network: Network;
  /** Characters that are read, one a step, and behind them the last one, which is only a target. */
  readonly tokens: readonly { readonly text: string; readonly known: boolean }[];
  /** Characters that the sentence has; more than are read when it was too long. */
  readonly asked: number;
  readonly through: ThroughTime;
}

/** Null where the sentence has fewer than two characters: nothing is foretold. */
export function readSentence(network: Network, sentence: string): Reading | null {
  const all = tokenizeCharacters(sentence);
  const characters = all.slice(0, MOST_STEPS + 1);
  if (characters.length < 2) return null;
  const idOf = new Map(network.vocabulary.map((token, id) => [token, id]));
  const ids = Int32Array.from(characters, (character) => idOf.get(character) ?? UNKNOWN_ID);
  const through = throughTime(network.shape, network.parameters, ids.slice(0, -1), ids.slice(1));
  const tokens = characters.map((character) => ({ text: character, known: idOf.has(character) }));
  return { network, tokens, asked: all.length, through };
}

const readings = new WeakMap<Network, Map<string, Reading | null>>();

/** The same, computed once for all figures that show it. */
export function cachedReading(network: Network, sentence: string): Reading | null {
  const known = readings.get(network) ?? new Map<string, Reading | null>();
  readings.set(network, known);
  const found = known.get(sentence);
  if (found !== undefined) return found;
  const reading = readSentence(network, sentence);
  known.set(sentence, reading);
  return reading;
}
