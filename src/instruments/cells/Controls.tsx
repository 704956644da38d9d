import { memo } from 'react';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { tracksOf } from '../../models/units/features.ts';
import { useSettings } from '../../store/settings.ts';
import styles from './cells.module.css';
import { laneLetter } from './lane.ts';
import { LANES, MODES, SIGNS } from './settings.ts';
import type { CellsView } from './view.ts';

/** Which unit: by what it tracks, or by its number. */
function UnitChoice({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const { search, feature, layer, unit, change } = view;
  const { shape, config } = search.read.model;
  const found = new Set(search.found.map(({ track }) => track));
  const options = tracksOf(config.task)
    .filter((track) => found.has(track))
    .map((value) => ({ value, label: text(`cells.track-${value}`) }));
  const layers = Array.from({ length: shape.layers }, (_, i) => ({
    value: String(i + 1),
    label: String(i + 1),
  }));
  return (
    <>
      {feature && (
        <Select
          label={text('cells.look-for')}
          value={feature.track}
          options={options}
          onChange={(cellFeature) =>
            change({ cellFeature, cellLayer: 0, cellUnit: 0, spanFrom: 0, cellAt: 0 })
          }
        />
      )}
      {shape.layers > 1 && (
        <Select
          label={text('cells.layer')}
          value={String(layer + 1)}
          options={layers}
          onChange={(value) => change({ cellLayer: Number(value), cellUnit: unit + 1 })}
        />
      )}
      <NumberField
        label={text('cells.unit-number', { most: shape.hidden })}
        value={unit + 1}
        min={1}
        max={shape.hidden}
        integer
        onChange={(value) => change({ cellLayer: layer + 1, cellUnit: value })}
      />
    </>
  );
}

/** What the passage is coloured by, and how. */
export const Controls = memo(function Controls({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const { search, mode, signs, change } = view;
  const { kind } = search.read.model.shape.spec;
  const isUnit = mode === 'unit';
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={text('cells.mode')}
        value={mode}
        options={MODES.map((value) => ({ value, label: text(`cells.mode-${value}`) }))}
        onChange={(cellMode) => change({ cellMode })}
      />
      {isUnit && <UnitChoice view={view} />}
      {isUnit && kind === 'lstm' && (
        <SegmentedControl
          label={text('cells.lane')}
          value={search.lane}
          options={LANES.map((value) => ({ value, label: laneLetter(value, kind, notation) }))}
          onChange={(cellLane) => change({ cellLane })}
        />
      )}
      <Select
        label={text('cells.signs')}
        value={isUnit || signs === 'bars' ? signs : 'none'}
        options={SIGNS.filter((value) => isUnit || value !== 'underline').map((value) => ({
          value,
          label: text(`cells.signs-${value}`),
        }))}
        onChange={(cellSigns) => change({ cellSigns })}
      />
    </div>
  );
});
