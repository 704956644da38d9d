import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { firstOf, placeOf, SCALE } from './first.ts';
import { SettledSlider } from './SettledSlider.tsx';
import { listOf } from './useMapRows.ts';
import type { MapPart } from './useVectorMap.ts';
import styles from './vector-map.module.css';

/** How many of the set's words are on the map; a slider by ratios. */
function FirstSlider({ map: { options } }: MapPart) {
  const text = useText(vectorMapMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { set, settings, change } = options;
  const most = set?.info.words ?? settings.first;
  return (
    <SettledSlider
      label={text('vmap.first')}
      value={placeOf(Math.min(settings.first, most))}
      {...SCALE}
      max={placeOf(most)}
      format={(place) => formatWhole(Math.min(most, firstOf(place)), tag)}
      onChange={(place) => change({ first: firstOf(place) })}
    />
  );
}

/** A list of the reader's own, taken over when asked for. */
export function OnlyField({ map: { options } }: MapPart) {
  const text = useText(vectorMapMessages);
  const { settings, change } = options;
  const [draft, setDraft] = useState(settings.only);
  useEffect(() => setDraft(settings.only), [settings.only]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ only: draft.trim(), added: '', dropped: '' });
  };
  return (
    <form onSubmit={submit} className={styles.only}>
      <TextField label={text('vmap.only')} hint={text('vmap.only-hint')} value={draft} onChange={setDraft} />
      <button type="submit" className={styles.submit} disabled={draft.trim() === settings.only}>
        {text('vmap.only-use')}
      </button>
    </form>
  );
}

/** Which words: the first so many, or a list; what was added and taken out. */
export function WordsFields({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { set, settings, change } = map.options;
  const count = (list: string) => (set ? listOf(set, list).length : 0);
  const [own = 0, added = 0, dropped = 0] = [settings.only, settings.added, settings.dropped].map(count);
  return (
    <div className={styles.fields}>
      {own > 0 ? (
        <p className={styles.line}>
          {text('vmap.own-count', { count: own })}{' '}
          <Button onClick={() => change({ only: '' })}>{text('vmap.all-again')}</Button>
        </p>
      ) : (
        <FirstSlider map={map} />
      )}
      {added + dropped > 0 && (
        <p className={styles.line}>
          {added > 0 ? text('vmap.added-count', { count: added }) : ''}{' '}
          {dropped > 0 ? text('vmap.dropped-count', { count: dropped }) : ''}{' '}
          <Button onClick={() => change({ added: '', dropped: '' })}>{text('vmap.undo-changes')}</Button>
        </p>
      )}
    </div>
  );
}
