import { type ReactNode, useRef } from 'react';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { TextPart } from '../cooccurrence/TextPart.tsx';
import { useCountedText } from '../cooccurrence/useCountedText.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { LiveTables, tableRows } from '../word2vec/LiveTables.tsx';
import { LiveWords } from '../word2vec/LiveWords.tsx';
import { LossChart } from '../word2vec/LossChart.tsx';
import type { LiveWordSettings } from '../word2vec/settings.ts';
import { type Live, useLive } from '../word2vec/useLive.ts';
import styles from './noise.module.css';
import { OptimaPanel } from './OptimaPanel.tsx';
import { NEGATIVE_LIVE_TABLE } from './updates-settings.ts';

/** What a lesson may look at for its checkpoints. */
export interface NegativeView extends Live {
  readonly settings: LiveWordSettings;
}

/** K and a: another choice of either begins a new run. */
function NoiseBar({
  settings,
  change,
}: {
  readonly settings: LiveWordSettings;
  readonly change: (part: Partial<LiveWordSettings>) => void;
}) {
  const text = useText(noiseMessages);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('updates.noise')}
        value={settings.negatives}
        min={1}
        max={20}
        step={1}
        onChange={(negatives) => change({ negatives })}
      />
      <Slider
        label={text('noise.exponent')}
        value={settings.exponent}
        min={0}
        max={1}
        step={0.25}
        format={(value) => formatFixed(value, 2)}
        onChange={(exponent) => change({ exponent })}
      />
      <span className={tools.note}>{text('negative.anew')}</span>
    </div>
  );
}

export interface NegativeFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly persistKey?: string;
  readonly children?: (view: NegativeView) => ReactNode;
}

/** Skip-gram with negative sampling, learning: neighbours, a map, and its scores against what counts say. */
export function NegativeFigure({ id, caption, persistKey, children }: NegativeFigureProps) {
  const text = useText(noiseMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(NEGATIVE_LIVE_TABLE, id);
  const { settings, change } = figure;
  const live = useLive(frame, settings, { persistKey });
  const { run, state } = live;
  const counted = useCountedText(settings);
  return (
    <ToolFigure
      id={id}
      title={text('negative.title')}
      caption={caption}
      table={NEGATIVE_LIVE_TABLE}
      figure={figure}
      csv={() => tableRows(live)}
      numbers={<LiveTables live={live} />}
    >
      <div ref={frame} className={styles.stack}>
        <TextPart settings={settings} change={change} counted={counted} />
        <TrainBar
          name={text('negative.title')}
          run={run}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <NoiseBar settings={settings} change={change} />
        <RunNews run={run} state={state} />
        <LiveWords live={live} settings={settings} change={change} />
        {state && (
          <div className={styles.both}>
            <div className={styles.stack}>
              <p className={styles.sub}>{text('negative.loss')}</p>
              <LossChart state={state} height={300} />
            </div>
            <OptimaPanel live={live} read={counted.state.read} settings={settings} />
          </div>
        )}
        {children?.({ ...live, settings })}
      </div>
    </ToolFigure>
  );
}
