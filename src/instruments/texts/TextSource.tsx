import { useEffect, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import { BUILT_IN, ENDS, LINK_TEXT_BYTES, type TextSourceSettings, VOCABULARY } from './settings.ts';
import styles from './texts.module.css';
import { type SourceText, type TextSourceState, useTextSource } from './useTextSource.ts';

export interface TextSourceProps {
  readonly settings: TextSourceSettings;
  readonly change: (part: Partial<TextSourceSettings>) => void;
  /** The text that the settings ask for whenever that is another; null while there is none. */
  readonly onText: (text: SourceText | null) => void;
}

function Choice({ settings, change }: Pick<TextSourceProps, 'settings' | 'change'>) {
  const text = useText(textsMessages);
  return (
    <div className={styles.bar}>
      <Select
        label={text('setup.corpus')}
        value={settings.source}
        options={[...BUILT_IN, 'own' as const].map((value) => ({
          value,
          label: text(`setup.corpus.${value}`),
        }))}
        onChange={(source) => change({ source })}
      />
      <SegmentedControl
        label={text('setup.level')}
        value={settings.level}
        options={(['character', 'word'] as const).map((value) => ({
          value,
          label: text(`setup.level.${value}`),
        }))}
        onChange={(level) => change({ level })}
      />
      <Select
        label={text('texts.ends')}
        value={settings.ends}
        options={ENDS.map((value) => ({ value, label: text(`texts.ends-${value}`) }))}
        onChange={(ends) => change({ ends })}
      />
      <NumberField
        label={text('setup.vocabulary')}
        value={settings.vocabulary}
        min={VOCABULARY.least}
        max={VOCABULARY.most}
        integer
        onChange={(vocabulary) => change({ vocabulary })}
      />
    </div>
  );
}

function News({ state }: { readonly state: TextSourceState }) {
  const text = useText(textsMessages);
  const { fault, retry, status } = state;
  if (status === 'loading') return <p role="status">{text('texts.loading')}</p>;
  if (!fault || fault.code === 'nothing-typed') return null;
  return (
    <p role="alert">
      {fault.code === 'not-fetched'
        ? text('texts.not-fetched', { name: fault.corpus, detail: fault.detail })
        : text('texts.not-here')}{' '}
      {fault.code === 'not-fetched' && <Button onClick={retry}>{text('texts.retry')}</Button>}
    </p>
  );
}

/** Which text is learnt, and how it is cut into tokens. */
export function TextSource({ settings, change, onText }: TextSourceProps) {
  const text = useText(textsMessages);
  const state = useTextSource(settings);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => latest.current(state.text), [state.text]);
  return (
    <div className={styles.root}>
      <Choice settings={settings} change={change} />
      {settings.source === 'own' && (
        <TextField
          label={text('setup.corpus.own')}
          value={settings.ownText}
          maxLength={LINK_TEXT_BYTES}
          rows={5}
          onChange={(ownText) => change({ ownText })}
        />
      )}
      <News state={state} />
    </div>
  );
}
