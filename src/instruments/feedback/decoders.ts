import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { readSequence } from '../../models/network/reading.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import { mostProbableOf, runFree } from '../../models/tasks/free-running.ts';
import { createTask, type TaskSpec } from '../../models/tasks/spec.ts';
import { DIGITS, type Feedback, readTokens, spelling } from '../../models/tasks/spell-digit.ts';
import type { SequenceTask } from '../../models/tasks/task.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** What a step knows of the past: everything, through the hidden state; the last letter; the last letter and the digit. */
export const DECODERS = ['teacher', 'letter', 'digit-letter'] as const satisfies readonly Feedback[];
export type Decoder = (typeof DECODERS)[number];

const HIDDEN = 12;
export const LAST_STEP = 400;

const specOf = (decoder: Decoder): TaskSpec => ({ name: 'spell-digit', feedback: decoder });

export interface DecoderModel {
  readonly decoder: Decoder;
  readonly task: SequenceTask;
  readonly network: TokenNetwork;
}

export function decoderModel(decoder: Decoder): DecoderModel {
  const task = createTask(specOf(decoder));
  const sizes = { spec: DEFAULT_RNN, hidden: HIDDEN, layers: 1, directions: 'forward' } as const;
  return { decoder, task, network: taskNetwork(task, sizes) };
}

/** As many letters a training step for each: sequences of one step count for one. */
const BATCH: Readonly<Record<Decoder, number>> = { teacher: 16, letter: 80, 'digit-letter': 80 };

export const decoderConfig = (decoder: Decoder, seed: number): RunConfig => ({
  task: { kind: 'generated', spec: specOf(decoder) },
  cell: DEFAULT_RNN,
  hidden: HIDDEN,
  layers: 1,
  directions: 'forward',
  batch: BATCH[decoder],
  steps: 1,
  optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 1,
  biases: {},
  seed,
});

/** ŷ while the right letters of a digit's name are read, a row (classes) for each. */
export function readName(
  model: DecoderModel,
  parameters: Float64Array,
  digit: number,
): readonly Float64Array[] {
  const { decoder, task, network } = model;
  const tokens = readTokens(decoder, digit, spelling(digit));
  const ids = Int32Array.from(tokens, (token) => task.inputs.indexOf(token));
  const read = (some: Int32Array) => readSequence(network, parameters, some).probabilities;
  if (decoder !== 'teacher') return Array.from(ids, (id) => read(Int32Array.of(id)));
  const all = read(ids);
  return Array.from(ids, (_, t) => all.subarray(t * network.classes, (t + 1) * network.classes));
}

/** What the decoder writes from a digit on, with its own letters fed back; cut off when it does not end. */
export function writeName(
  { decoder, task, network }: DecoderModel,
  parameters: Float64Array,
  digit: number,
): string {
  const first = DIGITS[digit] ?? '';
  const { said } = runFree(network, parameters, {
    starts: Int32Array.of(task.inputs.indexOf(first)),
    steps: 9,
    choose: mostProbableOf,
    feed: (symbol) => {
      const letter = task.classes[symbol] ?? '';
      return task.inputs.indexOf(decoder === 'digit-letter' ? first + letter : letter);
    },
    carry: decoder === 'teacher',
  });
  return Array.from(said, (symbol) => task.classes[symbol] ?? '').join('');
}

/** A letter of a name, and what comes after it. */
export interface Follower {
  readonly digit: number;
  /** The letters before what follows. */
  readonly before: string;
  readonly follows: string;
  /** At which step it is to be said, from 0. */
  readonly step: number;
}

/** Every place in the ten names that comes after this letter. */
export function followersOf(letter: string): readonly Follower[] {
  return DIGITS.flatMap((_, digit) => {
    const symbols = spelling(digit);
    return symbols.flatMap((follows, step) => {
      if (step === 0 || symbols[step - 1] !== letter) return [];
      return [{ digit, before: symbols.slice(0, step).join(''), follows, step }];
    });
  });
}

/** Letters after which not always the same comes. */
export const AMBIGUOUS: readonly string[] = [...new Set(DIGITS.flatMap((_, digit) => spelling(digit)))]
  .filter((letter) => new Set(followersOf(letter).map(({ follows }) => follows)).size > 1)
  .sort();

/**
 * The share of the right symbol among all places that look the same to a decoder. A decoder that says these shares has the
 * smallest loss that it can have.
 */
export function shareOf(decoder: Decoder, { digit, before, follows }: Follower): number {
  if (decoder === 'teacher') return 1;
  const alike = followersOf(before.at(-1) ?? '').filter(
    (other) => decoder === 'letter' || other.digit === digit,
  );
  return alike.filter((other) => other.follows === follows).length / alike.length;
}
