import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import tools from '../tools/tools.module.css';
import { CountedSource } from './CountedSource.tsx';
import styles from './ngrams.module.css';
import { MOST_ORDER } from './reference.ts';
import { AddedK, SmoothingChoice } from './SmoothingBar.tsx';
import type { CountedSettings } from './settings.ts';

const ORDERS = Array.from({ length: MOST_ORDER }, (_, i) => String(i + 1));

export interface ModelBarProps {
  readonly settings: CountedSettings;
  readonly change: (part: Partial<CountedSettings>) => void;
  readonly onText: (text: SourceText | null) => void;
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
        <SmoothingChoice settings={settings} change={change} />
        <AddedK settings={settings} change={change} />
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {text('ngrams.source')}
        </Button>
      </div>
      <div hidden={!open}>
        <CountedSource {...props} />
      </div>
    </>
  );
}
