import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { testNumbers } from '../../models/gradient-check.testkit.ts';
import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { type Network, type Reading, readSentence } from './reading.ts';

/** A network of three units that knows six characters, with weights from a seed. */
export function testNetwork(seed = 1): Network {
  const vocabulary = ['⟨UNK⟩', 'a', 'b', 'c', 'd', ' '];
  const shape = { spec: DEFAULT_RNN, vocabulary: vocabulary.length, hidden: 3, layers: 1 };
  const parameters = testNumbers(seed, nextSymbolLayout(shape).length, 0.9);
  return { shape, parameters, vocabulary, trained: 0, trainingLoss: Math.log(6) };
}

/** It reads a sentence. Throws where there is nothing to foretell. */
export function testReading(sentence = 'abc dabca', seed = 1): Reading {
  const reading = readSentence(testNetwork(seed), sentence);
  if (!reading) throw new Error('too short');
  return reading;
}
