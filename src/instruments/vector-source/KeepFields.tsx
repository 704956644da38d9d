import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatBytes } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { type KeepChoice, listed, MEMORIES } from './keep-choice.ts';
import styles from './vector-source.module.css';

export interface KeepFieldsProps {
  readonly choice: KeepChoice;
  readonly change: (part: Partial<KeepChoice>) => void;
}

/** How many words are kept, which, and how exactly. */
export function KeepFields({ choice, change }: KeepFieldsProps) {
  const text = useText(vectorsMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { words, most, list, precision, memory } = choice;
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          label={text('vectors.keep')}
          value={words}
          options={(['all', 'first', 'only'] as const).map((value) => ({
            value,
            label: text(`vectors.keep-${value}`),
          }))}
          onChange={(value) => change({ words: value })}
        />
        {words === 'first' && (
          <NumberField
            quiet
            label={text('vectors.most')}
            value={most}
            min={1}
            max={16e6}
            integer
            onChange={(value) => change({ most: value })}
          />
        )}
        <Select
          label={text('vectors.precision')}
          value={precision}
          options={(['auto', 'float32', 'int8'] as const).map((value) => ({
            value,
            label: text(`vectors.precision-${value}`),
          }))}
          onChange={(value) => change({ precision: value })}
        />
        <Select
          label={text('vectors.memory')}
          value={String(memory)}
          options={MEMORIES.map((bytes) => ({ value: String(bytes), label: formatBytes(bytes, 3, tag) }))}
          onChange={(value) => change({ memory: Number(value) })}
        />
      </div>
      {words === 'only' && (
        <TextField
          label={text('vectors.list')}
          value={list}
          hint={text('vectors.list-hint', { count: listed(list).length })}
          rows={3}
          onChange={(value) => change({ list: value })}
        />
      )}
    </>
  );
}
