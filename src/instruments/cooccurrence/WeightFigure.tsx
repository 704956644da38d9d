import { type ReactNode, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { MOST_CELLS } from '../../models/glove/cooccurrence.ts';
import { cellWeight } from '../../models/glove/weighting.ts';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { CountedBar } from './CountedBar.tsx';
import { LOG_MOST, WEIGHT_TABLE, type WeightSettings } from './settings.ts';
import { TextPart } from './TextPart.tsx';
import { type CellsFound, useCells } from './useCells.ts';
import { useCountedText } from './useCountedText.ts';
import { WeightChart } from './WeightChart.tsx';
import { WeightSliders } from './WeightSliders.tsx';
import { type WeightFacts, weightFacts } from './weights.ts';

/** What a lesson may look at for its checkpoints. */
export interface WeightView {
  readonly settings: WeightSettings;
  readonly facts: WeightFacts | null;
}

interface BarProps {
  readonly settings: WeightSettings;
  readonly change: (part: Partial<WeightSettings>) => void;
}

const FAMOUS = [
  { id: 'paper', logMost: 2, power: 0.75 },
  { id: 'small', logMost: 1, power: 0.75 },
  { id: 'flat', logMost: LOG_MOST.least, power: 0 },
] as const;

function WeightBar({ settings, change }: BarProps) {
  const text = useText(cooccurrenceMessages);
  return (
    <div className={tools.bar}>
      <WeightSliders settings={settings} change={change} step={0.05} />
      {FAMOUS.map(({ id, logMost, power }) => (
        <Button
          key={id}
          pressed={settings.logMost === logMost && settings.power === power}
          onClick={() => change({ logMost, power })}
        >
          {text(`weight.famous-${id}`)}
        </Button>
      ))}
    </div>
  );
}

/** Counts at which the table says what f is. */
const LISTED = [0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

function listed({ logMost, power }: WeightSettings, sorted: Float64Array | null) {
  return LISTED.map((x) => {
    const above = sorted?.filter((value) => value >= x).length ?? null;
    return { x, f: cellWeight(x, { most: 10 ** logMost, power }), above };
  });
}

/** Why there is no curve yet, or none at all. */
function NoCells({
  found,
  words,
  window,
}: {
  readonly found: CellsFound;
  readonly words: number;
  readonly window: number;
}) {
  const text = useText(cooccurrenceMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  return (
    <p className={tools.waiting} role="status">
      {found === 'too-many'
        ? text('weight.too-many', {
            words: formatWhole(words, tag),
            window,
            most: formatWhole(MOST_CELLS, tag),
          })
        : text('weight.counting')}
    </p>
  );
}

/** How much a cell counts, over the cells that a text really has. */
export function WeightFigure({
  id,
  caption,
  children,
}: {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: WeightView) => ReactNode;
}) {
  const text = useText(cooccurrenceMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const figure = useFigure(WEIGHT_TABLE, id);
  const { settings, change } = figure;
  const { logMost, power } = settings;
  const counted = useCountedText(settings);
  const found = useCells(counted.read, settings);
  const values = found === 'too-many' ? null : found;
  const facts = useMemo(
    () => values && weightFacts(values, { most: 10 ** logMost, power }),
    [values, logMost, power],
  );
  const rows = listed(settings, values).map(({ x, f, above }) => [x, f, above] as const);
  return (
    <ToolFigure
      id={id}
      title={text('weight.title')}
      caption={caption}
      table={WEIGHT_TABLE}
      figure={figure}
      csv={() => [['x', 'f(x)', 'cells of at least x'], ...rows]}
      numbers={
        <NumberTable
          caption={text('weight.chart')}
          heads={(['x', 'f', 'above'] as const).map((head) => text(`weight.head-${head}`))}
          rows={rows.map(([x, f, above]) => ({
            id: String(x),
            cells: [x, significant(f, 3), above === null ? '–' : formatWhole(above, tag)],
          }))}
        />
      }
    >
      <TextPart settings={settings} change={change} counted={counted} />
      <CountedBar settings={settings} change={change} />
      <WeightBar settings={settings} change={change} />
      {values && facts ? (
        <>
          <WeightChart values={values} settings={settings} change={change} />
          <p className={tools.readout} role="status" data-testid="weight">
            {text('weight.said', {
              cells: formatWhole(facts.cells, tag),
              below: significant(100 * facts.below, 4),
              most: significant(10 ** logMost, 3),
              top: significant(100 * facts.top, 3),
              plain: significant(100 * facts.plainTop, 3),
            })}
          </p>
        </>
      ) : (
        <NoCells found={found} words={counted.read?.words.length ?? 0} window={settings.window} />
      )}
      {children?.({ settings, facts })}
    </ToolFigure>
  );
}
