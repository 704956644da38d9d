import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import type { Truncation } from '../../models/language/truncation.ts';
import styles from './bptt.module.css';
import { KINDS } from './sums-settings.ts';

/** How the backward pass is cut, and after how many steps. */
export function TruncationBar(props: {
  readonly truncation: Truncation;
  readonly steps: number;
  readonly onChange: (part: Partial<Truncation>) => void;
}) {
  const { truncation, steps, onChange } = props;
  const text = useText(bpttMessages);
  return (
    <div className={styles.bar}>
      <span className={styles.label}>{text('sums.kind')}</span>
      <SegmentedControl
        label={text('sums.kind')}
        value={truncation.kind}
        options={KINDS.map((value) => ({ value, label: text(`sums.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {truncation.kind === 'none' ? null : (
        <Slider
          label={text('sums.length')}
          value={Math.min(truncation.length, steps)}
          min={1}
          max={steps}
          step={1}
          format={(k) => text('sums.length-value', { k })}
          onChange={(length) => onChange({ length })}
        />
      )}
    </div>
  );
}
