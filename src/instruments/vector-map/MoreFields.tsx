import { Select } from '../../components/controls/Select.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { TsneFields } from './MethodFields.tsx';
import { SettledSlider } from './SettledSlider.tsx';
import { CLUSTERS } from './settings.ts';
import type { MapPart } from './useVectorMap.ts';
import styles from './vector-map.module.css';
import { OnlyField } from './WordsFields.tsx';

/** What colours points, and whether the nearest are joined. */
export function ColourFields({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { rows, options } = map;
  const { settings, change } = options;
  const columns = rows?.columns.map(({ name }) => ({ value: `column ${name}`, label: name })) ?? [];
  const clusters =
    settings.projection === 'axes' ? [] : [{ value: 'cluster', label: text('vmap.colour-cluster') }];
  const choices = [
    { value: 'none', label: text('vmap.colour-none') },
    ...clusters,
    { value: 'rank', label: text('vmap.colour-rank') },
    ...columns,
  ];
  const value = settings.colour === 'column' ? `column ${settings.column}` : settings.colour;
  const pick = (picked: string) => {
    if (picked === 'none' || picked === 'cluster' || picked === 'rank') change({ colour: picked });
    else change({ colour: 'column', column: picked.slice('column '.length) });
  };
  return (
    <div className={styles.fields}>
      <Select label={text('vmap.colour')} value={value} options={choices} onChange={pick} />
      {settings.colour === 'cluster' && settings.projection !== 'axes' && (
        <SettledSlider
          label={text('vmap.clusters')}
          {...CLUSTERS}
          step={1}
          value={settings.clusters}
          onChange={(count) => change({ clusters: count })}
        />
      )}
      <Toggle label={text('vmap.links')} checked={settings.links} onChange={(links) => change({ links })} />
    </div>
  );
}

/** Everything else, folded away. */
export function MoreFields({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { settings, change } = map.options;
  return (
    <details className={styles.more}>
      <summary>{text('vmap.settings')}</summary>
      <div className={styles.fields}>
        <Select
          label={text('vmap.distances')}
          value={settings.distances}
          options={[
            { value: 'cosine', label: text('vmap.cosine') },
            { value: 'euclid', label: text('vmap.euclid') },
          ]}
          onChange={(distances) => change({ distances })}
        />
        <Toggle
          label={text('vmap.centred')}
          checked={settings.mapCentred}
          onChange={(mapCentred) => change({ mapCentred })}
        />
        {settings.projection === 'tsne' && <TsneFields map={map} />}
      </div>
      <OnlyField map={map} />
    </details>
  );
}
