import { batchAhead } from '../taggers/look-ahead.ts';
import { scoreTags, type TagScore } from '../taggers/score.ts';
import type { Tagger } from '../taggers/shared-taggers.ts';
import { HELD_OUT } from '../taggers/task.ts';
import { MOST_AHEAD } from './settings.ts';

/** Scores on the held-out sentences for 0, 1, … words of look-ahead. */
export function lookAheadScores({ network, flat }: Pick<Tagger, 'network' | 'flat'>): readonly TagScore[] {
  return Array.from({ length: MOST_AHEAD + 1 }, (_, ahead) =>
    scoreTags(batchAhead(network, flat, HELD_OUT, ahead), HELD_OUT),
  );
}
