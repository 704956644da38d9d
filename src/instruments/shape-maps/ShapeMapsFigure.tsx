import { type ReactNode, useMemo, useRef } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { shapeMapMessages } from '../../i18n/messages/shape-maps.ts';
import { largestPerplexity } from '../../models/projection/affinities.ts';
import type { ShapeName, ShapePoints } from '../../models/projection/shapes.ts';
import type { Projection } from '../../store/projection-state.ts';
import type { Table } from '../../url/fragment.ts';
import { useFigure } from '../link/useFigure.ts';
import { useProjections } from '../projection-run/useProjections.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { MapCell, TrueCell } from './MapCell.tsx';
import { csvOf, MapsTable } from './MapsTable.tsx';
import { RunBar, ShapeBar, type ShapeControl } from './ShapeControls.tsx';
import { configOf, PACE, pointsOf, type ShapeSettings, type Variant } from './settings.ts';
import styles from './shape-maps.module.css';
import { useTrust } from './useTrust.ts';

/** One of the maps that a figure compares. */
export interface Compared extends Variant {
  readonly by: 'perplexity' | 'seed' | 'until';
}

/** What a lesson may look at for its checkpoints, and show below. */
export interface ShapeView {
  readonly settings: ShapeSettings;
  readonly points: ShapePoints;
  /** In the order of the variants; null until the figure is first seen. */
  readonly maps: readonly Projection[] | null;
}

export interface ShapeMapsFigureProps {
  readonly id: string;
  readonly title: string;
  readonly caption?: ReactNode;
  readonly table: Table<ShapeSettings>;
  readonly shapes: readonly ShapeName[];
  readonly controls: readonly ShapeControl[];
  readonly variants: (settings: ShapeSettings) => readonly Compared[];
  readonly children?: (view: ShapeView) => ReactNode;
}

/** What a map is called: by what tells it from the others. */
export function useLabel(count: number): (settings: ShapeSettings, compared: Compared) => string {
  const text = useText(shapeMapMessages);
  const most = largestPerplexity(count);
  return (settings, { by, perplexity = settings.perplexity, seed = settings.seed, until = 0 }) => {
    if (by === 'seed') return text('shapes.by-seed', { seed });
    if (by === 'until') return text('shapes.by-until', { until });
    if (perplexity <= most) return text('shapes.by-perplexity', { perplexity });
    return text('shapes.by-perplexity-clamped', { asked: perplexity, perplexity: formatFixed(most, 1) });
  };
}

/** Maps of one known shape side by side, running together, beside what the shape is. */
export function ShapeMapsFigure(props: ShapeMapsFigureProps) {
  const { id, title, caption, table, shapes, controls, variants, children } = props;
  const text = useText(shapeMapMessages);
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(table, id);
  const { settings, change } = figure;
  const { shape, count, ratio } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the points depend on nothing else of the settings.
  const points = useMemo(() => pointsOf(settings), [shape, count, ratio]);
  const compared = variants(settings);
  const configs = compared.map((variant) => configOf(settings, variant));
  const runs = useProjections(root, configs, points, { pace: PACE[settings.pace] });
  const trust = useTrust(runs.maps);
  const label = useLabel(count);
  const labels = compared.map((variant) => label(settings, variant));
  const most = largestPerplexity(count);
  const isClamped = configs.some(({ method }) => method.kind === 'tsne' && method.perplexity > most);
  const bars = { settings, shapes, controls, maps: runs, change };
  const data = { title, labels, maps: runs.maps, trust };
  return (
    <ToolFigure
      id={id}
      title={title}
      caption={caption}
      table={table}
      figure={figure}
      csv={() => csvOf(data)}
      numbers={<MapsTable {...data} />}
    >
      <div ref={root} className={styles.root}>
        <ShapeBar {...bars} />
        <div className={styles.grid} data-few={compared.length < 2 || undefined}>
          <TrueCell points={points} />
          {compared.map((_, i) => (
            <MapCell
              // biome-ignore lint/suspicious/noArrayIndexKey: a map is known by its place among those compared.
              key={i}
              label={labels[i]}
              name={text('shapes.name', { label: labels[i] ?? '' })}
              points={points}
              projection={runs.maps?.[i] ?? null}
              isLarge={compared.length < 2}
            />
          ))}
        </div>
        {isClamped && <p className={tools.note}>{text('shapes.clamped', { count, most })}</p>}
        <RunBar {...bars} />
        {children?.({ settings, points, maps: runs.maps })}
      </div>
    </ToolFigure>
  );
}
