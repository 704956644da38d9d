import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { TextSource } from '../texts/TextSource.tsx';
import type { SourceText } from '../texts/useTextSource.ts';
import tools from '../tools/tools.module.css';
import { significant } from './format.ts';
import styles from './ngrams.module.css';
import { MOST_ORDER, SMOOTHINGS } from './reference.ts';
import { AMOUNTS, type CountedSettings, kOf, LOG_K } from './settings.ts';

const ORDERS = Array.from({ length: MOST_ORDER }, (_, i) => String(i + 1));

export interface ModelBarProps {
  readonly settings: CountedSettings;
  readonly change: (part: Partial<CountedSettings>) => void;
  readonly onText: (text: SourceText | null) => void;
}

function Source({ settings, change, onText }: ModelBarProps) {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const amounts = AMOUNTS.map((value) => ({
    value,
    label: text('ngrams.characters', { count: plain.format(Number(value)) }),
  }));
  return (
    <div className={styles.source}>
      <TextSource settings={settings} change={change} onText={onText} />
      <Select
        label={text('ngrams.amount')}
        value={settings.amount}
        options={amounts}
        onChange={(amount) => change({ amount })}
      />
    </div>
  );
}

/** Which n-gram model, and, when asked for, counted on which text. */
export function ModelBar(props: ModelBarProps) {
  const { settings, change } = props;
  const text = useText(ngramsMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={tools.bar}>
        <span className={styles.labelled}>
          <span>{text('ngrams.order')}</span>
          <SegmentedControl
            label={text('ngrams.order')}
            value={String(settings.order)}
            options={ORDERS.map((value) => ({ value, label: value }))}
            onChange={(order) => change({ order: Number(order) })}
          />
        </span>
        <SegmentedControl
          label={text('ngrams.smoothing')}
          value={settings.smoothing}
          options={SMOOTHINGS.map((value) => ({ value, label: text(`ngrams.${value}`) }))}
          onChange={(smoothing) => change({ smoothing })}
        />
        {settings.smoothing === 'add-k' && (
          <Slider
            label={text('ngrams.k')}
            value={settings.logK}
            min={LOG_K.low}
            max={LOG_K.high}
            step={LOG_K.step}
            format={(logK) => significant(kOf({ logK }), 2)}
            onChange={(logK) => change({ logK })}
          />
        )}
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {text('ngrams.source')}
        </Button>
      </div>
      <div hidden={!open}>
        <Source {...props} />
      </div>
    </>
  );
}
