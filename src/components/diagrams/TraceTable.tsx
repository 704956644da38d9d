import { useState } from 'react';
import type { SequenceTrace } from '../../models/cells/types.ts';
import { toTsv } from '../interaction/csv.ts';
import { visibleSymbol } from '../plots/visibleSymbol.ts';
import { useText } from '../text/useText.tsx';
import type { FigureToken } from './figureTypes.ts';
import { figureLanes, isHeldAt, timeOf, valueAt } from './figureValues.ts';
import { formatExact, formatFixed } from './formatNumber.ts';
import { laneWord } from './RowLabels.tsx';
import { roleStyle, SymbolText } from './Symbol.tsx';
import { type Notation, roleSymbol } from './symbols.ts';
import styles from './TraceTable.module.css';
import { traceRows } from './traceRows.ts';

export interface TraceTableProps {
  readonly trace: SequenceTrace;
  readonly batch?: number;
  readonly tokens: readonly FigureToken[];
  readonly unit: number;
  readonly notation: Notation;
  /** Absent: what unit it is. Where several tables stand together, each needs a name of its own. */
  readonly caption?: string;
  /** Decimals shown; the copy keeps all digits. */
  readonly digits?: number;
}

function CopyButton({ rows }: { readonly rows: () => string }) {
  const text = useText();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = () =>
    navigator.clipboard.writeText(rows()).then(
      () => setState('done'),
      () => setState('failed'),
    );
  return (
    <button type="button" className={styles.copy} onClick={copy}>
      <span aria-live="polite">{text(`figure.copy.${state}`)}</span>
    </button>
  );
}

/** The figure as a table: the same numbers, for screen readers and for copying. */
export function TraceTable(props: TraceTableProps) {
  const { trace, batch = 0, tokens, unit, notation, digits = 4 } = props;
  const text = useText();
  const kind = trace.spec.kind;
  const lanes = figureLanes(trace);
  const caption = props.caption ?? text('figure.tableCaption', { unit: unit + 1 });
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">t</th>
              <th scope="col">x</th>
              {lanes.map((role) => (
                <th key={role} scope="col" style={roleStyle(role)} className={styles.lane}>
                  <SymbolText symbol={roleSymbol(role, notation, kind)} />
                  <small>{text(laneWord(role, notation, kind))}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tokens.map((token, step) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its step.
              <tr key={step}>
                <td>{timeOf(token, step)}</td>
                <th scope="row">
                  <bdi>{visibleSymbol(token.text)}</bdi>
                </th>
                {lanes.map((role) => {
                  const value = valueAt(trace, role, step, unit, batch);
                  return (
                    <td key={role} title={formatExact(value)}>
                      {formatFixed(value, digits)}
                      {isHeldAt(trace, role, step, unit) ? <small> {text('figure.held')}</small> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CopyButton rows={() => toTsv(traceRows(trace, tokens, unit, notation, batch))} />
    </div>
  );
}
