import type { HandedModel } from '../../../instruments/gate-lab/handed-model.ts';
import { text as textCodec } from '../../../url/codecs.ts';
import { fallbackState, readFragment, type Table, writeFragment } from '../../../url/fragment.ts';
import type { LabNetwork } from '../model.ts';
import { tableText } from '../state/numbers.ts';
import { type Plan, planOf } from '../state/plan.ts';
import { GATE_TABLE, type GateSettings } from '../state/settings.ts';
import { symbolList } from '../state/symbols.ts';
import type { SavedWith } from './saved-with.ts';

/** What goes through the network: the fields of the lab's link that a saved file carries as well. */
type InputFields = Pick<
  GateSettings,
  'input' | 'level' | 'ends' | 'symbols' | 'text' | 'sentence' | 'numbers' | 'task' | 'example' | 'classes'
>;

const NAME = 'gate-input';
/** A file has room that a link has not. */
const FILE_BYTES = 2 ** 20;
const { input, level, ends, symbols, text, sentence, numbers, task, example, classes } = GATE_TABLE;
const TABLE: Table<InputFields> = {
  input,
  level,
  ends,
  symbols: { ...symbols, codec: symbolList(FILE_BYTES) },
  text: { ...text, codec: textCodec(text.codec.fallback, FILE_BYTES) },
  sentence: { ...sentence, codec: textCodec(sentence.codec.fallback, FILE_BYTES) },
  numbers: { ...numbers, codec: tableText(numbers.codec.fallback, FILE_BYTES) },
  task,
  example,
  classes,
};

/** The input on screen as a file carries it: the words of its symbols for others, its settings for the lab. */
export function savedInput(settings: GateSettings, plan: Plan): SavedWith {
  const vocabulary = plan.input.kind === 'symbols' ? plan.input.vocabulary : null;
  return { vocabulary, context: writeFragment(TABLE, NAME, settings) };
}

/** The input of a language model: its own tokens, and a passage for it to read. */
export function languageInput(
  model: Pick<HandedModel, 'vocabulary' | 'level' | 'ends' | 'passage'>,
): SavedWith {
  const { vocabulary, level, passage } = model;
  const fields: InputFields = {
    ...fallbackState(TABLE),
    input: 'text',
    level,
    ends: model.ends ?? 'none',
    symbols: JSON.stringify(vocabulary),
    sentence: passage,
  };
  return { vocabulary, context: writeFragment(TABLE, NAME, fields) };
}

/** The settings of the input that a file was saved with; null when there is none, or the network does not fit on it. */
export function openedInput(
  settings: GateSettings,
  { context }: SavedWith,
  network: LabNetwork,
): InputFields | null {
  const read = context === null ? null : readFragment(TABLE, NAME, context);
  if (!read || read.notices.length > 0) return null;
  const fields = { ...fallbackState(TABLE), ...read.state };
  const plan = planOf({ ...settings, ...fields, head: network.classes !== null });
  const isSame =
    plan.network.stack.inputs === network.stack.inputs && plan.network.classes === network.classes;
  return isSame ? fields : null;
}
