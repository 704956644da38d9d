import { directionCount, type StackSpec } from '../../../models/cells/stack.ts';
import { NO_TARGET } from '../../../models/dense/losses.ts';
import { createRandom } from '../../../models/random.ts';
import { createTask, type TaskSpec } from '../../../models/tasks/spec.ts';
import { exampleAt, type SequenceTask } from '../../../models/tasks/task.ts';
import { tokenize } from '../../../models/text/tokenize.ts';
import {
  createVocabulary,
  encode,
  UNKNOWN_ID,
  type Vocabulary,
  vocabularyOf,
} from '../../../models/text/vocabulary.ts';
import type { LabInput, LabNetwork } from '../model.ts';
import { type NumberTable, readTable } from './numbers.ts';
import {
  cellOf,
  type GateSettings,
  type LabTask,
  MODEL_FIELDS,
  MOST_STEPS,
  MOST_SYMBOLS,
} from './settings.ts';
import { readSymbols } from './symbols.ts';

/** A column of the drawing. */
export interface LabToken {
  readonly text: string;
  readonly known: boolean;
}

/** What the settings ask for: a network, and what goes through it. */
export interface Plan {
  readonly network: LabNetwork;
  readonly input: LabInput;
  /** T of them, at least one. */
  readonly tokens: readonly LabToken[];
  /** Class to name at each step, `NO_TARGET` where nothing is asked; null: nobody knows what is right. */
  readonly targets: Int32Array | null;
  /** Texts of the classes; empty without read-out. */
  readonly classes: readonly string[];
  /** Steps that were asked for; more than T when the end was left out. */
  readonly asked: number;
}

/** What the inputs are, before the network is. */
interface Fed extends Omit<Plan, 'network' | 'classes'> {
  readonly inputs: number;
  readonly classes: readonly string[];
}

export const TASK_SPECS: Readonly<Record<LabTask, TaskSpec>> = {
  'hold-bit': { name: 'hold-bit', steps: 10 },
  names: { name: 'names', split: 'train' },
  quotes: { name: 'quotes', steps: 12 },
  agreement: { name: 'agreement', distances: [3, 5, 8] },
};

const memo = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  let last: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
};

const taskOf = memo((name: LabTask): SequenceTask => createTask(TASK_SPECS[name]));

type Reading = Pick<GateSettings, 'level' | 'ends' | 'symbols'>;

const cut = (text: string, { level, ends }: Reading): readonly string[] =>
  tokenize(text, ends === 'none' ? { level } : { level, ends });

/** The tokens that a model brought, or the symbols of the text, as a run on the same text numbers them. */
function knownTokens({ text, ...reading }: Reading & Pick<GateSettings, 'text'>): Vocabulary {
  const brought = readSymbols(reading.symbols);
  return brought ? vocabularyOf(brought) : createVocabulary(cut(text, reading), { size: MOST_SYMBOLS });
}

/** Each step is to name the symbol that follows. */
function nextOf(ids: Int32Array): Int32Array {
  return ids.map((_, step) => ids[step + 1] ?? NO_TARGET);
}

function fedByText(settings: GateSettings): Fed {
  const vocabulary = knownTokens(settings);
  const all = cut(settings.sentence === '' ? settings.text : settings.sentence, settings);
  const found = all.length > 0 ? all : [vocabulary.tokens[UNKNOWN_ID] ?? ''];
  const texts = found.slice(0, MOST_STEPS);
  const ids = encode(vocabulary, texts);
  return {
    inputs: vocabulary.tokens.length,
    input: { kind: 'symbols', ids, vocabulary: vocabulary.tokens },
    tokens: texts.map((text, step) => ({ text, known: ids[step] !== UNKNOWN_ID })),
    targets: nextOf(ids),
    classes: vocabulary.tokens,
    asked: found.length,
  };
}

function fedByTask({ task: name, example }: GateSettings): Fed {
  const task = taskOf(name);
  const { ids, targets } = exampleAt(task.sample(createRandom(example), 1), 0);
  return {
    inputs: task.inputs.length,
    input: { kind: 'symbols', ids: Int32Array.from(ids), vocabulary: task.inputs },
    tokens: ids.map((id) => ({ text: task.inputs[id] ?? '', known: true })),
    targets: Int32Array.from(targets),
    classes: task.classes,
    asked: ids.length,
  };
}

const EMPTY_TABLE: NumberTable = { rows: 1, columns: 1, values: new Float64Array(1) };

/** A row of a narrow table says its numbers; a wide one is x. */
function rowText({ columns, values }: NumberTable, row: number): string {
  if (columns > 2) return 'x';
  return Array.from(values.subarray(row * columns, (row + 1) * columns), String)
    .join(' ')
    .replaceAll('-', '−');
}

function fedByNumbers({ numbers, classes }: GateSettings): Fed {
  const read = readTable(numbers);
  const table = read.ok ? read.table : EMPTY_TABLE;
  return {
    inputs: table.columns,
    input: { kind: 'numbers', values: table.values },
    tokens: Array.from({ length: table.rows }, (_, row) => ({ text: rowText(table, row), known: true })),
    targets: null,
    classes: Array.from({ length: classes }, (_, index) => String(index + 1)),
    asked: table.rows,
  };
}

const FEEDS = { text: fedByText, task: fedByTask, numbers: fedByNumbers } as const;

/** Network, input and what is asked of it, from the settings alone. */
export function planOf(settings: GateSettings): Plan {
  const { inputs, classes, ...fed } = FEEDS[settings.input](settings);
  const { hidden, layers, directions, head } = settings;
  const stack: StackSpec = { cell: cellOf(settings), inputs, hidden, layers, directions };
  return {
    ...fed,
    network: { stack, classes: head ? classes.length : null },
    classes: head ? classes : [],
    targets: head ? fed.targets : null,
  };
}

/** Why the network cannot be trained on what it reads; null: it can. */
export function trainingObstacle(
  settings: GateSettings,
  { network }: Plan,
): 'no-head' | 'numbers' | 'sees-the-future' | 'own-tokens' | null {
  if (settings.input === 'numbers') return 'numbers';
  if (settings.input === 'text' && settings.symbols !== '') return 'own-tokens';
  if (network.classes === null) return 'no-head';
  return settings.input === 'text' && directionCount(network.stack) === 2 ? 'sees-the-future' : null;
}

/** Fields that decide numbers, but neither network nor input. */
const NUMBERS_ONLY: readonly string[] = ['seed', 'forgetBias', 'edits', 'weights', 'holds'];
const PLAN_FIELDS = MODEL_FIELDS.filter((field) => !NUMBERS_ONLY.includes(field));

/** Whether `planOf` gives the same for both. */
export const asksForTheSame = (a: GateSettings, b: GateSettings): boolean =>
  PLAN_FIELDS.every((field) => a[field] === b[field]);
