import { useMemo, useRef, useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../../components/diagrams/Symbol.tsx';
import { useWidth } from '../../../components/interaction/useWidth.ts';
import { Num } from '../../../components/prose/Num.tsx';
import { ScrollBox } from '../../../components/prose/ScrollBox.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { lstmMessages } from '../messages.ts';
import styles from './figures.module.css';
import { forgetShares, median } from './forgetShares.ts';
import { keptShare } from './kept.ts';

const STEPS = 20;
const BIASES = [0, 1, 3, 5] as const;
/** The axis runs from 1e-8 to 1. */
const DECADES = 8;
const ROW = 38;
const MARGIN = { left: 66, right: 14, bottom: 40 } as const;

interface BiasRow {
  readonly bias: number;
  readonly shares: readonly number[];
  readonly expected: number;
}

/** Position of a share between 0 (1e-8) and 1 (1), logarithmic; smaller ones stay at the edge. */
const place = (share: number): number => Math.max(0, 1 + Math.log10(share) / DECADES);

function Axis(props: { readonly x: (share: number) => number; readonly height: number }) {
  const text = useText(lstmMessages);
  const ticks = [1e-8, 1e-6, 1e-4, 1e-2, 1];
  return (
    <g className={styles.axis}>
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(${props.x(tick)} 0)`}>
          <line y2={props.height} />
          <text y={props.height + 15}>{tick === 1 ? '1' : tick.toExponential(0).replace('-', '−')}</text>
        </g>
      ))}
      <text x={(props.x(1e-8) + props.x(1)) / 2} y={props.height + 33}>
        {text('bias.axis', { steps: STEPS })}
      </text>
    </g>
  );
}

function Strip(props: { readonly row: BiasRow; readonly y: number; readonly x: (share: number) => number }) {
  const text = useText(lstmMessages);
  const { row, y, x } = props;
  return (
    <g transform={`translate(0 ${y})`}>
      <text className={styles.rowLabel} x={MARGIN.left - 10}>
        {text('bias.row', { bias: row.bias })}
      </text>
      {row.shares.map((share, unit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a unit's index is what it is.
        <circle key={unit} cx={x(share)} r={4} className={styles.shareDot} />
      ))}
      <path d={`M${x(row.expected)} -11v22`} className={styles.expected} />
    </g>
  );
}

function SharesTable({ rows }: { readonly rows: readonly BiasRow[] }) {
  const text = useText(lstmMessages);
  return (
    <ScrollBox label={text('bias.table', { steps: STEPS })} className={styles.scroll ?? ''}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('bias.bias')}</th>
            <th scope="col">{text('bias.expected', { steps: STEPS })}</th>
            <th scope="col">{text('bias.low')}</th>
            <th scope="col">{text('bias.middle')}</th>
            <th scope="col">{text('bias.high')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ bias, shares, expected }) => (
            <tr key={bias}>
              <th scope="row">{formatFixed(bias, 0)}</th>
              {[expected, Math.min(...shares), median(shares), Math.max(...shares)].map((share, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
                <td key={column}>
                  <Num value={share} as="percent" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What is left of a cell after 20 steps in untrained LSTMs, by their forget bias: computed by the reference model. */
export function ForgetBias() {
  const text = useText(lstmMessages);
  const [seed, setSeed] = useState(1);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? 520;
  const rows = useMemo(
    () =>
      BIASES.map((bias): BiasRow => {
        return { bias, shares: forgetShares(bias, STEPS, seed), expected: keptShare(bias, STEPS) };
      }),
    [seed],
  );
  const x = (share: number) => MARGIN.left + place(share) * (width - MARGIN.left - MARGIN.right);
  const height = BIASES.length * ROW;
  return (
    <div ref={frame} className={styles.bias} style={roleStyle('forget')}>
      <svg
        width={width}
        height={height + MARGIN.bottom}
        role="img"
        aria-label={`${text('bias.title')}. ${text('bias.table', { steps: STEPS })}`}
      >
        <Axis x={x} height={height} />
        {rows.map((row, i) => (
          <Strip key={row.bias} row={row} y={(i + 0.5) * ROW} x={x} />
        ))}
      </svg>
      <SharesTable rows={rows} />
      <Button icon="reset" onClick={() => setSeed(seed + 1)}>
        {text('bias.seed')}
      </Button>
    </div>
  );
}
