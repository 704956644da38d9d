import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import panels from '../../../instruments/vector-panels/vector-panels.module.css';
import { WordField } from '../../../instruments/vector-panels/WordField.tsx';
import { WordsField } from '../../../instruments/vector-panels/WordsField.tsx';
import { norm } from '../../../models/vectors/row-kernel.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import { biasMessages } from '../messages.ts';
import { AxisNews } from './AxisNews.tsx';
import { wordsIn } from './axis.ts';
import styles from './figures.module.css';
import { StepDrawing } from './StepDrawing.tsx';
import { digits3 } from './say.ts';
import { DIRECTIONS, STEP_TABLE, type StepSettings } from './settings.ts';
import { type Steps, takeSteps } from './steps.ts';
import { useAxis } from './useAxis.ts';
import { usePage } from './usePage.ts';
import { PAIRS } from './word-lists.ts';

type Named = { readonly steps: Steps; readonly word: string; readonly pair: readonly [string, string] };

function useRows({ steps, word, pair: [a, b] }: Named) {
  const text = useText(biasMessages);
  const heads = [
    text('bias.head-stage'),
    text('bias.head-along', { word }),
    text('bias.head-cosine', { a: word, b: a }),
    text('bias.head-cosine', { a: word, b }),
    text('bias.head-difference'),
  ];
  const rows = steps.stages.map(({ stage, along, withA, withB }) => ({
    id: stage,
    name: text(`bias.stage-${stage}`, { word }),
    cells: [along, withA, withB, withB - withA],
  }));
  return { heads, rows };
}

function Stages(props: Named) {
  const text = useText(biasMessages);
  const { heads, rows } = useRows(props);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={text('bias.stages')}>
      <table className={styles.numbers} data-testid="stages">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr key={id} data-stage={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={i} data-strong={i === 3 || undefined}>
                  {digits3(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The arithmetic in the words' own numbers, or why there is none. */
function Arithmetic({ steps, word, pair: [a, b] }: Named) {
  const text = useText(biasMessages);
  const { neutralised, equalised } = steps;
  return (
    <div className={styles.news}>
      <p className={neutralised.vector ? panels.note : panels.error}>
        {neutralised.vector
          ? text('bias.arithmetic', {
              along: digits3(neutralised.along),
              rest: norm(neutralised.rest).toFixed(3),
            })
          : text('bias.nothing', { word })}
      </p>
      <p className={equalised.ok ? panels.note : panels.error}>
        {equalised.ok
          ? text('bias.arithmetic-pair', {
              common: norm(equalised.common).toFixed(3),
              apart: equalised.apart.toFixed(3),
            })
          : text(`bias.${equalised.reason}`, { a, b })}
      </p>
    </div>
  );
}

function Table(props: Named) {
  const text = useText(biasMessages);
  const { heads, rows } = useRows(props);
  return (
    <NumberTable
      caption={text('bias.step-title')}
      heads={heads}
      rows={rows.map(({ id, name, cells }) => ({
        id,
        cells: [name, ...cells.map((cell) => cell.toFixed(5))],
      }))}
    />
  );
}

interface FieldsProps {
  readonly set: VectorSet;
  readonly settings: StepSettings;
  readonly change: (part: Partial<StepSettings>) => void;
}

function Fields({ set, settings, change }: FieldsProps) {
  const text = useText(biasMessages);
  return (
    <>
      <div className={styles.row}>
        <SegmentedControl
          label={text('bias.direction')}
          value={settings.direction}
          options={DIRECTIONS.map((value) => ({ value, label: text(`bias.from-${value}`) }))}
          onChange={(chosen) => change({ direction: chosen })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.grow}>
          <WordField
            set={set}
            label={text('bias.word')}
            live
            value={settings.word}
            onChange={(typed) => change({ word: typed })}
          />
        </span>
        <span className={styles.grow}>
          <WordsField
            label={text('bias.pair')}
            rows={1}
            value={settings.pair}
            onChange={(typed) => change({ pair: typed })}
          />
        </span>
      </div>
    </>
  );
}

/** One word and one pair, step by step, in numbers and on the half circle that all vectors of length 1 lie on. */
export function StepFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(biasMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(STEP_TABLE, id);
  const { settings, change } = figure;
  const page = usePage(frame);
  const { word, direction } = settings;
  const [a, b, more] = useMemo(() => wordsIn(settings.pair), [settings.pair]);
  const pair = a !== undefined && b !== undefined && more === undefined ? ([a, b] as const) : null;
  const bias = useAxis(page.set, PAIRS[direction], [word, ...(pair ?? [])]);
  const { axis, unit } = bias;
  const steps = axis?.result.ok && pair ? takeSteps(word, pair, unit, axis.result.direction) : null;
  const named = steps && pair ? { steps, word, pair } : null;
  return (
    <ToolFigure
      id={id}
      title={text('bias.step-title')}
      caption={caption}
      table={STEP_TABLE}
      figure={figure}
      csv={() => [
        ['stage', 'along', 'cos first', 'cos second'],
        ...(steps?.stages.map(({ stage, along, withA, withB }) => [stage, along, withA, withB]) ?? []),
      ]}
      numbers={named && <Table {...named} />}
    >
      <div ref={frame} className={styles.figure}>
        <SetGate page={page}>
          {(set) => (
            <div className={styles.step}>
              <Fields set={set} settings={settings} change={change} />
              <AxisNews bias={bias} />
              {!pair && <p className={panels.error}>{text('bias.need-pair')}</p>}
              {named && (
                <>
                  <StepDrawing steps={named.steps} low="he" high="she" />
                  <Stages {...named} />
                  <Arithmetic {...named} />
                </>
              )}
            </div>
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}
