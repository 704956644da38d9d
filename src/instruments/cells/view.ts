import { useMemo } from 'react';
import type { PassageToken } from '../../components/text/PassageChunk.tsx';
import { UNKNOWN_ID } from '../../models/text/vocabulary.ts';
import { tokenGaps } from '../../models/units/gaps.ts';
import { type Found, unitValues } from '../../models/units/search.ts';
import { surprise } from '../../models/units/span.ts';
import { chooseFeature, chooseSpan, chooseUnit, type Stretch } from './choose.ts';
import type { ReadPassage } from './reader.ts';
import type { CellsSettings } from './settings.ts';
import type { Search } from './useSearch.ts';

/**
 * What the parts of the panel show, of one reading. It does not change while a reader only points at other tokens or boxes:
 * those parts that do not depend on it are not drawn anew then.
 */
export interface CellsView {
  readonly search: Search;
  readonly change: (part: Partial<CellsSettings>) => void;
  readonly mode: CellsSettings['cellMode'];
  readonly signs: CellsSettings['cellSigns'];
  /** The passage as it is shown. */
  readonly tokens: readonly PassageToken[];
  /** What is looked for; null where nothing changes in the passage. */
  readonly feature: Found | null;
  /** Place of the unit on show among all units, its layer and its number, all counted from 0. */
  readonly column: number;
  readonly layer: number;
  readonly unit: number;
  /** The unit over the passage: tanh c or a. */
  readonly values: Float32Array;
  /** −log₂ P of every token, bits. */
  readonly bits: Float32Array;
  readonly span: Stretch | null;
}

/** Token that is pointed at, counted from 0. */
export function pointedAt({ tokens, span }: CellsView, { cellAt }: Pick<CellsSettings, 'cellAt'>): number {
  return cellAt > 0 && cellAt <= tokens.length ? cellAt - 1 : (span?.from ?? 0);
}

function useTokens(read: ReadPassage | null): readonly PassageToken[] {
  return useMemo(() => {
    if (!read) return [];
    const { reading, passage, model } = read;
    const gaps = tokenGaps(passage.text, reading.tokens, model.config.task);
    return reading.tokens.map((text, t) => ({
      text,
      gap: gaps[t] ?? '',
      known: reading.ids[t] !== UNKNOWN_ID,
    }));
  }, [read]);
}

/** The chosen unit over the passage, and how surprising each token is. */
function useNumbers(search: Search | null, layer: number, unit: number) {
  const bits = useMemo(
    () => surprise(search?.read.reading ?? { logProbabilities: new Float32Array(0) }),
    [search],
  );
  const values = useMemo(() => {
    const read = search?.read.reading.layers[layer];
    const length = search?.read.reading.tokens.length ?? 0;
    return search && read ? unitValues(read, unit, search.lane, length) : new Float32Array(0);
  }, [search, layer, unit]);
  return { bits, values };
}

/** The chosen span: the same object as long as it is the same stretch. */
function useSpan(search: Search | null, feature: Found | null, settings: CellsSettings): Stretch | null {
  const span = search && chooseSpan(search.tracks, feature?.track ?? null, settings);
  const { from = -1, to = -1 } = span ?? {};
  return useMemo(() => (to > from ? { from, to } : null), [from, to]);
}

/** The reader's choices, brought to what there is; null until the first search is done, or where there is no token. */
export function useView(
  search: Search | null,
  settings: CellsSettings,
  change: CellsView['change'],
): CellsView | null {
  const tokens = useTokens(search?.read ?? null);
  const feature = search ? chooseFeature(search.found, settings.cellFeature) : null;
  const column = search ? chooseUnit(search.columns.places, feature, settings) : -1;
  const { layer, unit } = search?.columns.places[column] ?? { layer: 0, unit: 0 };
  const { bits, values } = useNumbers(search, layer, unit);
  const span = useSpan(search, feature, settings);
  const { cellMode: mode, cellSigns: signs } = settings;
  return useMemo(() => {
    if (!search || tokens.length === 0) return null;
    return { search, change, mode, signs, tokens, feature, column, layer, unit, values, bits, span };
  }, [search, change, mode, signs, tokens, feature, column, layer, unit, values, bits, span]);
}
