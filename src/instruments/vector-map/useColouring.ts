import { useEffect, useMemo, useState } from 'react';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import type { Projection } from '../../store/projection-state.ts';
import { byCluster, byColumn, byRank, type Colouring } from './colouring.ts';
import type { FullRows } from './near.ts';
import type { MapRows } from './rows.ts';
import type { MapSettings } from './settings.ts';
import type { ShownPoints } from './useMapPoints.ts';

interface Clusters {
  readonly labels: Int32Array;
  readonly of: ShownPoints;
}

/** Clusters of the full space, asked for once the points are there. */
function useClusters(projection: Projection | null, shown: ShownPoints | null, count: number | null) {
  const [found, setFound] = useState<Clusters | null>(null);
  useEffect(() => {
    if (!projection || !shown || count === null) return;
    let isWanted = true;
    projection
      .ask({ kind: 'clusters', count: Math.min(count, shown.points.count) })
      .then((answer) => {
        if (isWanted && answer) setFound({ labels: answer.labels, of: shown });
      })
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [projection, shown, count]);
  return found !== null && found.of === shown && count !== null ? found.labels : null;
}

/** Classes of colour as the settings ask for them; null: none, or not known yet. */
export function useColouring(
  projection: Projection | null,
  shown: ShownPoints | null,
  rows: MapRows | null,
  full: FullRows | null,
  { colour, clusters, column }: MapSettings,
): Colouring | null {
  const text = useText(vectorMapMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const labels = useClusters(projection, shown, colour === 'cluster' ? clusters : null);
  return useMemo(() => {
    if (!shown || !rows) return null;
    if (colour === 'rank') return byRank(shown.ids, text('vmap.rank'), (value) => formatWhole(value, tag));
    if (colour === 'cluster' && labels && full) {
      return byCluster(labels, shown.points.labels, full.units, text('vmap.cluster'));
    }
    const values = rows.columns.find(({ name }) => name === column)?.values;
    if (colour !== 'column' || !values) return null;
    const byId = new Map(values.map((value, i) => [rows.ids[i], value]));
    const ordered = Array.from(shown.ids, (id) => byId.get(id) ?? '');
    return byColumn(ordered, column, text('vmap.other'));
  }, [shown, rows, full, colour, labels, column, text, tag]);
}
