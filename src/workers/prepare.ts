import { createHeldOutText, type HeldOutText, heldOutStart } from '../models/language/held-out.ts';
import { type NextSymbolShape, networkOf } from '../models/language/next-symbol.ts';
import { createStreams } from '../models/language/streams.ts';
import { networkLayout, type TokenNetwork } from '../models/network/token-network.ts';
import type { ParameterLayout } from '../models/parameters.ts';
import type { Random } from '../models/random.ts';
import { type RecallShape, recallNetwork, recallSteps, recallTokens } from '../models/recall/recall.ts';
import { createTask } from '../models/tasks/spec.ts';
import { taskNetwork } from '../models/tasks/task-network.ts';
import { type EncodedText, encodeText, idsOfText, vocabularyOfText } from '../models/text/encode-text.ts';
import type { Vocabulary } from '../models/text/vocabulary.ts';
import { withoutText } from './checkpoint.ts';
import { createRecallFeed, createTaskFeed, createTextFeed, type Feed } from './feed.ts';
import { hashText, hashTokens } from './hash.ts';
import type {
  GeneratedTask,
  NextSymbolTask,
  RecallTask,
  RunConfig,
  RunFailure,
  RunInfo,
} from './protocol.ts';

/** A config brought to the point where training can begin, whatever computes it. */
export interface PreparedRun {
  /** Without the text: what is needed of it is in the ids. */
  readonly config: RunConfig;
  readonly network: TokenNetwork;
  readonly layout: ParameterLayout;
  readonly info: RunInfo;
  /** Of a text; null for sequences that are made. */
  readonly vocabulary: Vocabulary | null;
  /** What measures the model and is not learnt from; null where there is none. */
  readonly heldOut: HeldOutText | null;
  /** Whether steps report the share of right answers. */
  readonly hasAccuracy: boolean;
  readonly textHash: number;
  readonly vocabularyHash: number;
  createFeed(random: Random, position: number): Feed;
}

export type PrepareResult =
  | { readonly ok: true; readonly run: PreparedRun }
  | { readonly ok: false; readonly failure: RunFailure };

/** Tokens, vocabulary, streams, shapes. A text that is too short is an error value. */
export function prepareRun(config: RunConfig): PrepareResult {
  const work = preparing(config);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same, a few milliseconds of work at a time; says how much of the text is read, in UTF-16 units. */
export function* preparing(config: RunConfig): Generator<number, PrepareResult> {
  const { task } = config;
  switch (task.kind) {
    case 'next-symbol':
      return prepareTokens(config, task, yield* encodeText(task.text, task));
    case 'recall':
      return { ok: true, run: prepareRecall(config, task) };
    case 'generated':
      return { ok: true, run: prepareGenerated(config, task) };
  }
}

/** The vocabulary is that of the part that is learnt from: what only the held-out part has is ⟨UNK⟩ there. */
function prepareTokens(config: RunConfig, task: NextSymbolTask, encoded: EncodedText): PrepareResult {
  const end = heldOutStart(encoded.length, task.heldOut?.share ?? 0);
  const vocabulary = vocabularyOfText(encoded, { size: task.vocabulary, until: end });
  const ids = idsOfText(encoded, vocabulary);
  const cut = createStreams(ids.subarray(0, end), config);
  if (!cut.ok) return { ok: false, failure: cut.error };
  const { streams, notices } = cut;
  const held = ids.slice(end, end + (task.heldOut?.tokens ?? 0));
  const heldOut = createHeldOutText(held, streams);
  const { cell: spec, hidden, layers } = config;
  const symbols: NextSymbolShape = { spec, vocabulary: vocabulary.tokens.length, hidden, layers };
  const run = complete(config, networkOf(symbols), {
    vocabulary: vocabulary.tokens,
    classes: vocabulary.tokens,
    tokens: end,
    counts: vocabulary.counts,
    heldOut: heldOut?.predictions ?? 0,
    batch: streams.batch,
    steps: streams.steps,
    notices,
  });
  const createFeed: PreparedRun['createFeed'] = (random, position) =>
    createTextFeed(streams, random, position);
  return { ok: true, run: { ...run, vocabulary, heldOut, hasAccuracy: false, createFeed } };
}

function prepareRecall(config: RunConfig, { symbols, delay }: RecallTask): PreparedRun {
  const { cell: spec, hidden, layers, batch } = config;
  const recall: RecallShape = { spec, symbols, delay, hidden, layers };
  const shape = recallNetwork(recall);
  const tokens = recallTokens(symbols);
  const facts = { vocabulary: tokens, classes: tokens, steps: recallSteps(recall) };
  return {
    ...complete(config, networkOf(shape), { ...facts, ...endless(config) }),
    createFeed: (random) => createRecallFeed(recall, batch, random),
    vocabulary: null,
    heldOut: null,
    hasAccuracy: true,
  };
}

function prepareGenerated(config: RunConfig, { spec }: GeneratedTask): PreparedRun {
  const { cell, hidden, layers, directions, batch } = config;
  const task = createTask(spec);
  const network = taskNetwork(task, { spec: cell, hidden, layers, directions });
  const facts = { vocabulary: task.inputs, classes: task.classes, steps: task.steps };
  return {
    ...complete(config, network, { ...facts, ...endless(config) }),
    createFeed: (random) => createTaskFeed(task, batch, random),
    vocabulary: null,
    heldOut: null,
    hasAccuracy: true,
  };
}

/** Sequences that are made are as many as asked for. */
function endless({ batch }: RunConfig): Pick<RunInfo, 'tokens' | 'counts' | 'heldOut' | 'batch' | 'notices'> {
  return { tokens: 0, counts: [], heldOut: 0, batch, notices: [] };
}

function complete(config: RunConfig, network: TokenNetwork, facts: Omit<RunInfo, 'parameterCount'>) {
  const layout = networkLayout(network);
  return {
    config: withoutText(config),
    network,
    layout,
    info: { parameterCount: layout.length, ...facts },
    textHash: config.task.kind === 'next-symbol' ? hashText(config.task.text) : 0,
    vocabularyHash: hashTokens([...new Set([...facts.vocabulary, ...facts.classes])]),
  };
}
