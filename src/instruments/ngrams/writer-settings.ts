import { choice, integer } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';
import {
  SAMPLING_TABLE,
  type SamplingSettings,
  SCORE_TABLE,
  type ScoreSettings,
} from '../sampling/settings.ts';
import { MOST_ORDER } from './reference.ts';

/** Whose words these are: the network's that learns on this page, or an n-gram model's of the same text. */
export interface WriterSettings {
  readonly writer: 'network' | 'ngram';
  readonly order: number;
}

const WRITER_TABLE: Table<WriterSettings> = {
  writer: { key: 'by', codec: choice('network', ['network', 'ngram']) },
  order: { key: 'n', codec: integer(3, 1, MOST_ORDER) },
};

export type WritingSettings = SamplingSettings & WriterSettings;
export type JudgingSettings = ScoreSettings & WriterSettings;

export const WRITING_TABLE: Table<WritingSettings> = {
  ...withFallbacks(SAMPLING_TABLE, { begin: 'The ', length: 300 }),
  ...WRITER_TABLE,
};

export const JUDGING_TABLE: Table<JudgingSettings> = {
  ...withFallbacks(SCORE_TABLE, {
    sentence: 'the white whale',
    other: 'the whale white',
    comparing: true,
  }),
  ...WRITER_TABLE,
};
