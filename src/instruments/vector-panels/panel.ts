import type { VectorSet } from '../../store/vectors-state.ts';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import type { FilledSettings } from './examples.ts';
import type { PanelSettings } from './settings.ts';

export type { Pointing } from '../word-map/NeighbourLists.tsx';

/** What every panel is given: the open set, its settings, and which words are pointed at, here and elsewhere on the page. */
export interface PanelProps {
  readonly set: VectorSet;
  readonly settings: FilledSettings;
  readonly change: (part: Partial<PanelSettings>) => void;
  readonly pointing: Pointing;
}

/** Whether the set's words are single Chinese characters. */
export const hasCharacters = ({ info }: VectorSet): boolean => info.builtIn === 'characters';
