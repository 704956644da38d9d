import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { TraceTable } from '../../components/diagrams/TraceTable.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import { Bars } from './Bars.tsx';
import type { BodyProps } from './body.ts';
import { FigureNotices } from './FigureNotices.tsx';
import { LossPanel } from './LossPanel.tsx';
import { NetAndDetail } from './NetAndDetail.tsx';
import { Predictions } from './Predictions.tsx';
import { SentenceField } from './SentenceField.tsx';
import { changeSetup } from './settings.ts';
import styles from './unrolled.module.css';
import type { UnrolledView } from './view.ts';
import { WalkBar } from './WalkBar.tsx';

const loadSetup = () => import('./SetupPanel.tsx');

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

/** Everything: bars, sentence, net, arithmetic, loss, prediction, set-up, table. */
export function FullBody({ view, pace, onPace, table }: BodyProps) {
  const text = useText();
  const [setup, setSetup] = useState(false);
  const { figure, shown, stepping } = view;
  const { settings, change } = figure;
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
