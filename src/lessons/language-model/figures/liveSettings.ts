import { type UnrolledSettings, withDefaults } from '../../../instruments/unrolled/settings.ts';

/** A small network that reads and foretells single characters. */
export const LIVE_DEFAULTS: Partial<UnrolledSettings> = {
  cell: 'gru',
  hidden: 32,
  level: 'character',
  vocabulary: 100,
  steps: 32,
  sentence: 'the white whale',
  at: 4,
  lane: 'hidden',
};

/** The link's table of the figure; stops are written in it. */
export const LIVE_TABLE = withDefaults(LIVE_DEFAULTS);
