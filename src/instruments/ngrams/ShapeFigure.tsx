import type { ReactNode } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type LineSeries, MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { PairBars } from '../../components/plots/PairBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { significant } from './format.ts';
import styles from './ngrams.module.css';
import { BELIEFS, type Belief, comingShares, crossEntropy, modelShares } from './shape.ts';
import {
  MOST_CONFIDENCE,
  MOST_WEIGHT,
  SHAPE_TABLE,
  type ShapeSettings,
  weightsOf,
} from './shape-settings.ts';

/** What a lesson may look at for its checkpoints. */
export interface ShapeView {
  readonly settings: ShapeSettings;
  readonly coming: Float64Array;
  readonly model: Float64Array;
  /** Nats. */
  readonly loss: number;
}

export function shapeView(settings: ShapeSettings): ShapeView {
  const { size, belief, confidence } = settings;
  const coming = comingShares(size);
  const model = modelShares(belief, confidence, size, weightsOf(settings));
  return { settings, coming, model, loss: crossEntropy(coming, model) };
}

interface ControlProps {
  readonly settings: ShapeSettings;
  readonly change: (part: Partial<ShapeSettings>) => void;
  readonly words: readonly string[];
}

function Weights({ settings, change, words }: ControlProps) {
  const text = useText(ngramsMessages);
  const weights = weightsOf(settings);
  const set = (at: number, value: number) =>
    change({ weights: weights.map((weight, i) => [i === at ? value : weight]) });
  return (
    <div className={styles.weights}>
      {words.map((word, i) => (
        <Slider
          key={word}
          label={text('ngrams.weight', { word })}
          value={weights[i] ?? 0}
          min={0}
          max={MOST_WEIGHT}
          step={1}
          onChange={(value) => set(i, value)}
        />
      ))}
    </div>
  );
}

function Controls(props: ControlProps) {
  const { settings, change } = props;
  const text = useText(ngramsMessages);
  return (
    <>
      <div className={tools.bar}>
        <SegmentedControl<Belief>
          label={text('ngrams.belief')}
          value={settings.belief}
          options={BELIEFS.map((value) => ({ value, label: text(`ngrams.belief-${value}`) }))}
          onChange={(belief) => change({ belief })}
        />
        {settings.belief !== 'hand' && (
          <Slider
            label={text('ngrams.confidence')}
            value={settings.confidence}
            min={0}
            max={MOST_CONFIDENCE}
            step={0.1}
            format={(value) => formatFixed(value, 1)}
            onChange={(confidence) => change({ confidence })}
          />
        )}
        <Slider
          label={text('ngrams.size')}
          value={settings.size}
          min={2}
          max={10}
          step={1}
          onChange={(size) => change({ size })}
        />
      </div>
      {settings.belief === 'hand' && <Weights {...props} />}
    </>
  );
}

/** Perplexity as the model grows surer, the right way and the wrong way. */
function Curves({ settings: { size, belief, confidence }, loss }: ShapeView) {
  const text = useText(ngramsMessages);
  const x = Float64Array.from({ length: 81 }, (_, i) => (i * MOST_CONFIDENCE) / 80);
  const coming = comingShares(size);
  const curveOf = (which: Belief) => ({
    x,
    y: x.map((c) => Math.exp(crossEntropy(coming, modelShares(which, c, size, [])))),
    length: x.length,
  });
  const here = { x: Float64Array.of(confidence), y: Float64Array.of(Math.exp(loss)), length: 1 };
  const lines: readonly LineSeries[] = [
    { id: 'right', label: text('ngrams.right-line'), role: 'hidden', curve: curveOf('right') },
    { id: 'wrong', label: text('ngrams.wrong-line'), role: 'forget', dash: '7 3', curve: curveOf('wrong') },
  ];
  const point: LineSeries = { id: 'here', label: '', role: 'cell', curve: here, faint: true, points: true };
  return (
    <MultiLineChart
      series={belief === 'hand' ? lines : [...lines, point]}
      name={text('ngrams.shape-curve')}
      xLabel={text('ngrams.confidence')}
      yDomain={[0, 3 * size]}
      formatY={(value) => significant(value, 3)}
      reference={{ value: size, label: `V = ${size}` }}
      height={220}
    />
  );
}

function Readout({ settings, loss, coming }: ShapeView) {
  const text = useText(ngramsMessages);
  return (
    <p className={tools.readout} role="status" data-testid="shape">
      {text('ngrams.shape-said', {
        loss: significant(loss, 4),
        bits: significant(loss / Math.LN2, 4),
        perplexity: significant(Math.exp(loss), 4),
        vocabulary: settings.size,
      })}{' '}
      {text('ngrams.shape-best', { perplexity: significant(Math.exp(crossEntropy(coming, coming)), 4) })}
    </p>
  );
}

const rowsOf = ({ coming, model }: ShapeView, words: readonly string[]) =>
  words.map((word, i) => [word, coming[i] ?? 0, model[i] ?? 0, -Math.log(model[i] ?? 0)] as const);

export interface ShapeFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: ShapeView) => ReactNode;
}

/** A distribution that the reader shapes, against what really comes: cross-entropy and perplexity. */
export function ShapeFigure({ id, caption, children }: ShapeFigureProps) {
  const text = useText(ngramsMessages);
  const figure = useFigure(SHAPE_TABLE, id);
  const { settings, change } = figure;
  const view = shapeView(settings);
  const words = Array.from(view.coming, (_, i) => text(`ngrams.word-${(i + 1) as 1}`));
  const rows = rowsOf(view, words);
  const heads = [
    text('ngrams.question'),
    text('ngrams.comes'),
    text('ngrams.model'),
    text('ngrams.loss-each'),
  ];
  return (
    <ToolFigure
      id={id}
      title={text('ngrams.perplexity-title')}
      caption={caption}
      table={SHAPE_TABLE}
      figure={figure}
      csv={() => [['word', 'q', 'p', '-ln p'], ...rows]}
      numbers={
        <NumberTable
          caption={text('ngrams.shape-table')}
          heads={heads}
          rows={rows.map(([word, ...values]) => ({
            id: word,
            cells: [word, ...values.map((value) => significant(value, 4))],
          }))}
        />
      }
    >
      <Controls settings={settings} change={change} words={words} />
      <PairBars
        words={words}
        pairs={[
          { name: text('ngrams.comes'), shares: view.coming },
          { name: text('ngrams.model'), shares: view.model },
        ]}
        title={text('ngrams.question')}
        name={text('ngrams.shape-bars')}
      />
      <Readout {...view} />
      <Curves {...view} />
      {children?.(view)}
    </ToolFigure>
  );
}
