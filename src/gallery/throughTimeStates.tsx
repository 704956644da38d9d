import { useState } from 'react';
import { formatBoxed } from '../components/diagrams/formatNumber.ts';
import { signedColor } from '../components/diagrams/palette.ts';
import { ThroughTimeNet } from '../components/diagrams/throughTime/ThroughTimeNet.tsx';
import type { ThroughSelection } from '../components/diagrams/throughTime/throughTypes.ts';
import { useSignedPalette } from '../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../components/plots/CellMatrix.tsx';
import { LogLogChart } from '../components/plots/LogLogChart.tsx';
import { StepBars } from '../components/plots/StepBars.tsx';
import { DEFAULT_RNN } from '../models/cells/roles.ts';
import { initialiseNextSymbol } from '../models/language/next-symbol.ts';
import {
  reachNorm,
  recurrentContributions,
  sumOverLosses,
  throughTime,
} from '../models/language/through-time.ts';
import { keeps } from '../models/language/truncation.ts';
import { createRandom } from '../models/random.ts';
import type { GalleryState } from './galleryTypes.ts';

const VOCABULARY = 9;

/** Both passes of an untrained network over made-up characters, by the reference. */
function compute(steps: number, hidden: number) {
  const shape = { spec: DEFAULT_RNN, vocabulary: VOCABULARY, hidden, layers: 1 };
  const random = createRandom(3);
  const flat = initialiseNextSymbol(shape, random, { forgetBias: 0 });
  const ids = Int32Array.from({ length: steps + 1 }, () => random.integer(VOCABULARY));
  return throughTime(shape, flat, ids.slice(0, -1), ids.slice(1));
}

const LABELS = { gradient: 'gradient', loss: 'loss', state: 'hidden state', input: 'input' } as const;
const HOSTILE = ['⟨UNK⟩', '👩‍🚀', '𠮷', ' ', '<b>', 'W', 'لا', 'ǟ', '—'];

function Net(props: {
  readonly steps: number;
  readonly units: number;
  readonly selected: ThroughSelection;
  /** Stops of a walk that are done; absent: everything is shown. */
  readonly done?: number;
  readonly scale?: number;
  readonly hostile?: boolean;
}) {
  const { steps, units, done = Number.POSITIVE_INFINITY, scale = 1, hostile = false } = props;
  const [selected, setSelected] = useState(props.selected);
  const through = compute(steps, units);
  const value = ({ node, step, unit }: ThroughSelection): number => {
    if (node === 'loss') return scale * (through.losses[step] ?? 0);
    if (node === 'state') return through.trace.values.hidden?.[step * units + unit] ?? 0;
    return scale * (sumOverLosses(through, through.reach, step)[unit] ?? 0);
  };
  return (
    <ThroughTimeNet
      steps={steps}
      units={units}
      tokens={Array.from({ length: steps + 1 }, (_, i) => ({
        text: hostile ? (HOSTILE[i % HOSTILE.length] ?? '') : 'the white whale'.charAt(i),
        known: !hostile || i % 3 > 0,
      }))}
      value={value}
      format={formatBoxed}
      limit={scale}
      revealed={(node, step) => (node === 'gradient' ? 3 * steps - 1 - step : 2 * step) < done}
      lit={(kind, step) => (kind === 'back' && step >= selected.step ? 'path' : 'no')}
      selected={selected}
      onSelect={setSelected}
      onPlayToggle={() => {}}
      notation="ng"
      name="both passes"
      labels={LABELS}
      describe={({ node, step, unit }) => `${node} ${step + 1} ${unit + 1}`}
    />
  );
}

function Triangle({ steps }: { readonly steps: number }) {
  const palette = useSignedPalette();
  const [at, setAt] = useState({ row: 1, column: 0 });
  const through = compute(steps, 4);
  const kept = keeps({ kind: 'window', length: 3 });
  return (
    <CellMatrix
      rows={steps}
      columns={steps}
      cell={(i, j) => {
        if (j > i) return null;
        const norm = reachNorm(through, i, j);
        return {
          fill: signedColor(norm, palette),
          text: formatBoxed(norm),
          name: `${i} ${j}`,
          cut: !kept(i, j),
        };
      }}
      rowLabel={(i) => `i=${i + 1}`}
      columnLabel={(j) => `j=${j + 1}`}
      rowName="loss of step"
      columnName="felt at step"
      name="triangle"
      selected={at}
      onSelect={(row, column) => setAt({ row, column })}
    />
  );
}

function Bars() {
  const parts = recurrentContributions(compute(8, 2), keeps({ kind: 'window', length: 2 }));
  const full = recurrentContributions(compute(8, 2));
  const entry = (values: Float64Array) => Array.from({ length: 8 }, (_, j) => values[j * 4 + 1] ?? 0);
  const running = entry(parts).map((_, j, all) => all.slice(j).reduce((sum, one) => sum + one, 0));
  return (
    <StepBars
      part={entry(parts)}
      full={entry(full)}
      running={running}
      format={formatBoxed}
      partName="adds"
      runningName="sum so far"
      name="bars"
      selected={3}
    />
  );
}

const CURVE = Array.from({ length: 40 }, (_, i) => {
  const x = 10 ** (-13 + 0.3 * i);
  return { x, y: 1e-16 / x + 0.1 * x * x };
});

function Curve({ points }: { readonly points: typeof CURVE }) {
  return (
    <LogLogChart
      series={[{ id: 'curve', points }]}
      at={points[10] ?? { x: 1e-5, y: Number.NaN }}
      guides={[
        {
          id: 'rounded',
          label: '1/h',
          points: [
            { x: 1e-13, y: 1e-3 },
            { x: 1e-2, y: 1e-14 },
          ],
        },
      ]}
      xDomain={[1e-13, 0.3]}
      yDomain={[1e-13, 10]}
      xLabel="step size h"
      yLabel="relative difference"
      name="curve"
    />
  );
}

const GRADIENT = { node: 'gradient', step: 5, unit: 1 } as const;

/** What the lesson on backpropagation through time draws. */
export const THROUGH_TIME_STATES: readonly GalleryState[] = [
  {
    id: 'through-time',
    title: 'Both passes, a gradient selected',
    render: () => <Net steps={9} units={4} selected={GRADIENT} />,
  },
  {
    id: 'through-time-walk',
    title: 'A walk that has just turned round',
    render: () => <Net steps={9} units={4} selected={{ ...GRADIENT, step: 7 }} done={20} />,
  },
  {
    id: 'through-time-largest',
    title: '24 steps, 8 units, hostile characters, exploding gradients',
    render: () => <Net steps={24} units={8} selected={GRADIENT} scale={1e7} hostile />,
  },
  {
    id: 'through-time-one',
    title: 'One step, one unit',
    render: () => <Net steps={1} units={1} selected={{ node: 'loss', step: 0, unit: 0 }} />,
  },
  { id: 'cell-matrix', title: 'Triangle with a window', render: () => <Triangle steps={8} /> },
  { id: 'cell-matrix-large', title: 'Triangle of 24 steps', render: () => <Triangle steps={24} /> },
  { id: 'step-bars', title: 'Signed bars before and after a cut', render: () => <Bars /> },
  { id: 'log-log-curve', title: 'Curve over many decades', render: () => <Curve points={CURVE} /> },
  { id: 'log-log-curve-empty', title: 'The same without points', render: () => <Curve points={[]} /> },
];
