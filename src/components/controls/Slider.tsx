import { useId } from 'react';
import styles from './controls.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the number reads as beside the slider; the number itself when absent. */
  readonly format?: (value: number) => string;
  /** The label is for screen readers only. */
  readonly quiet?: boolean;
  readonly onChange: (value: number) => void;
}

/** A range with its number. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, format = String, quiet = false, onChange } = props;
  const id = useId();
  return (
    <span className={styles.inline}>
      {quiet ? null : (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <input
        id={id}
        type="range"
        className={styles.range}
        aria-label={quiet ? label : undefined}
        aria-valuetext={format(value)}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className={styles.readout} aria-hidden="true">
        {format(value)}
      </span>
    </span>
  );
}
