import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { TraceTable } from '../../components/diagrams/TraceTable.tsx';
import { useText } from '../../components/text/useText.tsx';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { ORDERS } from '../../models/cells/schedule.ts';
import { Bars } from '../unrolled/Bars.tsx';
import type { BodyProps } from '../unrolled/body.ts';
import { FigureNotices } from '../unrolled/FigureNotices.tsx';
import { LossPanel } from '../unrolled/LossPanel.tsx';
import { Predictions } from '../unrolled/Predictions.tsx';
import { SentenceField } from '../unrolled/SentenceField.tsx';
import { SetupPanel } from '../unrolled/SetupPanel.tsx';
import { changeSetup, MOST_LAYERS } from '../unrolled/settings.ts';
import styles from '../unrolled/unrolled.module.css';
import type { UnrolledView } from '../unrolled/view.ts';
import { WalkBar } from '../unrolled/WalkBar.tsx';
import { LayerTable } from './LayerTable.tsx';
import { StackMain } from './StackMain.tsx';
import own from './stack.module.css';
import { type StackStepping, useStackStepping } from './useStackStepping.ts';

const LAYER_CHOICES = Array.from({ length: MOST_LAYERS }, (_, i) => String(i + 1));

/** How many layers, in which order they are computed, and what that order costs. */
function StackControls({ view, stepping }: { view: UnrolledView; stepping: StackStepping }) {
  const text = useText(stackMessages);
  const { settings, change } = view.figure;
  const cells = stepping.schedule.flat().length;
  return (
    <>
      <span className={own.choice}>
        <span aria-hidden="true">{text('stack.layers')}</span>
        <SegmentedControl
          label={text('stack.layers')}
          value={String(settings.layers)}
          options={LAYER_CHOICES.map((value) => ({ value, label: value }))}
          onChange={(layers) => change(changeSetup(settings, { layers: Number(layers) }))}
        />
      </span>
      <span className={own.choice}>
        <span aria-hidden="true">{text('stack.order')}</span>
        <SegmentedControl
          label={text('stack.order')}
          value={settings.order}
          options={ORDERS.map((value) => ({ value, label: text(`stack.order-${value}`) }))}
          onChange={(order) => change({ order })}
        />
      </span>
      <span className={own.note} role="status" data-testid="rounds">
        {text('stack.rounds', { cells, rounds: stepping.schedule.length })}
      </span>
    </>
  );
}

function Tables({ view }: { readonly view: UnrolledView }) {
  const text = useText(stackMessages);
  const { shown, figure, notation } = view;
  if (!shown) return null;
  const unit = Math.min(figure.settings.unit, shown.shape.hidden) - 1;
  return shown.probe.layers.map(({ trace }, layer) => (
    <TraceTable
      // biome-ignore lint/suspicious/noArrayIndexKey: a table is its layer.
      key={layer}
      caption={text('stack.table', { layer: layer + 1, unit: unit + 1 })}
      trace={trace}
      tokens={shown.probe.tokens}
      unit={unit}
      notation={notation}
    />
  ));
}

/** Several layers: bars, sentence, layers over time, arithmetic, loss, prediction, parameters, set-up, tables. */
export function StackBody({ view: whole, pace, onPace, table }: BodyProps) {
  const text = useText(stackMessages);
  const [setup, setSetup] = useState(false);
  const stepping = useStackStepping(whole);
  const { figure, shown, toggleTraining } = whole;
  const { settings, change } = figure;
  const toggle = () => {
    stepping.walk.stop();
    toggleTraining();
  };
  const view: UnrolledView = { ...whole, stepping, toggleTraining: toggle };
  return (
    <>
      <Bars view={view} pace={pace} onPace={onPace}>
        <WalkBar view={view} />
      </Bars>
      <FigureNotices view={view} />
      <SentenceField
        sentence={settings.sentence}
        onSentence={(sentence) => change({ sentence, holds: [] })}
        probe={shown?.probe ?? null}
        lossStep={settings.lossStep}
        onLossStep={(lossStep) => change({ lossStep })}
      />
      <StackMain view={view} stepping={stepping} />
      <div className={styles.view}>
        <StackControls view={view} stepping={stepping} />
        <Button expanded={setup} onClick={() => setSetup(!setup)}>
          {text('setup.open')}
        </Button>
      </div>
      {setup && (
        <SetupPanel
          settings={settings}
          onChange={(part) => change(changeSetup(settings, part))}
          onDefaults={figure.reset}
        />
      )}
      <div className={styles.more}>
        <LossPanel view={view} />
        {shown && (
          <div className={own.panel}>
            <Predictions probe={shown.probe} vocabulary={shown.vocabulary} step={stepping.stop.step} />
            <LayerTable shape={shown.shape} />
          </div>
        )}
      </div>
      {table && <Tables view={view} />}
    </>
  );
}
