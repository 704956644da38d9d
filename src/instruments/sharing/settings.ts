import { integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { STEPS } from './learning.ts';

/** Sentences to start from: a place where the name was seen, and two where it was not. */
export const EXAMPLES = [
  'hermione found a map',
  'the teacher saw hermione',
  'yesterday the teacher saw hermione',
] as const;

/** Everything about the figure that a link carries. */
export interface SharingSettings {
  readonly sentence: string;
  /** Training steps that the nets on show have behind them. */
  readonly trained: number;
  readonly seed: number;
}

export const SHARING_TABLE: Table<SharingSettings> = {
  sentence: { key: 'say', codec: text(EXAMPLES[1], 2048) },
  trained: { key: 'step', codec: integer(STEPS, 0, STEPS) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};
