import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import type { AnsweredSpec } from '../../models/tasks/answers.ts';
import { createTask } from '../../models/tasks/spec.ts';
import type { SequenceTask } from '../../models/tasks/task.ts';
import { taskNetwork } from '../../models/tasks/task-network.ts';
import type { RunConfig } from '../../workers/protocol.ts';

/** By lengths: T_x against T_y. */
export const TYPES = ['one-one', 'one-many', 'many-one', 'many-many', 'unequal'] as const;
export type SequenceType = (typeof TYPES)[number];

/** By what is handed on (Goodfellow et al. 2016, figures 10.3 to 10.5). */
export const RECURRENCES = ['hidden', 'output', 'last'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

/** The figure's drawings: the five types, and the output recurrence, which is one to many too. */
export const FORMS = [...TYPES, 'output'] as const;
export type Form = (typeof FORMS)[number];

export interface FormFacts {
  readonly type: SequenceType;
  /** Null where there is one step, and nothing to hand on. */
  readonly recurrence: Recurrence | null;
  readonly spec: AnsweredSpec;
  readonly hidden: number;
  readonly learningRate: number;
  /** Step at which training stops: well after it is learnt, from any seed that was tried. */
  readonly until: number;
}

const LONGEST = { quotes: 10, verdict: 4, reverse: 3 } as const;

export const FORM_FACTS: Readonly<Record<Form, FormFacts>> = {
  'one-one': {
    type: 'one-one',
    recurrence: null,
    spec: { name: 'vowels' },
    hidden: 6,
    learningRate: 0.03,
    until: 200,
  },
  'one-many': {
    type: 'one-many',
    recurrence: 'hidden',
    spec: { name: 'spell-digit', feedback: 'teacher' },
    hidden: 12,
    learningRate: 0.02,
    until: 300,
  },
  'many-one': {
    type: 'many-one',
    recurrence: 'last',
    spec: { name: 'verdict', longest: LONGEST.verdict },
    hidden: 12,
    learningRate: 0.02,
    until: 400,
  },
  'many-many': {
    type: 'many-many',
    recurrence: 'hidden',
    spec: { name: 'quotes', steps: LONGEST.quotes },
    hidden: 12,
    learningRate: 0.02,
    until: 600,
  },
  unequal: {
    type: 'unequal',
    recurrence: 'hidden',
    spec: { name: 'reverse', letters: 4, longest: LONGEST.reverse },
    hidden: 24,
    learningRate: 0.01,
    until: 400,
  },
  output: {
    type: 'one-many',
    recurrence: 'output',
    spec: { name: 'spell-digit', feedback: 'letter' },
    hidden: 12,
    learningRate: 0.02,
    until: 400,
  },
};

/** The drawing of a recurrence, staying where one is already. */
export function formOf(recurrence: Recurrence, now: Form): Form {
  if (FORM_FACTS[now].recurrence === recurrence) return now;
  return ({ hidden: 'many-many', output: 'output', last: 'many-one' } as const)[recurrence];
}

/** Seconds that a whole training takes: fast machines wait, so that it can be watched. */
export const SECONDS = 4;
const BATCH = 16;

export function formConfig(form: Form, seed: number): RunConfig {
  const { spec, hidden, learningRate } = FORM_FACTS[form];
  return {
    task: { kind: 'generated', spec },
    cell: DEFAULT_RNN,
    hidden,
    layers: 1,
    directions: 'forward',
    batch: BATCH,
    steps: 1,
    optimizer: { kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 1,
    biases: {},
    seed,
  };
}

/** The task of a form, and the network that plays it. */
export function formModel(form: Form): { readonly task: SequenceTask; readonly network: TokenNetwork } {
  const { spec, hidden } = FORM_FACTS[form];
  const task = createTask(spec);
  return {
    task,
    network: taskNetwork(task, { spec: DEFAULT_RNN, hidden, layers: 1, directions: 'forward' }),
  };
}
