import type { BoxPlace } from '../../components/diagrams/sequence/sequenceTypes.ts';
import { choice, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { FORMS, type Form } from './forms.ts';

/** Everything about the figure that a link carries. */
export interface TypesSettings {
  readonly form: Form;
  /** The learner's own input for each task. */
  readonly letter: string;
  readonly digit: string;
  readonly review: string;
  readonly quotes: string;
  readonly word: string;
  readonly seed: number;
  /** The selected box; steps and units are counted from 1. */
  readonly box: BoxPlace['kind'];
  readonly at: number;
  readonly unit: number;
}

const BYTES = 120;

export const TYPES_TABLE: Table<TypesSettings> = {
  form: { key: 'form', codec: choice('one-many', FORMS) },
  letter: { key: 'letter', codec: text('e', BYTES) },
  digit: { key: 'digit', codec: text('3', BYTES) },
  review: { key: 'review', codec: text('the film was really not good', BYTES) },
  quotes: { key: 'quotes', codec: text('a"bcd"efg', BYTES) },
  word: { key: 'word', codec: text('dab', BYTES) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
  box: { key: 'box', codec: choice('state', ['input', 'state', 'output']) },
  at: { key: 't', codec: integer(1, 1, 40) },
  unit: { key: 'unit', codec: integer(1, 1, 64) },
};

export const TEXT_FIELDS = {
  'one-one': 'letter',
  'one-many': 'digit',
  'many-one': 'review',
  'many-many': 'quotes',
  unequal: 'word',
  output: 'digit',
} as const satisfies Readonly<Record<Form, keyof TypesSettings>>;
