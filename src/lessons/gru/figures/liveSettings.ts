import {
  type CellChoice,
  type UnrolledSettings,
  withDefaults,
} from '../../../instruments/unrolled/settings.ts';

/** The GRUs that the lesson speaks of, from the simplest on. */
export const GRUS = [
  'gru-simplified',
  'gru',
  'gru-reset-after',
  'gru-keeps',
] as const satisfies readonly CellChoice[];
export type GruChoice = (typeof GRUS)[number];

export const LIVE_DEFAULTS: Partial<UnrolledSettings> = {
  cell: 'gru-simplified',
  sentence: 'the whale which the captains saw was white',
  lossStep: 6,
  hidden: 8,
  vocabulary: 1000,
  at: 3,
  lane: 'update',
  logScale: true,
};

/** The link's table of the lesson's main figure; its stops are written in it. */
export const LIVE_TABLE = withDefaults(LIVE_DEFAULTS);
