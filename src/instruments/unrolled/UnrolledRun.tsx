import { type ComponentType, type ReactNode, useMemo, useRef } from 'react';
import { Figure } from '../../components/prose/Figure.tsx';
import { useText } from '../../components/text/useText.tsx';
import { usePinnedTier } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import type { BodyProps } from './body.ts';
import { RunningFigure } from './RunningFigure.tsx';
import { type UnrolledSettings, withDefaults } from './settings.ts';
import { isPointed } from './useArrival.ts';
import { useRun } from './useRun.ts';
import { useTrainingText } from './useTrainingText.ts';
import type { UnrolledView } from './view.ts';
import { Waiting } from './Waiting.tsx';

export interface UnrolledRunProps {
  /** Names the figure in links. */
  readonly id: string;
  /** What it starts from, and what its links leave out. Give the same object every time. */
  readonly defaults: Partial<UnrolledSettings>;
  readonly caption?: ReactNode;
  /** Where the run is kept between visits; absent: it is not kept. */
  readonly persistKey?: string;
  /** Trains as soon as it is there. */
  readonly autoplay?: boolean;
  /** The inside of the figure. */
  readonly body: ComponentType<BodyProps>;
  /** Replaces the title's name of the cell. */
  readonly title?: string;
  /** A lesson's own part, at the bottom of the figure; it may watch the running model. */
  readonly children?: (view: UnrolledView) => ReactNode;
}

/**
 * The unrolled net wired to a run: a network trains in a worker while every gate of one sentence is on show. Its settings are in
 * the address.
 */
export function UnrolledRun(props: UnrolledRunProps) {
  const { id, defaults, persistKey = null, caption } = props;
  const text = useText();
  const table = useMemo(() => withDefaults(defaults), [defaults]);
  const figure = useFigure(table, id);
  const { settings } = figure;
  const training = useTrainingText(settings);
  const pinned = usePinnedTier();
  // What a link points at is decided when the page opens; later changes of the settings do not move the run's home.
  const opened = useRef(settings);
  const run = useRun({
    settings,
    text: training.text,
    pinned,
    computedOn: opened.current.tier || null,
    persistKey: isPointed(opened.current) ? null : persistKey,
  });
  if (!run) {
    return (
      <Figure id={id} title={props.title ?? text(`instrument.cell.${settings.cell}`)} caption={caption}>
        <Waiting training={training} />
      </Figure>
    );
  }
  return <RunningFigure {...props} table={table} figure={figure} run={run} training={training} />;
}
