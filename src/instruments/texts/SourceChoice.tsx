import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import type { KeptText } from '../../store/texts.ts';
import { SourceSelect } from './SourceSelect.tsx';
import { BUILT_IN, ENDS, type TextSourceSettings, VOCABULARY } from './settings.ts';
import styles from './texts.module.css';

export interface SourceChoiceProps {
  readonly settings: TextSourceSettings;
  readonly kept: readonly KeptText[];
  readonly change: (part: Partial<TextSourceSettings>) => void;
}

const OFFERED = [...BUILT_IN, 'own'] as const;

/** Which text, its tokens, and how many different ones. */
export function SourceChoice({ settings, kept, change }: SourceChoiceProps) {
  const text = useText(textsMessages);
  const { level, ends, vocabulary } = settings;
  return (
    <div className={styles.bar}>
      <SourceSelect
        value={settings}
        offered={OFFERED.map((value) => ({ value, label: text(`setup.corpus.${value}`) }))}
        texts={kept}
        onChange={change}
      />
      <SegmentedControl
        label={text('setup.level')}
        value={level}
        options={(['character', 'word'] as const).map((value) => ({
          value,
          label: text(`setup.level.${value}`),
        }))}
        onChange={(chosen) => change({ level: chosen })}
      />
      <Select
        label={text('texts.ends')}
        value={ends}
        options={ENDS.map((value) => ({ value, label: text(`texts.ends-${value}`) }))}
        onChange={(chosen) => change({ ends: chosen })}
      />
      <span className={styles.inline}>
        <NumberField
          label={text('texts.vocabulary')}
          value={vocabulary}
          min={VOCABULARY.least}
          max={VOCABULARY.most}
          integer
          onChange={(size) => change({ vocabulary: size })}
        />
      </span>
    </div>
  );
}
