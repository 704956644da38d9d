import type { ReactNode } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { RoleBars } from '../../components/plots/RoleBars.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { nnlmMessages } from '../../i18n/messages/nnlm.ts';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { cbowCosts, type LayerCosts, nnlmCosts, totalCost } from '../../models/nnlm/costs.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { formatTimes } from '../softmax-costs/formatTime.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { LAYER_TABLE, type LayerSettings, LIMITS, VOCABULARIES } from './layer-settings.ts';

const LAYERS = ['lookup', 'hidden', 'output'] as const;
const ROLES: Readonly<Record<keyof LayerCosts, FigureRole>> = {
  lookup: 'input',
  hidden: 'hidden',
  output: 'output',
};

/** The costs that a link's settings mean. */
export function costsOf({ model, scores, ...shape }: LayerSettings): LayerCosts {
  return (model === 'nnlm' ? nnlmCosts : cbowCosts)(shape, scores);
}

function useCount(): (value: number) => string {
  const tag = LANGUAGE_TAG[useLocale()];
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  return (value) => format.format(value);
}

type Part = Pick<FigureState<LayerSettings>, 'settings' | 'change'>;

function Controls({ settings, change }: Part) {
  const text = useText(nnlmMessages);
  const count = useCount();
  const places = VOCABULARIES.map((size) => Math.abs(Math.log(size / settings.vocabulary)));
  return (
    <div className={tools.bar}>
      {(['context', 'dimensions', 'hidden'] as const).map((field) => (
        <Slider
          key={field}
          label={text(field === 'context' ? 'nnlm.words' : `nnlm.${field}`)}
          value={settings[field]}
          min={LIMITS[field].least}
          max={LIMITS[field].most}
          step={LIMITS[field].step}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <Slider
        label={text('layers.vocabulary')}
        value={places.indexOf(Math.min(...places))}
        min={0}
        max={VOCABULARIES.length - 1}
        step={1}
        format={() => count(settings.vocabulary)}
        onChange={(place) => change({ vocabulary: VOCABULARIES[place] ?? settings.vocabulary })}
      />
    </div>
  );
}

function Switches({ settings, change }: Part) {
  const text = useText(nnlmMessages);
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('layers.model')}
        value={settings.model}
        options={(['nnlm', 'cbow'] as const).map((value) => ({ value, label: text(`layers.${value}`) }))}
        onChange={(model) => change({ model })}
      />
      <SegmentedControl
        label={text('layers.scores')}
        value={settings.scores}
        options={(['full', 'tree'] as const).map((value) => ({ value, label: text(`layers.${value}`) }))}
        onChange={(scores) => change({ scores })}
      />
    </div>
  );
}

function Bars({ settings }: { readonly settings: LayerSettings }) {
  const text = useText(nnlmMessages);
  const count = useCount();
  const costs = costsOf(settings);
  const { model, scores } = settings;
  const formula = {
    lookup: text('layers.lookup-formula'),
    hidden: text(costs.hidden > 0 ? 'layers.hidden-formula' : 'layers.none'),
    output: text(`layers.output-${model}-${scores}`),
  };
  const most = Math.max(...Object.values(costs));
  const rows = LAYERS.map((layer) => ({
    id: layer,
    role: ROLES[layer],
    label: text(`layers.${layer}`),
    note: formula[layer],
    share: costs[layer] / most,
    value: count(costs[layer]),
  }));
  return <RoleBars name={text('layers.title')} rows={rows} />;
}

function Readout({ settings }: { readonly settings: LayerSettings }) {
  const text = useText(nnlmMessages);
  const count = useCount();
  const costs = costsOf(settings);
  const total = totalCost(costs);
  const whole = totalCost(nnlmCosts(settings));
  return (
    <p className={tools.readout} role="status" data-testid="layers-readout">
      {text('layers.readout', {
        total: count(total),
        share: `${((100 * costs.output) / total).toFixed(1)}%`,
      })}{' '}
      {total < whole && text('layers.whole', { whole: count(whole), times: formatTimes(whole / total) })}
    </p>
  );
}

const KINDS = [
  ['nnlm', 'full'],
  ['nnlm', 'tree'],
  ['cbow', 'full'],
  ['cbow', 'tree'],
] as const;

const rowsOf = (settings: LayerSettings) =>
  KINDS.map(([model, scores]) => {
    const costs = costsOf({ ...settings, model, scores });
    return { model, scores, values: [...LAYERS.map((layer) => costs[layer]), totalCost(costs)] };
  });

function Numbers({ settings }: { readonly settings: LayerSettings }) {
  const text = useText(nnlmMessages);
  const count = useCount();
  const { context, dimensions, hidden, vocabulary } = settings;
  return (
    <NumberTable
      caption={text('layers.table', { context, dimensions, hidden, vocabulary: count(vocabulary) })}
      heads={[text('layers.model'), ...LAYERS.map((layer) => text(`layers.${layer}`)), text('layers.total')]}
      rows={rowsOf(settings).map(({ model, scores, values }) => ({
        id: `${model} ${scores}`,
        cells: [`${text(`layers.${model}`)}, ${text(`layers.${scores}`)}`, ...values.map(count)],
      }))}
    />
  );
}

export interface LayerCostFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
}

/** Multiplications of one prediction, layer by layer, and what is left of them without a layer or with a tree. */
export function LayerCostFigure({ id, caption }: LayerCostFigureProps) {
  const text = useText(nnlmMessages);
  const figure = useFigure(LAYER_TABLE, id);
  const { settings, change } = figure;
  return (
    <ToolFigure
      id={id}
      title={text('layers.title')}
      caption={caption}
      table={LAYER_TABLE}
      figure={figure}
      csv={() => [
        ['model', 'scores', ...LAYERS, 'total'],
        ...rowsOf(settings).map(({ model, scores, values }) => [model, scores, ...values]),
      ]}
      numbers={<Numbers settings={settings} />}
    >
      <Controls settings={settings} change={change} />
      <Switches settings={settings} change={change} />
      <Bars settings={settings} />
      <Readout settings={settings} />
    </ToolFigure>
  );
}
