import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Figure } from '../../components/prose/Figure.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { FigureState } from '../../store/figure.ts';
import type { Run } from '../../store/run-state.ts';
import { useSettings } from '../../store/settings.ts';
import type { Table } from '../../url/fragment.ts';
import { FigureTitle } from './FigureTitle.tsx';
import { LossNow } from './LossNow.tsx';
import { RunBadge } from './RunBadge.tsx';
import { stepAhead, type UnrolledSettings } from './settings.ts';
import { Toolbar } from './Toolbar.tsx';
import { type Pace, paceLimit } from './TrainingBar.tsx';
import type { UnrolledRunProps } from './UnrolledRun.tsx';
import styles from './unrolled.module.css';
import { useArrival, useSavedLearningRate } from './useArrival.ts';
import { useFullScreen, useRestOffScreen } from './useOnScreen.ts';
import { useStops } from './useStops.ts';
import type { TrainingText } from './useTrainingText.ts';
import { useShown, useStepping } from './useUnrolled.ts';
import type { UnrolledView } from './view.ts';
import { Waiting } from './Waiting.tsx';

interface RunningProps extends UnrolledRunProps {
  readonly table: Table<UnrolledSettings>;
  readonly figure: FigureState<UnrolledSettings>;
  readonly run: Run;
  readonly training: TrainingText;
}

/** Training and walking exclude each other: numbers hold still while they are read. */
function useView(props: RunningProps, pace: Pace): UnrolledView {
  const { id, table, figure, run } = props;
  const state = useStore(run.store);
  const notation = useSettings(({ notation: letters }) => letters);
  const shown = useShown(state, run.parameters(), figure.settings);
  const steps = shown?.probe.tokens.length ?? 1;
  const stepping = useStepping(figure, state.config.cell, steps, () => run.pause());
  const toggleTraining = () => {
    if (state.phase === 'playing') return run.pause();
    stepping.showAll();
    run.play(paceLimit(pace), stepAhead(figure.settings, state.frame?.stats.step ?? 0));
  };
  return { id, table, figure, run, state, shown, stepping, notation, toggleTraining };
}

/** The figure once its run exists. */
export function RunningFigure(props: RunningProps) {
  const { run, figure, training, body: Body, autoplay = false } = props;
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  const [pace, setPace] = useState<Pace>('max');
  const [table, setTable] = useState(false);
  const view = useView(props, pace);
  const [fullScreen, toggleFullScreen] = useFullScreen(root);
  useRestOffScreen(root, run);
  useSavedLearningRate(run, view.state, figure);
  useArrival(run, view.state, { settings: figure.settings, autoplay });
  useStops(run, view.state, figure);
  const onPace = (next: Pace) => {
    setPace(next);
    const { phase, frame } = view.state;
    if (phase === 'playing') run.play(paceLimit(next), stepAhead(figure.settings, frame?.stats.step ?? 0));
  };
  // Another run starts in the same place: what is open stays open, and the focus where it is.
  const wasShown = useRef(false);
  wasShown.current ||= view.shown !== null || view.state.failure !== null;
  return (
    <Figure
      id={props.id}
      title={
        <FigureTitle view={view} name={props.title ?? text(`instrument.cell.${figure.settings.cell}`)} />
      }
      caption={props.caption}
      header={
        <>
          <LossNow state={view.state} />
          <Toolbar
            view={view}
            root={root}
            table={table}
            onTable={() => setTable(!table)}
            fullScreen={fullScreen}
            onFullScreen={toggleFullScreen}
          />
        </>
      }
    >
      <RunBadge state={view.state} />
      <div ref={root} className={styles.root} data-at-rest={view.state.frame?.playing === false}>
        {wasShown.current && training.failure && <Waiting training={training} />}
        {wasShown.current ? (
          <Body view={view} pace={pace} onPace={onPace} table={table} />
        ) : (
          <Waiting training={training} />
        )}
        {props.children?.(view)}
      </div>
    </Figure>
  );
}
