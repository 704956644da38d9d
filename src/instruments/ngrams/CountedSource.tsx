import { Select } from '../../components/controls/Select.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import type { TextSourceSettings } from '../texts/settings.ts';
import { TextSource } from '../texts/TextSource.tsx';
import type { SourceText } from '../texts/useTextSource.ts';
import styles from './ngrams.module.css';
import { AMOUNTS, type CountedSettings } from './settings.ts';

type Settings = TextSourceSettings & Pick<CountedSettings, 'amount'>;

export interface CountedSourceProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
  readonly onText: (text: SourceText | null) => void;
}

/** Which text is counted, and how much of it. */
export function CountedSource({ settings, change, onText }: CountedSourceProps) {
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
