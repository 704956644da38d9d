import { type ReactNode, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import styles from './bptt.module.css';
import { COST_TABLE, type CostSettings } from './cost-settings.ts';
import { type Cost, RUNS } from './measure.ts';
import { RecallPanel } from './RecallPanel.tsx';
import { TermTable } from './TermTable.tsx';
import { usePrice } from './usePrice.ts';
import { useVisible } from './useVisible.ts';

const FLOAT_BYTES = 4;

/** 512 B, 12 KiB, 3.4 MiB. */
function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${formatFixed(bytes / 1024, bytes < 10240 ? 1 : 0)} KiB`;
  return `${formatFixed(bytes / 1024 ** 2, 1)} MiB`;
}

function CostTable({ costs }: { readonly costs: readonly Cost[] }) {
  const text = useText(bpttMessages);
  const number = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const waiting = text('cost.measuring');
  const rows = costs.map(({ length, needed, kept, milliseconds }) => ({
    id: String(length),
    cells: [
      String(length),
      number.format(needed),
      formatBytes(FLOAT_BYTES * needed),
      kept === null ? waiting : formatBytes(kept),
      milliseconds === null ? waiting : `${formatFixed(milliseconds, 2)} ms`,
      milliseconds === null ? '' : `${formatFixed((1000 * milliseconds) / length, 0)} µs`,
    ],
  }));
  const heads = (['k', 'needed', 'memory', 'here', 'time', 'per-step'] as const).map((id) =>
    text(`cost.${id}`),
  );
  return <TermTable caption={text('cost.table')} heads={heads} rows={rows} />;
}

function Sizes(props: {
  readonly settings: CostSettings;
  readonly change: (part: Partial<CostSettings>) => void;
  readonly isDone: boolean;
  readonly onAgain: () => void;
}) {
  const { settings, change, isDone, onAgain } = props;
  const text = useText(bpttMessages);
  return (
    <div className={styles.bar}>
      <Slider
        label={text('cost.units')}
        value={settings.units}
        min={1}
        max={128}
        step={1}
        onChange={(units) => change({ units })}
      />
      <Slider
        label={text('cost.batch')}
        value={settings.batch}
        min={1}
        max={64}
        step={1}
        onChange={(batch) => change({ batch })}
      />
      <Button disabled={!isDone} onClick={onAgain}>
        {text('cost.measure')}
      </Button>
    </div>
  );
}

/** What truncation costs and saves: memory and time of an update, and what can be learnt. */
export function CostFigure(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
}) {
  const text = useText(bpttMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(COST_TABLE, props.id);
  const { settings, change } = figure;
  const visible = useVisible(frame);
  const price = usePrice(settings, visible);
  const { costs, curves } = price;
  const [full, cut] = curves;
  const csv = () => [
    ['k', 'numbers', 'kept bytes', 'ms'],
    ...costs.map(({ length, needed, kept, milliseconds }) => [length, needed, kept, milliseconds]),
    ['step', 'accuracy full', 'accuracy truncated'],
    ...Array.from({ length: full?.length ?? 0 }, (_, i) => [
      i + 1,
      full?.accuracy[i] ?? null,
      cut?.accuracy[i] ?? null,
    ]),
  ];
  const curveRows = Array.from({ length: Math.floor((full?.length ?? 0) / 50) }, (_, i) => {
    const at = 50 * (i + 1) - 1;
    return {
      id: String(at),
      cells: [
        String(at + 1),
        formatFixed(full?.accuracy[at] ?? 0, 2),
        formatFixed(cut?.accuracy[at] ?? 0, 2),
      ],
    };
  });
  const numbers = (
    <NumberTable
      caption={text('recall.chart')}
      heads={[text('recall.axis'), text('cost.without'), text('cost.with')]}
      rows={curveRows}
    />
  );
  return (
    <ToolFigure
      id={props.id}
      title={props.title}
      caption={props.caption}
      table={COST_TABLE}
      figure={figure}
      csv={csv}
      numbers={numbers}
    >
      <div ref={frame} className={styles.body}>
        <Sizes settings={settings} change={change} isDone={price.isMeasured} onAgain={price.measureAgain} />
        <CostTable costs={costs} />
        <p className={styles.note}>{text('cost.note', { runs: RUNS })}</p>
        <RecallPanel settings={settings} change={change} curves={curves} onAgain={price.trainAgain} />
      </div>
    </ToolFigure>
  );
}
