import { likenesses } from './FeatureFigure.tsx';
import type { FeatureTable } from './features.ts';

/** Of all words *queen* is the most like *girl*. */
export const isPrincess = (table: FeatureTable): boolean =>
  likenesses(table, table.words.indexOf('girl'))[0]?.word === 'queen';
