import { ComplexPlane } from '../components/plots/ComplexPlane.tsx';
import { MultiLineChart } from '../components/plots/MultiLineChart.tsx';
import { SurfaceMap } from '../components/plots/SurfaceMap.tsx';
import { type CliffSettings, descentOf, unitOf, WINDOW } from '../instruments/cliff/settings.ts';
import { GRID, lossMap, RANGES } from '../instruments/cliff/surface.ts';
import { drawRecurrent, flowOf } from '../instruments/spectrum/flow.ts';
import type { SpectrumSettings } from '../instruments/spectrum/settings.ts';
import { descend } from '../models/gradient-flow/one-unit.ts';
import type { GalleryState } from './galleryTypes.ts';

const SPECTRUM: SpectrumSettings = {
  kind: 'gaussian',
  radius: 0.9,
  activation: 'tanh',
  input: 0.3,
  units: 16,
  steps: 50,
  seed: 1,
};
const CLIFF: CliffSettings = {
  activation: 'tanh',
  weight: 2.4,
  bias: -0.3,
  logRate: -0.7,
  logClip: 0,
  steps: 20,
  at: 60,
};

const flow = (part: Partial<SpectrumSettings>) => {
  const settings = { ...SPECTRUM, ...part };
  return flowOf(drawRecurrent(settings), settings);
};

function Plane(part: Partial<SpectrumSettings>) {
  const { spectrum } = flow(part);
  return (
    <ComplexPlane
      points={spectrum.eigenvalues}
      radius={spectrum.radius}
      extent={2.16}
      name="eigenvalues"
      unitLabel="|λ| = 1"
      radiusLabel={`ρ = ${spectrum.radius.toFixed(2)}`}
    />
  );
}

/** A gradient that grows and one that fades beyond both ends of a logarithmic axis. */
function Gradients() {
  const series = [
    ['grows', 2, 'cell', '6 4'],
    ['fades', 0.3, 'hidden', '2 4'],
  ] as const;
  return (
    <MultiLineChart
      name="‖∂L/∂a‖"
      xLabel="k"
      yDomain={[1e-6, 1e6]}
      yScale="log"
      formatY={(value) => value.toExponential(0)}
      reference={{ value: 1, label: '1' }}
      series={series.flatMap(([id, radius, role, dash]) => {
        const { norms } = flow({ radius, activation: 'linear' });
        const curve = { x: norms.map((_, k) => k), y: norms, length: norms.length };
        const half = { ...curve, y: norms.map((norm) => norm / 2) };
        return [
          { id: `${id} half`, label: id, role, faint: true, curve: half },
          { id, label: id, role, dash, curve },
        ];
      })}
    />
  );
}

/** Both descents of a unit whose numbers overflow, or of one that stays in the map. */
function Wall({ activation }: { readonly activation: 'tanh' | 'linear' }) {
  const settings = { ...CLIFF, activation };
  const unit = unitOf(settings);
  const trail = (clipped: boolean) =>
    descend(unit, descentOf(settings, clipped)).map(({ weight, bias }) => ({ x: weight, y: bias }));
  return (
    <SurfaceMap
      values={lossMap(unit)}
      {...GRID}
      xDomain={WINDOW.weight}
      yDomain={WINDOW.bias}
      range={RANGES[activation].map}
      trails={[
        { id: 'clipped', label: 'clipped', role: 'hidden', mark: 'square', points: trail(true) },
        { id: 'plain', label: 'plain', role: 'forget', mark: 'circle', dash: '5 4', points: trail(false) },
      ]}
      xLabel="w"
      yLabel="b"
      name="loss"
    />
  );
}

/** Plots of the lesson on vanishing gradients: eigenvalues within and beyond the unit circle, values beyond an axis, overflow. */
export const GRADIENT_STATES: readonly GalleryState[] = [
  { id: 'plane-small', title: 'Eigenvalues near 0', render: () => <Plane radius={0.1} /> },
  { id: 'plane-large', title: 'Eigenvalues up to 2', render: () => <Plane radius={2} units={32} /> },
  {
    id: 'plane-circle',
    title: 'Eigenvalues on the unit circle',
    render: () => <Plane kind="orthogonal" radius={1} />,
  },
  { id: 'log-axis', title: 'Beyond both ends of a logarithmic axis', render: () => <Gradients /> },
  { id: 'surface-wall', title: 'A trail that leaves the map', render: () => <Wall activation="tanh" /> },
  { id: 'surface-overflow', title: 'A trail that ends in NaN', render: () => <Wall activation="linear" /> },
];
