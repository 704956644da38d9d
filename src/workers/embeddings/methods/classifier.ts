import { readLabelledLines } from '../../../models/fasttext/labelled-lines.ts';
import {
  inputRows,
  type LabelledVocabulary,
  labelledVocabulary,
  type NgramLimits,
  rowsOfText,
  splitTexts,
  type TextRows,
  wordsOfText,
} from '../../../models/fasttext/labelled-texts.ts';
import { type ClassifierSpec, labelLayer, lossAtStart } from '../../../models/fasttext/text-trainer.ts';
import { isWord } from '../../../models/word2vec/text-words.ts';
import type { ConfigOf, EmbeddingMethod, MethodResult } from '../method.ts';
import type { EmbeddingFailure, EmbeddingInfo } from '../protocol.ts';
import type { ClassifierRun } from './classifier-state.ts';
import { createClassifierTrainer } from './classifier-trainer.ts';

/** Lines between two chances to do something else. */
const SLICE = 200;

type Config = ConfigOf<'classifier'>;
const failed = (failure: EmbeddingFailure): MethodResult => ({ ok: false, failure });

/** fastText's classifier (Joulin et al. 2017), on plain TypeScript: a text is learnt in some 20 µs. */
export const classifier: EmbeddingMethod<'classifier'> = {
  *prepare(config) {
    const { source, method } = config;
    const { lines } = readLabelledLines(source.text);
    if (lines.length === 0) return failed({ code: 'no-labels' });
    const words: (readonly string[])[] = [];
    for (const [i, { text }] of lines.entries()) {
      words.push(wordsOfText(text, source));
      if (i % SLICE === 0) yield Math.floor((i / lines.length) * source.text.length);
    }
    const vocabulary = labelledVocabulary(lines, words, source);
    const failure = nothingToLearn(vocabulary, words, source.minCount);
    if (failure) return failed(failure);
    const ids = new Map(vocabulary.labels.map((label, id) => [label, id]));
    const texts: TextRows[] = [];
    for (const [i, { labels }] of lines.entries()) {
      const own = words[i]!;
      const rows = rowsOfText(own, vocabulary, method);
      texts.push({ rows, labels: labels.map((label) => ids.get(label)!), length: own.length });
      if (i % SLICE === 0) yield source.text.length;
    }
    return { ok: true, run: openRun(config, vocabulary, texts) };
  },
};

function nothingToLearn(
  { words, labels }: LabelledVocabulary,
  texts: readonly (readonly string[])[],
  minCount: number,
): EmbeddingFailure | null {
  const [label = ''] = labels;
  if (labels.length === 1) return { code: 'one-label', label };
  if (words.length > 0) return null;
  const all = labelledVocabulary([], texts, { minCount: 1, words: 1 });
  const [word] = all.words;
  return word === undefined || !isWord(word)
    ? { code: 'no-words' }
    : { code: 'min-count', minCount, word, most: all.counts[0]! };
}

function openRun(config: Config, vocabulary: LabelledVocabulary, texts: readonly TextRows[]) {
  const { method, seed } = config;
  const spec: ClassifierSpec = {
    loss: method.loss,
    dimensions: config.dimensions,
    epochs: method.epochs,
    learningRate: config.learningRate,
    seed,
    wordNgrams: method.wordNgrams,
    bucket: method.bucket,
  };
  const split = splitTexts(texts.length, method.heldOut, seed);
  const layer = labelLayer(method.loss, vocabulary.labelCounts);
  const run: ClassifierRun = { spec, layer, vocabulary, texts, ...split, tokenization: config.source };
  return {
    info: infoOf(run),
    createReference: (start: Parameters<typeof createClassifierTrainer>[1]) =>
      createClassifierTrainer(run, start),
  };
}

function infoOf({ spec, layer, vocabulary, texts, learnt }: ClassifierRun): EmbeddingInfo {
  const { words, counts, labels, labelCounts } = vocabulary;
  const outputs = spec.loss === 'hierarchical' ? labels.length - 1 : labels.length;
  return {
    words,
    counts,
    tokens: texts.reduce((sum, { length }) => sum + length, 0),
    types: words.length,
    kept: counts.reduce((sum, count) => sum + count, 0),
    sentences: texts.length,
    steps: learnt.length,
    parameterCount: (inputRows(words.length, spec satisfies NgramLimits) + outputs) * spec.dimensions,
    guessing: lossAtStart(layer, labelCounts),
    labels,
    labelCounts,
    notices: [],
  };
}
