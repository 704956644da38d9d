import type { MemoryColumn, MemoryLayout } from '../../../layout/memoryLanes.ts';
import { formatFixed } from '../formatNumber.ts';
import { HIDDEN } from '../hidden.ts';
import styles from './MemoryLanes.module.css';
import type { MemoryLane, MemoryToken } from './memoryTypes.ts';

interface MemoryTokensProps {
  readonly layout: MemoryLayout;
  readonly tokens: readonly MemoryToken[];
  /** Selected step; `row` 0 means that its token is. */
  readonly selected: { readonly row: number; readonly step: number };
  readonly takesTab: (step: number) => boolean;
  readonly onPick: (step: number) => void;
}

const WIDEST = 30;

function Token(props: MemoryTokensProps & { readonly column: MemoryColumn; readonly token: MemoryToken }) {
  const { layout, column, token, selected, takesTab, onPick } = props;
  const { step, x } = column;
  const { top, height } = layout.token;
  const width = Math.min(layout.pitch - 4, WIDEST);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      tabIndex={takesTab(step) ? 0 : -1}
      aria-label={token.name}
      aria-selected={selected.row === 0 && selected.step === step}
      data-grid={`${step},0`}
      data-kind={token.kind}
      data-step={step}
      className={styles.token}
      onClick={() => onPick(step)}
    >
      <rect x={x - width / 2} y={top} width={width} height={height} rx={token.kind === 'pass' ? 6 : 15} />
      <text x={x} y={top + height / 2}>
        {token.text}
      </text>
    </g>
  );
}

/** What is read, step by step: writes and the question are filled and round. */
export function MemoryTokens(props: MemoryTokensProps) {
  const { layout, tokens } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row">
      {layout.columns.map((column) => {
        const token = tokens[column.step];
        return token ? <Token key={column.step} {...props} column={column} token={token} /> : null;
      })}
    </g>
  );
}

/** Numbers of the steps, under everything. */
export function MemoryTimes({ layout, step }: { readonly layout: MemoryLayout; readonly step: number }) {
  return (
    <g {...HIDDEN}>
      {layout.columns.map((column) => (
        <text
          key={column.step}
          x={column.x}
          y={layout.timeY}
          className={styles.time}
          data-selected={column.step === step}
        >
          {column.step + 1}
        </text>
      ))}
    </g>
  );
}

/** Two decimals; of a negative number the leading 0 gives its room to the sign. */
const shortNumber = (value: number): string => formatFixed(value).replace(/^−0\./, '−.');

/** Every value under its bar, where the columns are wide enough. */
export function MemoryNumbers(props: {
  readonly layout: MemoryLayout;
  readonly lanes: readonly MemoryLane[];
}) {
  const { layout, lanes } = props;
  if (!layout.roomy) return null;
  return (
    <g {...HIDDEN}>
      {lanes.flatMap(({ id, values, held }, i) => {
        const { top = 0, height = 0 } = layout.lanes[i] ?? {};
        return layout.columns.map(({ step, x }) => (
          <text
            key={`${id} ${step}`}
            x={x}
            y={top + height + 11}
            className={styles.number}
            data-held={held.has(step)}
          >
            {shortNumber(values[step] ?? Number.NaN)}
          </text>
        ));
      })}
    </g>
  );
}
