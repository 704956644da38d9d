import { type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { SurfaceMap, type Trail } from '../../components/plots/SurfaceMap.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cliffMessages } from '../../i18n/messages/cliff.ts';
import { type DescentPoint, descend } from '../../models/gradient-flow/one-unit.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { CliffControls } from './CliffControls.tsx';
import { CliffState } from './CliffState.tsx';
import styles from './cliff.module.css';
import type { Descents } from './descents.ts';
import { CLIFF_TABLE, type CliffSettings, descentOf, UPDATES, unitOf, WINDOW } from './settings.ts';
import { GRID, lossMap, RANGES } from './surface.ts';

function useDescents({ activation, steps, weight, bias, logRate, logClip }: CliffSettings): Descents {
  return useMemo(() => {
    const unit = unitOf({ activation, steps });
    const run = (clipped: boolean) =>
      descend(unit, descentOf({ activation, steps, weight, bias, logRate, logClip, at: 0 }, clipped));
    return { plain: run(false), clipped: run(true) };
  }, [activation, steps, weight, bias, logRate, logClip]);
}

function Surface(props: {
  readonly settings: CliffSettings;
  readonly descents: Descents;
  readonly onStart: (weight: number, bias: number) => void;
}) {
  const text = useText(cliffMessages);
  const { settings, descents, onStart } = props;
  const { activation, steps, at } = settings;
  const values = useMemo(() => lossMap(unitOf({ activation, steps })), [activation, steps]);
  const trail = (points: readonly DescentPoint[]) =>
    points.slice(0, at + 1).map(({ weight, bias }) => ({ x: weight, y: bias }));
  const trails: readonly Trail[] = [
    {
      id: 'clipped',
      label: text('cliff.clipped'),
      role: 'hidden',
      mark: 'square',
      points: trail(descents.clipped),
    },
    {
      id: 'plain',
      label: text('cliff.plain'),
      role: 'forget',
      mark: 'circle',
      dash: '5 4',
      points: trail(descents.plain),
    },
  ];
  return (
    <SurfaceMap
      values={values}
      {...GRID}
      xDomain={WINDOW.weight}
      yDomain={WINDOW.bias}
      range={RANGES[activation].map}
      trails={trails}
      xLabel={text('cliff.x')}
      yLabel={text('cliff.y')}
      name={text('cliff.map', { at })}
      onPick={onStart}
    />
  );
}

function Losses({ descents, settings }: { readonly descents: Descents; readonly settings: CliffSettings }) {
  const text = useText(cliffMessages);
  const { activation, at } = settings;
  const curve = (points: readonly DescentPoint[]) => ({
    x: Float64Array.from({ length: at + 1 }, (_, i) => i),
    y: Float64Array.from(points.slice(0, at + 1), ({ loss }) => loss),
    length: at + 1,
  });
  return (
    <MultiLineChart
      series={[
        {
          id: 'plain',
          label: text('cliff.plain'),
          role: 'forget',
          dash: '5 4',
          points: at === 0,
          curve: curve(descents.plain),
        },
        {
          id: 'clipped',
          label: text('cliff.clipped'),
          role: 'hidden',
          points: at === 0,
          curve: curve(descents.clipped),
        },
      ]}
      name={text('cliff.chart')}
      xLabel={text('cliff.axis')}
      xLast={UPDATES}
      yDomain={RANGES[activation].chart}
      yScale="log"
      formatY={formatMagnitude}
      height={230}
    />
  );
}

const rowsOf = ({ plain, clipped }: Descents) =>
  plain.map((point, i) => {
    const other = clipped[i];
    const numbers = (one: DescentPoint | undefined) =>
      one ? [one.weight, one.bias, one.loss, one.norm] : [];
    return [i, ...numbers(point), ...numbers(other)];
  });

function Numbers({ descents }: { readonly descents: Descents }) {
  const text = useText(cliffMessages);
  const columns = (['plain', 'clipped'] as const).flatMap((which) =>
    ['w', 'b', 'L', '‖∇L‖'].map((letter) => `${letter}, ${text(`cliff.${which}`)}`),
  );
  const rows = rowsOf(descents).map(([i, ...values]) => ({
    id: String(i),
    cells: [i, ...values.map((value) => formatFixed(value, 4))],
  }));
  return <NumberTable caption={text('cliff.table')} heads={[text('cliff.axis'), ...columns]} rows={rows} />;
}

/** The loss of a one-unit recurrent net over its two parameters, and gradient descent on it with and without clipping. */
export function CliffFigure(props: {
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch the descents. */
  readonly children?: (settings: CliffSettings, descents: Descents) => ReactNode;
}) {
  const text = useText(cliffMessages);
  const figure = useFigure(CLIFF_TABLE, props.id);
  const { settings, change } = figure;
  const shown = useDeferredValue(settings);
  const descents = useDescents(shown);
  const onStart = useCallback(
    (weight: number, bias: number) =>
      change({ weight: Math.round(weight * 100) / 100, bias: Math.round(bias * 100) / 100 }),
    [change],
  );
  const [low, high] = RANGES[shown.activation].map.map((power) => formatMagnitude(10 ** power));
  return (
    <ToolFigure
      id={props.id}
      title={text('cliff.title')}
      caption={props.caption}
      table={CLIFF_TABLE}
      figure={figure}
      csv={() => [
        ['update', 'w', 'b', 'L', 'norm', 'w clipped', 'b clipped', 'L clipped', 'norm clipped'],
        ...rowsOf(descents),
      ]}
      numbers={<Numbers descents={descents} />}
    >
      <CliffControls settings={settings} change={change} />
      <div className={styles.pair}>
        <Surface settings={shown} descents={descents} onStart={onStart} />
        <div className={styles.side}>
          <Losses descents={descents} settings={shown} />
          <CliffState settings={shown} descents={descents} />
        </div>
      </div>
      <p className={tools.note}>{text('cliff.map-scale', { low: low ?? '', high: high ?? '' })}</p>
      {props.children?.(shown, descents)}
    </ToolFigure>
  );
}
