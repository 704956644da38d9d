import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed, formatMagnitude, formatPower } from '../../components/diagrams/formatNumber.ts';
import { ComplexPlane } from '../../components/plots/ComplexPlane.tsx';
import type { Columns } from '../../components/plots/curve.ts';
import { MultiLineChart } from '../../components/plots/MultiLineChart.tsx';
import { useText } from '../../components/text/useText.tsx';
import { spectrumMessages } from '../../i18n/messages/spectrum.ts';
import { MATRIX_KINDS } from '../../models/gradient-flow/matrices.ts';
import { growthPerStep } from '../../models/gradient-flow/norms.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { drawRecurrent, type Flow, flowOf } from './flow.ts';
import { MOST_INPUT, RADIUS, SPECTRUM_TABLE, type SpectrumSettings, UNIT_FUNCTIONS } from './settings.ts';
import styles from './spectrum.module.css';

/** Fixed, so that the slider moves the line and not the axis. */
const DOMAIN = [1e-12, 1e12] as const;

function useFlow({ kind, radius, activation, input, units, steps, seed }: SpectrumSettings): Flow {
  const drawn = useMemo(() => drawRecurrent({ kind, units, seed }), [kind, units, seed]);
  return useMemo(
    () => flowOf(drawn, { radius, activation, input, units, steps, seed }),
    [drawn, radius, activation, input, units, steps, seed],
  );
}

type ControlProps = Pick<FigureState<SpectrumSettings>, 'settings' | 'change'>;

function Controls({ settings, change }: ControlProps) {
  const text = useText(spectrumMessages);
  const slider = (field: 'radius' | 'input' | 'units' | 'steps', min: number, max: number, step: number) => (
    <Slider
      label={text(`spectrum.${field}`)}
      value={settings[field]}
      min={min}
      max={max}
      step={step}
      format={(value) => (step < 1 ? formatFixed(value, 2) : String(value))}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <div className={tools.bar}>
      {slider('radius', RADIUS.low, RADIUS.high, RADIUS.step)}
      <SegmentedControl
        label={text('spectrum.kind')}
        value={settings.kind}
        options={MATRIX_KINDS.map((value) => ({ value, label: text(`spectrum.kind-${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <SegmentedControl
        label={text('spectrum.activation')}
        value={settings.activation}
        options={UNIT_FUNCTIONS.map((value) => ({ value, label: text(`spectrum.g-${value}`) }))}
        onChange={(activation) => change({ activation })}
      />
      {slider('input', 0, MOST_INPUT, 0.05)}
      {slider('units', 2, 32, 1)}
      {slider('steps', 5, 100, 5)}
      <Button icon="reset" onClick={() => change({ seed: (settings.seed + 1) % 2 ** 32 })}>
        {text('spectrum.another')}
      </Button>
    </div>
  );
}

const powers = (base: number, length: number): Columns => ({
  x: Float64Array.from({ length }, (_, k) => k),
  y: Float64Array.from({ length }, (_, k) => base ** k),
  length,
});

function Curves({ flow }: { readonly flow: Flow }) {
  const text = useText(spectrumMessages);
  const { norms, spectrum } = flow;
  const own = { x: Float64Array.from(norms, (_, k) => k), y: norms, length: norms.length };
  return (
    <MultiLineChart
      series={[
        {
          id: 'bound',
          label: text('spectrum.bound'),
          role: 'input',
          dash: '2 4',
          curve: powers(spectrum.norm, norms.length),
        },
        {
          id: 'power',
          label: text('spectrum.power'),
          role: 'cell',
          dash: '6 4',
          curve: powers(spectrum.radius, norms.length),
        },
        { id: 'net', label: text('spectrum.net'), role: 'hidden', curve: own },
      ]}
      name={text('spectrum.chart')}
      xLabel={text('spectrum.axis')}
      yDomain={DOMAIN}
      yScale="log"
      formatY={formatMagnitude}
      reference={{ value: 1, label: text('spectrum.start') }}
      height={320}
    />
  );
}

function Plane({ flow: { spectrum } }: { readonly flow: Flow }) {
  const text = useText(spectrumMessages);
  const beyond = spectrum.eigenvalues.filter(({ re, im }) => Math.hypot(re, im) > 1).length;
  return (
    <ComplexPlane
      points={spectrum.eigenvalues}
      radius={spectrum.radius}
      extent={RADIUS.high * 1.08}
      name={text('spectrum.plane', {
        count: spectrum.eigenvalues.length,
        beyond,
        radius: formatFixed(spectrum.radius, 2),
      })}
      unitLabel="|λ| = 1"
      radiusLabel={`ρ = ${formatFixed(spectrum.radius, 2)}`}
    />
  );
}

function Readout({ flow: { spectrum, norms, slope } }: { readonly flow: Flow }) {
  const text = useText(spectrumMessages);
  const steps = norms.length - 1;
  const end = norms[steps] ?? Number.NaN;
  return (
    <>
      <p className={tools.readout} role="status" data-testid="spectrum">
        {text('spectrum.here', {
          radius: formatFixed(spectrum.radius, 2),
          norm: formatFixed(spectrum.norm, 2),
          slope: formatFixed(slope, 2),
          steps,
          end: formatMagnitude(end),
          rate: formatFixed(growthPerStep(1, end, steps), 3),
        })}
      </p>
      <p className={tools.note}>{text('spectrum.legend')}</p>
    </>
  );
}

const exact = (value: number): string => formatPower(value, 4);

function Numbers({ flow: { spectrum, norms } }: { readonly flow: Flow }) {
  const text = useText(spectrumMessages);
  return (
    <>
      <NumberTable
        caption={text('spectrum.table')}
        heads={[text('spectrum.head-k'), text('spectrum.head-length'), 'ρᵏ', 'σᵏ']}
        rows={Array.from(norms, (norm, k) => ({
          id: String(k),
          cells: [k, exact(norm), exact(spectrum.radius ** k), exact(spectrum.norm ** k)],
        }))}
      />
      <NumberTable
        caption={text('spectrum.table-values')}
        heads={['λ', ...(['re', 'im', 'abs'] as const).map((head) => text(`spectrum.head-${head}`))]}
        rows={spectrum.eigenvalues.map(({ re, im }, i) => ({
          id: String(i),
          cells: [i + 1, formatFixed(re, 4), formatFixed(im, 4), formatFixed(Math.hypot(re, im), 4)],
        }))}
      />
    </>
  );
}

const csvOf = ({ spectrum, norms }: Flow) => [
  ['k', 'length', 'rho^k', 'sigma^k'],
  ...Array.from(norms, (norm, k) => [k, norm, spectrum.radius ** k, spectrum.norm ** k]),
  ['re', 'im'],
  ...spectrum.eigenvalues.map(({ re, im }) => [re, im]),
];

/** A recurrent matrix scaled by hand: its eigenvalues, and the length of a gradient at every step back. */
export function SpectrumFigure(props: {
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch what is on show. */
  readonly children?: (settings: SpectrumSettings, flow: Flow) => ReactNode;
}) {
  const text = useText(spectrumMessages);
  const figure = useFigure(SPECTRUM_TABLE, props.id);
  const { settings, change } = figure;
  // The slider stays smooth while 32 units over 100 steps are computed again.
  const shown = useDeferredValue(settings);
  const flow = useFlow(shown);
  return (
    <ToolFigure
      id={props.id}
      title={text('spectrum.title')}
      caption={props.caption}
      table={SPECTRUM_TABLE}
      figure={figure}
      csv={() => csvOf(flow)}
      numbers={<Numbers flow={flow} />}
    >
      <Controls settings={settings} change={change} />
      <div className={styles.pair}>
        <Plane flow={flow} />
        <Curves flow={flow} />
      </div>
      <Readout flow={flow} />
      {props.children?.(shown, flow)}
    </ToolFigure>
  );
}
