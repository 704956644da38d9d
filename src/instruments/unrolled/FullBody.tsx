import { useMemo, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { StepperBar } from '../../components/controls/StepperBar.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { TraceTable } from '../../components/diagrams/TraceTable.tsx';
import { type LossAxis, LossCurve } from '../../components/plots/LossCurve.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import { DetailPane, Predictions } from './DetailPane.tsx';
import { FigureNotices } from './FigureNotices.tsx';
import { NetPanel } from './NetPanel.tsx';
import { RunFacts } from './RunFacts.tsx';
import { SentenceField } from './SentenceField.tsx';
import { changeSetup, UNPOINTED } from './settings.ts';
import { type Pace, TrainingBar } from './TrainingBar.tsx';
import styles from './unrolled.module.css';
import type { UnrolledView } from './view.ts';

const loadSetup = () => import('./SetupPanel.tsx');

export interface BodyProps {
  readonly view: UnrolledView;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  readonly table: boolean;
}

/** Training on the left, walking on the right. */
export function Bars({
  view,
  pace,
  onPace,
  walkable,
}: Omit<BodyProps, 'table'> & { readonly walkable: boolean }) {
  const text = useText();
  const { state, run, stepping, figure } = view;
  return (
    <div className={styles.bars}>
      <TrainingBar
        playing={state.phase === 'playing'}
        ready={state.phase === 'playing' || state.phase === 'paused'}
        pace={pace}
        onPace={onPace}
        onToggle={view.toggleTraining}
        onOnce={() => run.step(1)}
        onReset={() => {
          figure.change(UNPOINTED);
          run.reset();
        }}
      />
      {walkable && (
        <div className={styles.training}>
          <StepperBar
            playing={stepping.walk.playing}
            playLabel={text(stepping.walk.playing ? 'walk.pause' : 'walk.start')}
            onPlayToggle={stepping.toggleWalk}
            onGate={(direction) => stepping.move(direction > 0 ? 'next-gate' : 'previous-gate')}
            onStep={(direction) => stepping.move(direction > 0 ? 'next-step' : 'previous-step')}
            onReset={() => stepping.move('start')}
            canGoBack={stepping.canGoBack}
            canGoForward={stepping.canGoForward}
            speed={stepping.walk.speed}
            onSpeed={stepping.walk.setSpeed}
          />
          {figure.settings.walking && <Button onClick={stepping.showAll}>{text('walk.all')}</Button>}
        </div>
      )}
    </div>
  );
}

/** Which unit, and on which axis the gradients stand. */
function ViewControls({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  const { settings, change } = view.figure;
  const hidden = view.shown?.shape.hidden ?? settings.hidden;
  return (
    <div className={styles.view}>
      <Toggle
        label={text('view.all')}
        checked={settings.allUnits}
        onChange={(allUnits) => change({ allUnits })}
      />
      {hidden > 1 && (
        <Slider
          label={text('view.unit')}
          value={Math.min(settings.unit, hidden)}
          min={1}
          max={hidden}
          step={1}
          onChange={(unit) => change({ unit })}
        />
      )}
      <SegmentedControl
        label={text('view.scale')}
        value={settings.logScale ? 'log' : 'linear'}
        options={[
          { value: 'linear', label: text('figure.scale.linear') },
          { value: 'log', label: text('figure.scale.log') },
        ]}
        onChange={(scale) => change({ logScale: scale === 'log' })}
      />
    </div>
  );
}

/** Keeps the net's room while a new run has no numbers yet. */
export function Starting({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  if (view.state.phase !== 'starting' && view.state.phase !== 'paused') return null;
  return (
    <div className={styles.waiting} role="status">
      {text('train.starting')}
    </div>
  );
}

/** The net, and beside it the arithmetic of the selected box. */
export function NetAndDetail({ view }: { readonly view: UnrolledView }) {
  const [help, setHelp] = useState(false);
  const { shown, figure, stepping, notation } = view;
  if (!shown) return <Starting view={view} />;
  const { probe, shape, parameters, vocabulary, editedRoles } = shown;
  return (
    <div className={styles.main}>
      <NetPanel
        settings={figure.settings}
        probe={probe}
        vocabulary={vocabulary}
        place={stepping.place}
        notation={notation}
        editedRoles={editedRoles}
        onSelect={stepping.select}
        onPlayToggle={stepping.toggleWalk}
        onHelp={() => setHelp(true)}
      />
      <div className={styles.side}>
        <DetailPane
          settings={figure.settings}
          probe={probe}
          shape={shape}
          parameters={parameters}
          vocabulary={vocabulary}
          place={stepping.place}
          notation={notation}
          onChange={figure.change}
        />
      </div>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

export function LossPanel({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  const [axis, setAxis] = useState<LossAxis>('loss');
  const { curve, info } = view.state;
  const columns = useMemo(() => ({ x: curve.steps, y: curve.loss, length: curve.length }), [curve]);
  return (
    <section>
      <SegmentedControl
        label={text('train.lossCurve')}
        value={axis}
        options={[
          { value: 'loss', label: text('train.loss') },
          { value: 'perplexity', label: text('train.perplexity') },
        ]}
        onChange={setAxis}
      />
      <LossCurve curve={columns} axis={axis} vocabulary={info?.vocabulary.length ?? null} height={170} />
      <RunFacts state={view.state} />
    </section>
  );
}

/** Everything: bars, sentence, net, arithmetic, loss, prediction, set-up, table. */
export function FullBody({ view, pace, onPace, table }: BodyProps) {
  const text = useText();
  const [setup, setSetup] = useState(false);
  const { figure, shown, stepping } = view;
  const { settings, change } = figure;
  return (
    <>
      <Bars view={view} pace={pace} onPace={onPace} walkable />
      <FigureNotices view={view} />
      <SentenceField
        sentence={settings.sentence}
        onSentence={(sentence) => change({ sentence, holds: [] })}
        probe={shown?.probe ?? null}
        lossStep={settings.lossStep}
        onLossStep={(lossStep) => change({ lossStep })}
      />
      <NetAndDetail view={view} />
      <div className={styles.view}>
        <ViewControls view={view} />
        <Button expanded={setup} onClick={() => setSetup(!setup)}>
          {text('setup.open')}
        </Button>
      </div>
      {setup && (
        <Part small load={loadSetup}>
          {({ SetupPanel }) => (
            <SetupPanel
              settings={settings}
              onChange={(part) => change(changeSetup(settings, part))}
              onDefaults={figure.reset}
            />
          )}
        </Part>
      )}
      <div className={styles.more}>
        <LossPanel view={view} />
        {shown && (
          <Predictions probe={shown.probe} vocabulary={shown.vocabulary} step={stepping.place.step} />
        )}
      </div>
      {table && shown?.probe.layers[0] && (
        <TraceTable
          trace={shown.probe.layers[0].trace}
          tokens={shown.probe.tokens}
          unit={Math.min(settings.unit, shown.shape.hidden) - 1}
          notation={view.notation}
        />
      )}
    </>
  );
}
