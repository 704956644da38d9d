import { type UnrolledSettings, withDefaults } from '../../../instruments/unrolled/settings.ts';

/** What the lesson's live figure starts from, and what its links leave out. */
export const LIVE_DEFAULTS = {
  cell: 'rnn',
  layers: 3,
  layer: 2,
  order: 'wavefront',
  sentence: 'the whale which the captain saw was white',
  at: 3,
  lane: 'hidden',
} as const satisfies Partial<UnrolledSettings>;

/** The link's table of the lesson's main figure; its stops are written in it. */
export const LIVE_TABLE = withDefaults(LIVE_DEFAULTS);
