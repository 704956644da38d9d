import { type UnrolledSettings, withDefaults } from '../../../instruments/unrolled/settings.ts';

/** The lesson's sentence; its error is sent back from "saw", where "was" has to be foretold. */
export const LIVE_DEFAULTS: Partial<UnrolledSettings> = {
  sentence: 'the whale which the captains saw was white',
  lossStep: 6,
  hidden: 8,
  vocabulary: 1000,
  logScale: true,
};

/** The link's table of the lesson's main figure; its stops are written in it. */
export const LIVE_TABLE = withDefaults(LIVE_DEFAULTS);
