import { Slider } from '../controls/Slider.tsx';
import { useText } from '../text/useText.tsx';
import styles from './DetailPanel.module.css';
import type { DetailPanelProps } from './DetailPanel.tsx';
import { valueAt } from './figureValues.ts';
import { formatFixed } from './formatNumber.ts';
import { holdRange } from './holdRange.ts';

export interface HoldEditorProps extends DetailPanelProps {
  readonly held: boolean;
}

const STEP = 0.01;

/** Takes a value into the hand: everything after it follows at once. */
export function HoldEditor(props: HoldEditorProps) {
  const { trace, selection, held, onHold, onRelease } = props;
  const text = useText();
  const { role, step, unit } = selection;
  const [min, max] = holdRange(trace.spec, role);
  const value = valueAt(trace, role, step, unit);
  const shown = Number.isFinite(value) ? Math.max(min, Math.min(max, value)) : 0;
  // What the slider cannot say: it does not move when it already stands there.
  const nearest = Math.round(shown / STEP) * STEP;
  return (
    <div className={styles.hold}>
      <Slider
        label={text('figure.hold')}
        value={Number(shown.toFixed(3))}
        min={min}
        max={max}
        step={STEP}
        format={() => formatFixed(value)}
        onChange={(next) => onHold?.({ role, step, unit, value: next })}
      />
      {held && onRelease ? (
        <button type="button" className={styles.smallButton} onClick={() => onRelease({ role, step, unit })}>
          {text('figure.release')}
        </button>
      ) : (
        <button
          type="button"
          className={styles.smallButton}
          onClick={() => onHold?.({ role, step, unit, value: nearest })}
        >
          {text('figure.holdNow', { value: formatFixed(nearest) })}
        </button>
      )}
    </div>
  );
}
