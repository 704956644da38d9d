import { choice, integer } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';
import { SENTENCES, type SentenceName } from '../taggers/figure-settings.ts';
import { TAGGER_TABLE, type TaggerSettings } from '../taggers/tagger-settings.ts';
import { MOST_WORDS } from '../taggers/task.ts';

export const READERS = ['forward', 'both', 'ahead'] as const;
export type Reader = (typeof READERS)[number];
/** Words of look-ahead on offer. */
export const MOST_AHEAD = 7;
/** More moments than any sentence has. */
const MOST_MOMENTS = MOST_WORDS * MOST_WORDS;

export interface WaitingSettings extends TaggerSettings {
  readonly sentence: SentenceName;
  readonly reader: Reader;
  readonly ahead: number;
  /** Moments that are over: 0 before the first word. */
  readonly moment: number;
  readonly at: number;
  readonly chain: 'forward' | 'backward';
}

export const WAITING_TABLE: Table<WaitingSettings> = {
  ...TAGGER_TABLE,
  sentence: { key: 's', codec: choice('first', SENTENCES) },
  reader: { key: 'reader', codec: choice('both', READERS) },
  ahead: { key: 'k', codec: integer(1, 0, MOST_AHEAD) },
  moment: { key: 'm', codec: integer(3, 0, MOST_MOMENTS) },
  at: { key: 't', codec: integer(3, 1, MOST_WORDS) },
  chain: { key: 'chain', codec: choice('forward', ['forward', 'backward']) },
};
