import { type ReactNode, useMemo } from 'react';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { DesignNet } from '../../components/diagrams/design/DesignNet.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { designMessages } from '../../i18n/messages/designs.ts';
import {
  DESIGNS,
  type DesignFacts,
  type DesignGraph,
  designFacts,
  designGraph,
  firstInput,
  lastOutput,
} from '../../models/depth/designs.ts';
import { longestPath, shortestPath } from '../../models/graph/paths.ts';
import type { FigureState } from '../../store/figure.ts';
import { useSettings } from '../../store/settings.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import styles from './designs.module.css';
import { DesignFormula } from './Formulas.tsx';
import { DESIGN_TABLE, type DesignSettings, RANGES, WAYS } from './settings.ts';

type Controlled = Pick<FigureState<DesignSettings>, 'settings' | 'change'>;

function Controls({ settings, change }: Controlled) {
  const text = useText(designMessages);
  return (
    <>
      <div className={styles.designs}>
        <SegmentedControl
          label={text('designs.design')}
          value={settings.design}
          options={DESIGNS.map((value) => ({ value, label: text(`designs.${value}`) }))}
          onChange={(design) => change({ design })}
        />
      </div>
      <div className={tools.bar}>
        {(['extra', 'steps'] as const).map((field) => (
          <Slider
            key={field}
            label={text(`designs.field-${field}`)}
            value={settings[field]}
            min={RANGES[field][0]}
            max={RANGES[field][1]}
            step={1}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
        {(['hidden', 'vocabulary'] as const).map((field) => (
          <span key={field} className={styles.field}>
            <NumberField
              label={text(`designs.field-${field}`)}
              value={settings[field]}
              min={RANGES[field][0]}
              max={RANGES[field][1]}
              integer
              onChange={(value) => change({ [field]: value })}
            />
          </span>
        ))}
        <Select
          label={text('designs.way')}
          value={settings.way}
          options={WAYS.map((value) => ({ value, label: text(`designs.way-${value}`) }))}
          onChange={(way) => change({ way })}
        />
      </div>
    </>
  );
}

const HEADS = ['design', 'parameters', 'between', 'shortest', 'longest'] as const;
const cellsOf = ({ parameters, between, shortest, longest }: DesignFacts) => [
  parameters,
  between,
  shortest,
  longest,
];

/** All designs side by side: what they cost, and how long the ways through them are. */
function Facts(props: Controlled & { readonly facts: readonly DesignFacts[] }) {
  const { settings, change, facts } = props;
  const text = useText(designMessages);
  const number = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const caption = text('designs.table', { hidden: settings.hidden, vocabulary: settings.vocabulary });
  return (
    <div className={styles.board}>
      <p className={tools.note}>{caption}</p>
      <ScrollBox label={caption} className={tools.scroller ?? ''}>
        <table className={styles.facts} aria-label={caption} data-testid="facts">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {text(`designs.head-${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DESIGNS.map((design, i) => (
              <tr key={design} data-selected={design === settings.design}>
                <th scope="row">
                  <button type="button" className={styles.row} onClick={() => change({ design })}>
                    {text(`designs.${design}`)}
                  </button>
                </th>
                {cellsOf(facts[i] ?? { parameters: 0, between: 0, shortest: 0, longest: 0 }).map(
                  (value, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
                    <td key={column}>{number.format(value)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

/** The way that is lit. */
function useWay(graph: DesignGraph, way: DesignSettings['way']): ReadonlySet<string> {
  return useMemo(() => {
    const search = way === 'shortest' ? shortestPath : longestPath;
    const nodes = search(graph.arcs, firstInput, lastOutput(graph.size))?.nodes ?? [];
    return new Set(nodes.slice(1).map((node, i) => `${nodes[i]}>${node}`));
  }, [graph, way]);
}

/** Where depth can go in a recurrent step: one drawing that turns into each design, with its equation, cost and ways. */
export function DesignsFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(designMessages);
  const figure = useFigure(DESIGN_TABLE, props.id);
  const notation = useSettings(({ notation: letters }) => letters);
  const { settings, change } = figure;
  const { design, extra, steps, hidden, vocabulary, way } = settings;
  const graphs = useMemo(
    () => DESIGNS.map((each) => designGraph(each, { extra, steps, hidden, vocabulary })),
    [extra, steps, hidden, vocabulary],
  );
  const facts = useMemo(() => graphs.map(designFacts), [graphs]);
  const graph = graphs[DESIGNS.indexOf(design)] ?? designGraph(design, settings);
  const lit = useWay(graph, way);
  const table = <Facts settings={settings} change={change} facts={facts} />;
  return (
    <ToolFigure
      id={props.id}
      title={text('designs.title')}
      caption={props.caption}
      table={DESIGN_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...facts.map((each, i) => [DESIGNS[i] ?? '', ...cellsOf(each)])]}
      numbers={<p className={tools.note}>{text('designs.above')}</p>}
    >
      <Controls settings={settings} change={change} />
      <div className={styles.main}>
        <ScrollBox label={text('designs.drawing')} className={tools.scroller ?? ''}>
          <DesignNet
            graph={graph}
            lit={lit}
            notation={notation}
            name={text('designs.name', {
              design: text(`designs.${design}`),
              steps,
              extra,
              way: text(`designs.way-${way}`),
              length: lit.size,
            })}
          />
        </ScrollBox>
        <div className={styles.side}>
          <p className={styles.about} role="status">
            {text(`designs.about-${design}`)}
          </p>
          <ScrollBox label={text('designs.formula')} className={styles.formula ?? ''}>
            <DesignFormula design={design} />
          </ScrollBox>
        </div>
      </div>
      {table}
    </ToolFigure>
  );
}
