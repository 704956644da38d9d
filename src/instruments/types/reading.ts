import type { TypeShape } from '../../layout/sequenceTypes.ts';
import type { SequenceTrace } from '../../models/cells/types.ts';
import { readSequence } from '../../models/network/reading.ts';
import type { TokenNetwork } from '../../models/network/token-network.ts';
import { rightAnswers } from '../../models/tasks/answers.ts';
import { mostProbableOf, runFree } from '../../models/tasks/free-running.ts';
import type { SequenceTask } from '../../models/tasks/task.ts';
import { FORM_FACTS, type Form } from './forms.ts';

/** One step that the network really made. */
export interface ReadStep {
  readonly id: number;
  readonly token: string;
  /** Whether the token is what the network itself said a step before. */
  readonly fed: boolean;
  readonly trace: SequenceTrace;
  /** Which step of `trace` this is. */
  readonly at: number;
  /** a⟨t⟩. */
  readonly values: Float64Array;
  /** ŷ⟨t⟩, all classes: computed at every step, whether it is asked for or not. */
  readonly probabilities: Float64Array;
  readonly asked: boolean;
  /** The most probable class, its text. */
  readonly said: string;
  /** The right answer; null where nothing is asked or nobody knows. */
  readonly answer: string | null;
}

export interface FormModel {
  readonly task: SequenceTask;
  readonly network: TokenNetwork;
  readonly parameters: Float64Array;
}

/** Symbols after which a network that does not end is stopped: three more than the longest name has. */
const PATIENCE = 9;

type Made = Omit<ReadStep, 'asked' | 'answer' | 'fed'>;

function readTogether({ task, network, parameters }: FormModel, ids: readonly number[]): readonly Made[] {
  const { trace, probabilities } = readSequence(network, parameters, Int32Array.from(ids));
  const [layer] = trace.layers[0] ?? [];
  if (!layer) return [];
  return ids.map((id, at) => {
    const row = probabilities.subarray(at * network.classes, (at + 1) * network.classes);
    return {
      id,
      token: task.inputs[id] ?? '',
      trace: layer,
      at,
      values: trace.output.subarray(at * network.hidden, (at + 1) * network.hidden),
      probabilities: row,
      said: task.classes[mostProbableOf(row)] ?? '',
    };
  });
}

/** Tokens that are read when every output is the next input, from one token on. */
function fedIds({ task, network, parameters }: FormModel, first: number, carry: boolean): readonly number[] {
  const { read } = runFree(network, parameters, {
    starts: Int32Array.of(first),
    steps: PATIENCE,
    choose: mostProbableOf,
    feed: (said) => task.inputs.indexOf(task.classes[said] ?? ''),
    carry,
  });
  return Array.from(read).filter((id) => id >= 0);
}

function made(form: Form, model: FormModel, ids: readonly number[]): readonly Made[] {
  const [first = 0] = ids;
  if (form === 'one-many') return readTogether(model, fedIds(model, first, true));
  // Nothing is handed on but the letter: every step is read by itself.
  if (form === 'output') return fedIds(model, first, false).flatMap((id) => readTogether(model, [id]));
  return readTogether(model, ids);
}

/** Lets the form's network read what a learner wrote; with fed forms, and write on. No tokens: no steps. */
export function readForm(form: Form, model: FormModel, tokens: readonly string[]): readonly ReadStep[] {
  if (tokens.length === 0) return [];
  const ids = tokens.map((token) => model.task.inputs.indexOf(token));
  const steps = made(form, model, ids);
  const answers = rightAnswers(
    FORM_FACTS[form].spec,
    steps.map(({ token }) => token),
  );
  const fed = FORM_FACTS[form].type === 'one-many';
  return steps.map((step, t) => {
    return { ...step, fed: fed && t > 0, asked: isAsked(form, tokens, t), answer: answers[t] ?? null };
  });
}

function isAsked(form: Form, tokens: readonly string[], t: number): boolean {
  if (form === 'many-one') return t === tokens.length - 1;
  if (form === 'unequal') return t >= Math.floor(tokens.length / 2);
  return true;
}

/** How probable the class is that is said. */
export const probabilityOf = ({ probabilities }: ReadStep): number => Math.max(...probabilities);

/** Whether a step's answer is right; past the end of the right answer nothing is. Null where nobody can say. */
export function markOf(form: Form, { asked, said, answer }: ReadStep): 'right' | 'wrong' | null {
  if (!asked) return null;
  if (answer === null) return FORM_FACTS[form].type === 'one-many' ? 'wrong' : null;
  return said === answer ? 'right' : 'wrong';
}

/** The drawing of what was read. */
export function shapeOf(form: Form, steps: readonly ReadStep[]): TypeShape {
  return {
    columns: steps.map(({ asked }, t) => ({ input: form !== 'output' || t === 0, output: asked })),
    recurrent: form !== 'output' && form !== 'one-one',
    feed: form === 'output' ? 'state' : form === 'one-many' ? 'input' : 'none',
  };
}
