import { stackMessages } from '../../../i18n/messages/stack.ts';
import { useText } from '../../text/useText.tsx';
import { formatFixed } from '../formatNumber.ts';
import { contrastText, signedColor } from '../palette.ts';
import { useSignedPalette } from '../useSignedPalette.ts';
import styles from './StateValues.module.css';

export interface StateValuesProps {
  /** One number a unit. */
  readonly values: Float64Array;
  /** Letters of the vector: a^[2]⟨3⟩. */
  readonly symbol: string;
  readonly unit: number;
  readonly onUnit: (unit: number) => void;
}

/** A hidden vector as a strip of numbers; each opens its own arithmetic. */
export function StateValues({ values, symbol, unit, onUnit }: StateValuesProps) {
  const text = useText(stackMessages);
  const palette = useSignedPalette();
  return (
    <fieldset className={styles.values}>
      <legend>{text('stack.values', { symbol })}</legend>
      {Array.from(values, (value, index) => {
        const fill = signedColor(value, palette);
        const shown = formatFixed(value);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place.
            key={index}
            type="button"
            aria-pressed={index === unit}
            aria-label={text('stack.unit', { unit: index + 1, value: shown })}
            className={styles.unit}
            style={{ background: fill, color: contrastText(fill) }}
            onClick={() => onUnit(index)}
          >
            {shown}
          </button>
        );
      })}
    </fieldset>
  );
}
