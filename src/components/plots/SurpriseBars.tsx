import { scaleLinear } from 'd3-scale';
import { estimateTextWidth } from '../../layout/textWidth.ts';
import { ScrollBox } from '../prose/ScrollBox.tsx';
import styles from './SurpriseBars.module.css';
import { visibleSymbol } from './visibleSymbol.ts';

export interface SurpriseBarsProps {
  readonly tokens: readonly string[];
  /** −ln P of each, nats; Infinity for an impossible one. */
  readonly values: readonly number[];
  readonly format: (value: number) => string;
  /** A level worth naming. */
  readonly reference: { readonly value: number; readonly label: string };
  readonly name: string;
  /** Index of the token that is opened elsewhere. */
  readonly selected: number;
}

const HEIGHT = 150;
const TOP = 34;
const LABELS = 26;
const LEFT = 6;
const LEAST_WIDTH = 46;
const FONT = 14;

/** A bar for each token of a text, as high as the model was surprised by it; what it took to be impossible breaks through the top. */
export function SurpriseBars(props: SurpriseBarsProps) {
  const { values, format, reference, name, selected } = props;
  const tokens = props.tokens.map(visibleSymbol);
  const widths = tokens.map((token) => Math.max(LEAST_WIDTH, estimateTextWidth(token, FONT) + 14));
  const lefts = widths.map((_, i) => LEFT + widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const width = Math.max(260, (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + LEFT);
  const finite = values.filter(Number.isFinite);
  const y = scaleLinear([0, Math.max(reference.value, ...finite)], [HEIGHT, TOP]);
  const top = (value: number) => (Number.isFinite(value) ? y(value) : 16);
  const summary = tokens.map((token, i) => `${token} ${format(values[i] ?? Number.NaN)}`).join('; ');
  return (
    <ScrollBox label={name} className={styles.scroll ?? ''}>
      <svg
        role="img"
        aria-label={`${name}. ${summary}`}
        width={width}
        height={HEIGHT + LABELS}
        className={styles.bars}
        data-export=""
      >
        {tokens.map((token, i) => {
          const value = values[i] ?? Number.NaN;
          const middle = (lefts[i] ?? 0) + (widths[i] ?? 0) / 2;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place.
            <g key={i} data-selected={i === selected} data-impossible={!Number.isFinite(value)}>
              <rect
                className={styles.bar}
                x={middle - 13}
                width={26}
                y={top(value)}
                height={Math.max(1, HEIGHT - top(value))}
                rx={2}
              />
              <text className={styles.value} x={middle} y={top(value) - 5}>
                {format(value)}
              </text>
              <text className={styles.token} x={middle} y={HEIGHT + 18}>
                {token}
              </text>
            </g>
          );
        })}
        <line
          className={styles.reference}
          x1={0}
          x2={width}
          y1={y(reference.value)}
          y2={y(reference.value)}
        />
        <text className={styles.referenceLabel} x={2} y={12}>
          ┄ {reference.label}
        </text>
      </svg>
    </ScrollBox>
  );
}
