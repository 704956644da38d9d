import { type ReactNode, useMemo, useRef, useState } from 'react';
import { RunChart, type RunSeries } from '../../components/plots/RunChart.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { NO_CLOCK } from '../../store/run-clock.ts';
import type { RunState } from '../../store/run-state.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import { fallbackState } from '../../url/fragment.ts';
import { useFigure } from '../link/useFigure.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { plotRun } from '../training-curves/curves.ts';
import { CURVE_TABLE } from '../training-curves/settings.ts';
import { significant } from './format.ts';
import styles from './ngrams.module.css';
import { type References, requestOf } from './reference.ts';
import { kOf } from './settings.ts';
import { type NetworkView, useAsked, useNetwork } from './useNetwork.ts';
import { type ReferencesState, useReferences } from './useReferences.ts';
import { VersusControls } from './VersusControls.tsx';
import { VersusTable } from './VersusTable.tsx';
import { beaten, linesOf, measured } from './versus.ts';
import { VERSUS_TABLE, type VersusSettings } from './versus-settings.ts';

/** What a lesson may look at for its checkpoints. */
export interface VersusView {
  readonly settings: VersusSettings;
  readonly references: References | null;
  readonly state: RunState | null;
}

export interface VersusFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: VersusView) => ReactNode;
}

/** The names of the levels stand behind the curve's end. */
const ROOM = 1.2;
const CURVES = { ...fallbackState(CURVE_TABLE), quantity: 'perplexity' } as const;

/** The network's line among the levels of the n-gram models. */
function Chart({ settings, references, state }: VersusView) {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const [cursor, setCursor] = useState<number | null>(null);
  const { curve, heldOut } = state ?? {};
  const lines = useMemo(
    () =>
      curve && heldOut
        ? plotRun({ id: '', name: '', look: 0, curve, heldOut, clock: NO_CLOCK }, CURVES)
        : null,
    [curve, heldOut],
  );
  const series: readonly RunSeries[] = lines
    ? [
        {
          id: 'network',
          label: settings.cell.toUpperCase(),
          role: 'cell',
          marker: 'circle',
          raw: null,
          smooth: lines.smooth,
          measured: lines.measured,
        },
      ]
    : [];
  const levels = linesOf(references, settings.smoothing).map(({ order, perplexity }) => ({
    id: `n${order}`,
    label: text('ngrams.reference-order', { order }),
    value: perplexity,
  }));
  const even = references ? [{ id: 'V', label: text('ngrams.uniform'), value: references.vocabulary }] : [];
  return (
    <RunChart
      name={text('ngrams.versus-chart')}
      series={series}
      references={[...even, ...levels]}
      scale="log"
      xLabel={text('ngrams.step-axis')}
      xLast={ROOM * (curve?.steps[curve.length - 1] ?? 0)}
      formatX={(step) => plain.format(step)}
      formatY={(value) => significant(value, 3)}
      cursor={cursor}
      onCursor={setCursor}
      height={360}
    />
  );
}

function Counting({ counting }: { readonly counting: ReferencesState }) {
  const text = useText(ngramsMessages);
  if (counting.phase === 'failed')
    return <span className={styles.warning}>{text('ngrams.counting-failed')}</span>;
  if (counting.phase !== 'counting') return null;
  const share = `${Math.round(100 * counting.share)} %`;
  return <span>{text('ngrams.counted-progress', { share })}</span>;
}

/** Where the network stands, and what it is. */
function Readout({ settings, references, state }: VersusView) {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const now = measured(state);
  const info = state?.info;
  const lines = linesOf(references, settings.smoothing);
  return (
    <div className={tools.readout} role="status" data-testid="versus">
      {now
        ? text('ngrams.versus-now', { step: now.step, perplexity: significant(now.perplexity, 3) })
        : text('ngrams.versus-waiting')}
      {now && lines.length > 0 && (
        <>; {text('ngrams.versus-beaten', { count: beaten(lines, now.perplexity) })}</>
      )}
      {info && (
        <>
          .{' '}
          {text('ngrams.versus-facts', {
            parameters: plain.format(info.parameterCount),
            tokens: plain.format(info.tokens),
            predictions: plain.format(info.heldOut),
          })}
        </>
      )}
    </div>
  );
}

function Failure({ state }: { readonly state: RunState | null }) {
  const text = useText();
  if (!state?.failure) return null;
  return (
    <p className={styles.warning} role="alert">
      {sayRun(text, failureMessage(state.failure, state.goodStep))}
    </p>
  );
}

const MOVING: readonly string[] = ['playing', 'starting'];
const isPlaying = ({ isWanted, state }: NetworkView): boolean =>
  isWanted && (state === null || MOVING.includes(state.phase));

const rowsOf = (state: RunState | null): (readonly number[])[] =>
  state?.heldOut.map(({ step, loss }) => [step, loss, Math.exp(loss)]) ?? [];

/** A recurrent network learns a text on which n-gram models were counted; all are measured on the same held-out tokens. */
export function VersusFigure({ id, caption, children }: VersusFigureProps) {
  const text = useText(ngramsMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(VERSUS_TABLE, id);
  const { settings, change } = figure;
  const [source, setSource] = useState<SourceText | null>(null);
  const config = useAsked(settings, source);
  const network = useNetwork(frame);
  const k = kOf(settings);
  const request = useMemo(() => config && requestOf(config, k), [config, k]);
  const counting = useReferences(request);
  const references = counting.phase === 'ready' ? counting.references : null;
  const view: VersusView = { settings, references, state: network.state };
  const playing = isPlaying(network);
  return (
    <ToolFigure
      id={id}
      title={text('ngrams.versus-title')}
      caption={caption}
      table={VERSUS_TABLE}
      figure={figure}
      csv={() => [
        ['step', 'heldOutLoss', 'heldOutPerplexity'],
        ...rowsOf(network.state),
        ['smoothing', 'n', 'perplexity'],
        ...(references?.models.map((each) => [each.smoothing, each.order, each.perplexity]) ?? []),
      ]}
      numbers={
        <NumberTable
          caption={text('ngrams.versus-chart')}
          heads={[text('ngrams.step-axis'), text('ngrams.nats'), text('ngrams.perplexity-axis')]}
          rows={rowsOf(network.state).map(([step = 0, ...values]) => ({
            id: String(step),
            cells: [step, ...values.map((value) => significant(value, 4))],
          }))}
        />
      }
    >
      <div ref={frame} className={styles.stack}>
        <VersusControls
          settings={settings}
          change={change}
          onText={setSource}
          playing={playing}
          onPlayToggle={playing ? network.pause : network.play}
          onRestart={network.restart}
        />
        <Failure state={network.state} />
        <Chart {...view} />
        <Readout {...view} />
        <p className={tools.note} role="status">
          <Counting counting={counting} />
        </p>
        {references && <VersusTable references={references} />}
        {children?.(view)}
      </div>
    </ToolFigure>
  );
}
