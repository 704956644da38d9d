import { useState } from 'react';
import type { Columns } from '../components/plots/curve.ts';
import { RunChart, type RunChartProps, type RunSeries } from '../components/plots/RunChart.tsx';
import { CurvesPanel } from '../instruments/training-curves/CurvesPanel.tsx';
import type { CurveRun } from '../instruments/training-curves/curves.ts';
import { lookOf } from '../instruments/training-curves/looks.ts';
import { CURVE_TABLE, type CurveSettings } from '../instruments/training-curves/settings.ts';
import { createRandom } from '../models/random.ts';
import type { GalleryState } from './galleryTypes.ts';

/** A seeded noisy decay: a curve's shape for the plot, no run's result. */
function decay(length: number, from: number, to: number, seed: number): Columns {
  const random = createRandom(seed);
  const x = Float64Array.from({ length }, (_, i) => i + 1);
  const y = x.map((step) => to + (from - to) * Math.exp(-step / (length / 6)) + 0.05 * random.normal());
  return { x, y, length };
}

const thinned = ({ x, y, length }: Columns, every: number): Columns => {
  const kept = (_: number, i: number) => i % every === 0;
  return { x: x.filter(kept), y: y.filter(kept), length: Math.ceil(length / every) };
};

const NONE: Columns = { x: new Float64Array(), y: new Float64Array(), length: 0 };
const LONG = 'Eine sehr lange Bezeichnung 很长的名字';

function series(count: number): readonly RunSeries[] {
  return Array.from({ length: count }, (_, i) => {
    const smooth = decay(1000, 4.4, 1.4 + 0.2 * i, i + 1);
    return {
      id: String(i),
      label: i === 1 ? LONG : `${i + 1} · LSTM ${16 * (i + 1)}`,
      ...lookOf(i),
      raw: i === 0 ? smooth : null,
      smooth,
      measured: thinned(smooth, 100),
    };
  });
}

function Chart(props: Partial<RunChartProps>) {
  const [cursor, setCursor] = useState<number | null>(null);
  return (
    <RunChart
      name="Loss"
      series={series(1)}
      references={[]}
      scale="linear"
      xLabel="steps"
      formatX={String}
      formatY={(value, digits) => value.toFixed(digits)}
      cursor={cursor}
      onCursor={setCursor}
      {...props}
    />
  );
}

const LEVELS = [4.4, 3.0, 2.4, 1.94, 1.9].map((value, i) => ({ id: String(i), label: `${i}-gram`, value }));

const NO_CLOCK = { steps: [], seconds: [] };
const fallbacks = Object.entries(CURVE_TABLE).map(([field, { codec }]) => [field, codec.fallback]);
const SETTINGS = Object.fromEntries(fallbacks) as unknown as CurveSettings;

function runOf(place: number, length: number): CurveRun {
  const { x, y } = decay(length, 4.4, 1.5 + place / 4, place + 7);
  const heldOut = Array.from({ length: Math.floor(length / 100) }, (_, i) => ({
    step: 100 * i,
    loss: 1.6 + 2.8 * Math.exp(-i / 2),
  }));
  return {
    id: String(place),
    name: place === 1 ? LONG : `${place + 1} · GRU 32`,
    look: place,
    curve: { length, steps: x, loss: y, gradientNorm: y.map((value) => value / 4), accuracy: y },
    heldOut,
    clock: length > 0 ? { steps: [length], seconds: [length / 40] } : NO_CLOCK,
  };
}

function Panel({
  runs,
  part = {},
}: {
  readonly runs: readonly CurveRun[];
  readonly part?: Partial<CurveSettings>;
}) {
  const [settings, setSettings] = useState<CurveSettings>({ ...SETTINGS, ...part });
  return (
    <CurvesPanel
      runs={runs}
      references={[{ id: 'uniform', label: 'V = 81', loss: Math.log(81) }]}
      settings={settings}
      change={(changed) => setSettings({ ...settings, ...changed })}
    />
  );
}

export const TRAINING_STATES: readonly GalleryState[] = [
  {
    id: 'run-chart',
    title: 'Curves of six runs with levels',
    render: () => <Chart series={series(6)} references={LEVELS} />,
  },
  {
    id: 'run-chart-log',
    title: 'On a logarithmic axis, down to very little',
    render: () => (
      <Chart
        scale="log"
        series={[
          { ...lookOf(2), id: 'a', label: 'a', raw: null, smooth: decay(500, 900, 0.02, 3), measured: NONE },
        ]}
      />
    ),
  },
  {
    id: 'run-chart-empty',
    title: 'Before the first step',
    render: () => (
      <Chart series={[{ ...lookOf(0), id: 'a', label: 'a', raw: NONE, smooth: NONE, measured: NONE }]} />
    ),
  },
  {
    id: 'training-curves',
    title: 'Two runs with their numbers',
    render: () => <Panel runs={[runOf(0, 900), runOf(1, 600)]} />,
  },
  {
    id: 'training-curves-time',
    title: 'Perplexity against time, logarithmic',
    render: () => (
      <Panel
        runs={[runOf(0, 900), runOf(2, 500)]}
        part={{ quantity: 'perplexity', against: 'time', log: true }}
      />
    ),
  },
  {
    id: 'training-curves-empty',
    title: 'A run without a step',
    render: () => <Panel runs={[runOf(0, 0)]} />,
  },
];
