import { createPublished } from '../../../instruments/live/published.ts';
import { type UnrolledSettings, withDefaults } from '../../../instruments/unrolled/settings.ts';
import type { UnrolledView } from '../../../instruments/unrolled/view.ts';

/** "the" stands twice: the same word in, another state out. */
export const LIVE_DEFAULTS: Partial<UnrolledSettings> = {
  cell: 'rnn',
  sentence: 'the whale saw the ship',
  hidden: 5,
  vocabulary: 1000,
  at: 4,
  lane: 'hidden',
  logScale: true,
};

/** The link's table of the lesson's main figure; its stops are written in it. */
export const LIVE_TABLE = withDefaults(LIVE_DEFAULTS);

/** The page's running network, which its other figures look at too. */
export const LIVE = createPublished<UnrolledView>();
