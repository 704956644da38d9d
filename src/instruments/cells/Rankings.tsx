import { memo, useState } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { UnitStrip } from '../../components/plots/UnitStrip.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { unitValues } from '../../models/units/search.ts';
import styles from './cells.module.css';
import { RankList, type RankRow } from './RankList.tsx';
import type { CellsView } from './view.ts';

/** Units that are listed of all. */
const LISTED = 8;
const PANES = ['features', 'units', 'unit'] as const;
type Pane = (typeof PANES)[number];

function useHeads(first: string, second: 'closeness' | 'strip' = 'closeness') {
  const text = useText(cellMessages);
  return [first, text(`cells.head-${second}`), 'r', text('cells.head-chance')];
}

/** For everything that was looked for: the unit that follows it most closely. */
function FeatureList({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const { search, feature, change } = view;
  const rows = search.found.map((found): RankRow => {
    const best = found.ranks[0];
    const place = search.columns.places[best?.unit ?? 0];
    const names = {
      track: text(`cells.track-${found.track}`),
      layer: (place?.layer ?? 0) + 1,
      unit: (place?.unit ?? 0) + 1,
    };
    return {
      id: found.track,
      label: names.track,
      title: text('cells.choose-feature', names),
      r: best?.correlation ?? 0,
      chance: found.chance,
      chosen: found.track === feature?.track,
      onChoose: () =>
        change({
          cellFeature: found.track,
          cellLayer: 0,
          cellUnit: 0,
          cellMode: 'unit',
          spanFrom: 0,
          cellAt: 0,
        }),
    };
  });
  return (
    <RankList
      caption={text('cells.features-caption', { units: search.columns.places.length })}
      heads={useHeads(text('cells.head-feature'))}
      rows={rows}
      unsure={text('cells.unsure')}
    />
  );
}

/** The units that follow the feature most closely, each over the passage. */
function UnitList({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const heads = useHeads(text('cells.head-unit'), 'strip');
  const { search, feature, column, change } = view;
  if (!feature) return null;
  const { places } = search.columns;
  const { reading } = search.read;
  const shown = feature.ranks.slice(0, LISTED);
  const chosen = feature.ranks.find(({ unit }) => unit === column);
  const listed = chosen && !shown.includes(chosen) ? [...shown, chosen] : shown;
  const track = text(`cells.track-${feature.track}`);
  const rows = listed.map(({ unit: at, correlation }): RankRow => {
    const { layer = 0, unit = 0 } = places[at] ?? {};
    const read = reading.layers[layer];
    const names = { layer: layer + 1, unit: unit + 1, track };
    return {
      id: String(at),
      label: text('cells.unit', names),
      title: text('cells.choose-unit', names),
      r: correlation,
      chance: feature.chance,
      chosen: at === column,
      strip: read ? (
        <UnitStrip
          values={unitValues(read, unit, search.lane, reading.tokens.length)}
          track={search.tracks[feature.track]}
          name={text('cells.strip', names)}
          height={26}
        />
      ) : null,
      onChoose: () =>
        change({ cellLayer: layer + 1, cellUnit: unit + 1, cellFeature: feature.track, cellMode: 'unit' }),
    };
  });
  return (
    <RankList
      caption={text('cells.units-caption', { track, units: places.length })}
      heads={heads}
      rows={rows}
      unsure={text('cells.unsure')}
    />
  );
}

/** The other way round: what the chosen unit follows. */
function FollowsList({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const { search, column, layer, unit, feature, change } = view;
  const heads = useHeads(text('cells.head-feature'));
  const rows = search.found
    .map((found) => ({ found, r: found.ranks.find((rank) => rank.unit === column)?.correlation ?? 0 }))
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r))
    .map(({ found, r }): RankRow => {
      const track = text(`cells.track-${found.track}`);
      return {
        id: found.track,
        label: track,
        title: text('cells.compare-with', { track }),
        r,
        chance: found.chance,
        chosen: found.track === feature?.track,
        onChoose: () =>
          change({ cellFeature: found.track, cellLayer: layer + 1, cellUnit: unit + 1, cellMode: 'unit' }),
      };
    });
  return (
    <RankList
      caption={text('cells.follows-caption', { layer: layer + 1, unit: unit + 1 })}
      heads={heads}
      rows={rows}
      unsure={text('cells.unsure')}
    />
  );
}

/** What units track: all features, one feature's units, one unit's features. */
export const Rankings = memo(function Rankings({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const [pane, setPane] = useState<Pane>('features');
  return (
    <div className={styles.rankings}>
      <SegmentedControl
        label={text('cells.pane')}
        value={pane}
        options={PANES.map((value) => ({ value, label: text(`cells.pane-${value}`) }))}
        onChange={setPane}
      />
      {pane === 'features' && <FeatureList view={view} />}
      {pane === 'units' && <UnitList view={view} />}
      {pane === 'unit' && <FollowsList view={view} />}
      <p className={styles.note}>{text('cells.chance-note')}</p>
    </div>
  );
});
