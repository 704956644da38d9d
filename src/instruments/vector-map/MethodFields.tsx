import { useEffect, useId, useState } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { SettledSlider } from './SettledSlider.tsx';
import { EXAGGERATION, METHODS, NEIGHBOURS, PERPLEXITY, RATE } from './settings.ts';
import type { MapPart } from './useVectorMap.ts';
import styles from './vector-map.module.css';

function AxisField({ field, map }: MapPart & { readonly field: 'across' | 'up' }) {
  const text = useText(vectorMapMessages);
  const id = useId();
  const { settings, change } = map.options;
  const [draft, setDraft] = useState(settings[field]);
  const typed = settings[field];
  useEffect(() => setDraft(typed), [typed]);
  return (
    <span className={styles.axis}>
      <label htmlFor={id}>{text(`vmap.${field}`)}</label>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => change({ [field]: draft })}
        onKeyDown={(event) => event.key === 'Enter' && change({ [field]: draft })}
      />
    </span>
  );
}

/** t-SNE's own numbers. */
export function TsneFields({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { settings, change } = map.options;
  const { rate } = settings;
  return (
    <>
      <SettledSlider
        label={text('vmap.exaggeration')}
        {...EXAGGERATION}
        step={1}
        value={settings.exaggeration}
        onChange={(exaggeration) => change({ exaggeration })}
      />
      <Toggle
        label={`${text('vmap.rate')}: ${text('vmap.rate-auto')}`}
        checked={rate === null}
        onChange={(isAuto) => change({ rate: isAuto ? null : 200 })}
      />
      {rate !== null && (
        <SettledSlider
          label={text('vmap.rate')}
          min={0}
          max={Math.log10(RATE.max)}
          step={0.05}
          format={(place) => String(Math.round(10 ** place))}
          value={Math.log10(rate)}
          onChange={(place) => change({ rate: Math.round(10 ** place) })}
        />
      )}
      <Select
        label={text('vmap.start')}
        value={settings.start}
        options={[
          { value: 'pca', label: text('vmap.start-pca') },
          { value: 'random', label: text('vmap.start-random') },
        ]}
        onChange={(start) => change({ start })}
      />
    </>
  );
}

/** The numbers that matter most of the method at hand. */
export function MethodFields({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { settings, change } = map.options;
  const { projection } = settings;
  return (
    <div className={styles.fields}>
      <SegmentedControl
        label={text('vmap.method')}
        value={projection}
        options={METHODS.map((value) => ({ value, label: text(`vmap.${value}`) }))}
        onChange={(next) => change({ projection: next })}
      />
      {projection !== 'axes' && (
        <SegmentedControl
          label={text('vmap.dimensions')}
          value={settings.dimensions}
          options={[
            { value: '2', label: text('vmap.flat') },
            { value: '3', label: text('vmap.solid') },
          ]}
          onChange={(dimensions) => change({ dimensions })}
        />
      )}
      {projection === 'tsne' && (
        <SettledSlider
          label={text('vmap.perplexity')}
          {...PERPLEXITY}
          step={1}
          value={settings.perplexity}
          onChange={(perplexity) => change({ perplexity })}
        />
      )}
      {projection === 'umap' && (
        <>
          <SettledSlider
            label={text('vmap.umap-neighbours')}
            {...NEIGHBOURS}
            step={1}
            value={settings.neighbours}
            onChange={(neighbours) => change({ neighbours })}
          />
          <SettledSlider
            label={text('vmap.distance')}
            min={0}
            max={1}
            step={0.05}
            format={(value) => value.toFixed(2)}
            value={settings.distance}
            onChange={(distance) => change({ distance })}
          />
        </>
      )}
      {projection === 'axes' && (
        <div className={styles.axes}>
          <AxisField field="across" map={map} />
          <AxisField field="up" map={map} />
          <p className={styles.note}>{text('vmap.axis-hint')}</p>
        </div>
      )}
    </div>
  );
}
