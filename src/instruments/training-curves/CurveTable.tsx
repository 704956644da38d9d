import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { LineSample } from '../../components/plots/Marker.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { curvesMessages } from '../../i18n/messages/training-curves.ts';
import styles from './curves.module.css';
import { bestOf, type CurveRun, readRun, stepAt } from './curves.ts';
import { lookOf } from './looks.ts';
import type { CurveSettings } from './settings.ts';
import { timeText } from './timeText.ts';

const number = (value: number | undefined, digits = 3): string =>
  value === undefined || Number.isNaN(value) ? '–' : formatFixed(value, digits);
/** Large perplexities need no decimals. */
const perplexity = (loss: number | undefined): string => {
  const value = loss === undefined ? Number.NaN : Math.exp(loss);
  return number(value, value < 100 ? 2 : 0);
};

interface RowProps {
  readonly run: CurveRun;
  /** On the x axis; null: the end. */
  readonly cursor: number | null;
  readonly settings: CurveSettings;
}

function Row({ run, cursor, settings }: RowProps) {
  const text = useText(curvesMessages);
  const look = lookOf(run.look);
  const at = cursor === null ? null : stepAt(run, cursor, settings.against);
  const read = readRun(run, at, settings.window);
  const best = bestOf(run.heldOut);
  return (
    <tr style={roleStyle(look.role)} data-run={run.id}>
      <th scope="row">
        <span className={styles.run}>
          <LineSample shape={look.marker} dash={look.dash} />
          <span>{run.name}</span>
        </span>
      </th>
      <td>{read?.step ?? 0}</td>
      <td>{timeText(read?.seconds ?? 0)}</td>
      <td>{number(read?.loss)}</td>
      <td>{perplexity(read?.loss)}</td>
      <td>{number(read?.heldOut?.loss)}</td>
      <td>{perplexity(read?.heldOut?.loss)}</td>
      <td>{best ? text('curves.best-at', { loss: number(best.loss), step: best.step }) : '–'}</td>
      <td>{number(read?.norm, 2)}</td>
    </tr>
  );
}

const HEADS = [
  'run',
  'step',
  'time',
  'loss',
  'perplexity',
  'dev-loss',
  'dev-perplexity',
  'best',
  'gradient',
] as const;

/** Legend and read-out in one: every run, its line, and its numbers where the reader points. */
export function CurveTable(props: {
  readonly runs: readonly CurveRun[];
  readonly cursor: number | null;
  readonly settings: CurveSettings;
}) {
  const text = useText(curvesMessages);
  return (
    <ScrollBox label={text('curves.table')} className={styles.scroll ?? ''}>
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {text(`curves.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.runs.map((run) => (
            <Row key={run.id} run={run} cursor={props.cursor} settings={props.settings} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
