import { type NextSymbolShape, nextSymbolLayout } from '../models/language/next-symbol.ts';
import { createStreams } from '../models/language/streams.ts';
import type { ParameterLayout } from '../models/parameters.ts';
import type { Random } from '../models/random.ts';
import { type RecallShape, recallNetwork, recallSteps, recallTokens } from '../models/recall/recall.ts';
import { tokenizeCharacters, tokenizeWords } from '../models/text/tokenize.ts';
import { createVocabulary, encode, type Vocabulary } from '../models/text/vocabulary.ts';
import { configTextHash } from './checkpoint.ts';
import { createRecallFeed, createTextFeed, type Feed } from './feed.ts';
import { hashTokens } from './hash.ts';
import type { NextSymbolTask, RecallTask, RunConfig, RunFailure, RunInfo } from './protocol.ts';

/** A config brought to the point where training can begin, whatever computes it. */
export interface PreparedRun {
  readonly config: RunConfig;
  readonly network: NextSymbolShape;
  readonly layout: ParameterLayout;
  readonly info: RunInfo;
  /** Null for recall. */
  readonly vocabulary: Vocabulary | null;
  /** Null for next-symbol. */
  readonly recall: RecallShape | null;
  readonly textHash: number;
  readonly vocabularyHash: number;
  createFeed(random: Random, position: number): Feed;
}

export type PrepareResult =
  | { readonly ok: true; readonly run: PreparedRun }
  | { readonly ok: false; readonly failure: RunFailure };

/** Tokens, vocabulary, streams, shapes. A text that is too short is an error value. */
export function prepareRun(config: RunConfig): PrepareResult {
  const { task } = config;
  return task.kind === 'next-symbol' ? prepareText(config, task) : prepareRecall(config, task);
}

/** A learner's text as the model's tokens. */
export function tokenizeFor({ level }: Pick<NextSymbolTask, 'level'>, text: string): string[] {
  return level === 'word' ? tokenizeWords(text) : tokenizeCharacters(text);
}

function prepareText(config: RunConfig, task: NextSymbolTask): PrepareResult {
  const tokens = tokenizeFor(task, task.text);
  const vocabulary = createVocabulary(tokens, { size: task.vocabulary });
  const cut = createStreams(encode(vocabulary, tokens), config);
  if (!cut.ok) return { ok: false, failure: cut.error };
  const { streams, notices } = cut;
  const { cell: spec, hidden, layers } = config;
  const network: NextSymbolShape = { spec, vocabulary: vocabulary.tokens.length, hidden, layers };
  const run = complete(config, network, vocabulary.tokens, {
    tokens: tokens.length,
    batch: streams.batch,
    steps: streams.steps,
    notices,
  });
  const createFeed: PreparedRun['createFeed'] = (random, position) =>
    createTextFeed(streams, random, position);
  return { ok: true, run: { ...run, vocabulary, recall: null, createFeed } };
}

function prepareRecall(config: RunConfig, { symbols, delay }: RecallTask): PrepareResult {
  const { cell: spec, hidden, layers, batch } = config;
  const recall: RecallShape = { spec, symbols, delay, hidden, layers };
  const run = complete(config, recallNetwork(recall), recallTokens(symbols), {
    tokens: 0,
    batch,
    steps: recallSteps(recall),
    notices: [],
  });
  const createFeed: PreparedRun['createFeed'] = (random) => createRecallFeed(recall, batch, random);
  return { ok: true, run: { ...run, vocabulary: null, recall, createFeed } };
}

function complete(
  config: RunConfig,
  network: NextSymbolShape,
  vocabulary: readonly string[],
  facts: Pick<RunInfo, 'tokens' | 'batch' | 'steps' | 'notices'>,
) {
  const layout = nextSymbolLayout(network);
  return {
    config,
    network,
    layout,
    info: { vocabulary, parameterCount: layout.length, ...facts },
    textHash: configTextHash(config),
    vocabularyHash: hashTokens(vocabulary),
  };
}
