import { useState } from 'react';
import { ActivationCurve } from '../components/plots/ActivationCurve.tsx';
import { BarList } from '../components/plots/BarList.tsx';
import type { Columns } from '../components/plots/curve.ts';
import { Heatmap } from '../components/plots/Heatmap.tsx';
import { LossCurve } from '../components/plots/LossCurve.tsx';
import { MultiLineChart } from '../components/plots/MultiLineChart.tsx';
import { ProbabilityBars } from '../components/plots/ProbabilityBars.tsx';
import { Sparkline } from '../components/plots/Sparkline.tsx';
import { DEFAULT_CELLS, DEFAULT_LSTM } from '../models/cells/roles.ts';
import { ACTIVATIONS, type Activation } from '../models/dense/activations.ts';
import { createRandom } from '../models/random.ts';
import { compute } from './computed.ts';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';
import { CAT, FORTY } from './sentences.ts';

/** A seeded noisy decay: a curve's shape for the plot, no run's result. */
function decay(length: number, from: number, to: number, seed: number): Columns {
  const random = createRandom(seed);
  const x = Float64Array.from({ length }, (_, i) => i);
  const y = x.map((i) => to + (from - to) * Math.exp(-i / (length / 5)) + 0.06 * random.normal());
  return { x, y, length };
}

/** Norm of a at every step: something that the reference computed, as a curve. */
function norms(kind: keyof typeof DEFAULT_CELLS): Columns {
  const { trace } = compute({ spec: DEFAULT_CELLS[kind], words: FORTY });
  const { steps } = trace.size;
  const hidden = trace.shape.hidden;
  const y = Float64Array.from({ length: steps }, (_, t) =>
    Math.hypot(...(trace.values.hidden?.subarray(t * hidden, (t + 1) * hidden) ?? [])),
  );
  return { x: Float64Array.from({ length: steps }, (_, t) => t + 1), y, length: steps };
}

const EMPTY: Columns = { x: new Float64Array(), y: new Float64Array(), length: 0 };

/** Softmax of the last hidden state: probabilities that sum to 1. */
function probabilities(): readonly number[] {
  const { trace } = compute({ spec: DEFAULT_LSTM, words: CAT, hidden: 9 });
  const last = Array.from(trace.final.hidden, (value) => Math.exp(4 * value));
  const sum = last.reduce((total, value) => total + value, 0);
  return last.map((value) => value / sum);
}

function ActivationGrid() {
  return (
    <div className={styles.grid}>
      {(Object.keys(ACTIVATIONS) as Activation[]).map((activation, index) => (
        <div key={activation}>
          <code>{activation}</code>
          <ActivationCurve activation={activation} at={index - 6} />
        </div>
      ))}
    </div>
  );
}

function WeightHeatmap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  const [matrix] = useState(() => {
    const random = createRandom(2);
    return Float64Array.from({ length: rows * columns }, () => random.normal());
  });
  return (
    <Heatmap
      rows={rows}
      columns={columns}
      value={(row, column) => matrix[row * columns + column] ?? 0}
      limit={2}
      name={`${rows} × ${columns}`}
      rowLabel={(row) => `row ${row + 1}`}
      columnLabel={(column) => `column ${column + 1}`}
      selected={{ column: 2 }}
    />
  );
}

const VOCABULARY = ['⟨UNK⟩', 'the', 'cat', ' ', '\n', 'القطة', '猫', '🐟', 'Donaudampfschifffahrt'];

export const PLOT_STATES: readonly GalleryState[] = [
  {
    id: 'loss-curve',
    title: 'Loss curve of 20,000 steps with its reference',
    render: () => <LossCurve curve={decay(20_000, 4.2, 1.6, 1)} axis="loss" vocabulary={65} />,
  },
  {
    id: 'perplexity-curve',
    title: 'Perplexity',
    render: () => <LossCurve curve={decay(800, 4.2, 1.6, 1)} axis="perplexity" vocabulary={65} />,
  },
  {
    id: 'loss-curve-empty',
    title: 'Loss curve before the first step',
    render: () => <LossCurve curve={EMPTY} axis="loss" vocabulary={65} />,
  },
  {
    id: 'sparkline',
    title: 'Sparkline',
    render: () => <Sparkline curve={decay(900, 4, 1.8, 3)} name="loss" />,
  },
  { id: 'activation-curves', title: 'Every activation with its point', render: () => <ActivationGrid /> },
  {
    id: 'bar-list',
    title: 'Signed contributions',
    render: () => (
      <BarList
        rows={[2.06, -0.86, 0.34, 0, Number.NaN].map((value, index) => ({
          id: String(index),
          label: `a${index + 1}`,
          value,
          marked: index === 1,
        }))}
      />
    ),
  },
  { id: 'heatmap', title: 'Heat map', render: () => <WeightHeatmap rows={16} columns={8} /> },
  {
    id: 'heatmap-large',
    title: 'Heat map of 512 × 128',
    render: () => <WeightHeatmap rows={128} columns={512} />,
  },
  {
    id: 'probability-bars',
    title: 'Most probable next symbols',
    render: () => (
      <ProbabilityBars probabilities={probabilities()} vocabulary={VOCABULARY} count={5} target={0} />
    ),
  },
  {
    id: 'multi-line',
    title: 'Three cells on one axis',
    render: () => (
      <MultiLineChart
        name="‖a‖"
        xLabel="t"
        yDomain={[0, 3]}
        formatY={(value) => value.toFixed(1)}
        reference={{ value: Math.sqrt(8), label: '√8' }}
        series={[
          { id: 'lstm', label: 'LSTM', role: 'cell', curve: norms('lstm') },
          { id: 'gru', label: 'GRU', role: 'update', dash: '7 4', curve: norms('gru') },
          { id: 'rnn', label: 'RNN', role: 'output', dash: '2 4', curve: norms('rnn') },
        ]}
      />
    ),
  },
];
