import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { PlayButton } from '../../../components/controls/PlayButton.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { TextField } from '../../../components/controls/TextField.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../../components/plots/CellMatrix.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { SetFault } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import { type PageVectors, usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';
import { parseWords } from '../../../instruments/word-map/words.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import { embeddingsLessonMessages } from '../messages.ts';
import { FEATURES, readFeatures } from './features.ts';
import styles from './figures.module.css';
import { productCost, type Rows, sumAfter } from './lookup.ts';
import { oneHot } from './measures.ts';
import { LOOKUP_TABLE, type LookupSettings, MOST_ROWS } from './settings.ts';
import { shortLabel } from './short-label.ts';

/** Dimensions that are printed of each vector. */
const SHOWN = 6;
/** Letters that have room beside a row. */
const LABEL = 11;
/** Between two rows, ms. */
const PACE = 600;

/** Until real vectors are there: the features given by hand. */
const GIVEN: Rows = {
  words: readFeatures('').words,
  shown: FEATURES.length,
  values: Float64Array.from(readFeatures('').values),
};

/** The rows of some words of the set; null: they are not there yet. */
function useRows(set: VectorSet | null, typed: string) {
  const words = useMemo(() => parseWords(typed, MOST_ROWS), [typed]);
  const { answer } = useAnswer(
    set,
    words.length > 0 ? { kind: 'rows', words, first: 0, centred: false } : null,
  );
  const rows = useMemo((): Rows | null => {
    if (!answer || answer.words.length === 0 || words.length === 0) return null;
    const { dimensions: d } = answer;
    const shown = Math.min(SHOWN, d);
    const values = answer.words.flatMap((_, i) => [...answer.vectors.subarray(i * d, i * d + shown)]);
    return { words: answer.words, shown, values: Float64Array.from(values) };
  }, [answer, words]);
  return { rows, missing: words.length > 0 ? (answer?.missing ?? []) : [] };
}

/** Why the features given by hand are shown. */
function whyGiven({ set, fault }: PageVectors): 'embed.rows-none' | 'embed.rows-fault' | 'embed.rows-given' {
  if (fault) return 'embed.rows-fault';
  return set ? 'embed.rows-none' : 'embed.rows-given';
}

/** One row after the other while it plays; at the end it rests. */
function usePlay(step: number, last: number, onStep: (step: number) => void) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (step >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onStep(step + 1), PACE);
    return () => clearTimeout(timer);
  }, [playing, step, last, onStep]);
  const toggle = () => {
    if (!playing && step >= last) onStep(0);
    setPlaying(!playing);
  };
  return { playing, toggle, pause: () => setPlaying(false) };
}

interface ProductProps {
  readonly rows: Rows;
  readonly word: number;
  readonly step: number;
}

/** One-hot column, matrix, and the sum of the products so far in the last row. */
function Product({ rows, word, step }: ProductProps) {
  const text = useText(embeddingsLessonMessages);
  const palette = useSignedPalette();
  const { words, shown, values } = rows;
  const [selected, setSelected] = useState({ row: word, column: 1 });
  const o = oneHot(word, words.length);
  const sum = sumAfter(rows, word, step);
  const last = words.length;
  const valueAt = (row: number, column: number): number => {
    if (row === last) return sum[column - 1] ?? 0;
    return column === 0 ? (o[row] ?? 0) : (values[row * shown + column - 1] ?? 0);
  };
  const rowLabel = (row: number) => (row === last ? text('embed.sum') : shortLabel(words[row] ?? '', LABEL));
  const termOf = (row: number, column: number) => {
    if (column === 0) return 'input';
    return row === last || row === word ? 'hidden' : undefined;
  };
  const columnLabel = (column: number) => (column === 0 ? 'o' : String(column));
  return (
    <CellMatrix
      rows={last + 1}
      columns={shown + 1}
      name={text('embed.product-name', { word: words[word] ?? '' })}
      rowName=""
      columnName={text('embed.dimension')}
      labelWidth={82}
      columnWidth={54}
      rowLabel={rowLabel}
      columnLabel={columnLabel}
      selected={selected}
      onSelect={(row, column) => setSelected({ row, column })}
      cell={(row, column) => {
        if (row === last && column === 0) return null;
        const value = valueAt(row, column);
        const shownValue = column === 0 ? String(value) : formatFixed(value, 2);
        return {
          fill: signedColor(value, palette),
          text: shownValue,
          name: `${rowLabel(row)}, ${columnLabel(column)}: ${shownValue}`,
          marked: row === step - 1 || (row === last && step > 0),
          term: termOf(row, column),
        };
      }}
    />
  );
}

interface BarProps {
  readonly rows: Rows;
  readonly settings: LookupSettings;
  readonly change: (part: Partial<LookupSettings>) => void;
  readonly word: number;
  readonly step: number;
}

function Bar({ rows, change, word, step }: BarProps) {
  const text = useText(embeddingsLessonMessages);
  const last = rows.words.length;
  const play = usePlay(step, last, (next) => change({ step: next }));
  const go = (next: number) => {
    play.pause();
    change({ step: next });
  };
  return (
    <div className={tools.bar}>
      <Select
        label={text('embed.look-up')}
        value={String(word + 1)}
        options={rows.words.map((each, i) => ({ value: String(i + 1), label: each }))}
        onChange={(at) => change({ word: Number(at), step: 0 })}
      />
      <PlayButton playing={play.playing} quiet label={text('embed.multiply')} onToggle={play.toggle} />
      <Button
        icon="stepBack"
        label={text('embed.row-back')}
        disabled={step === 0}
        onClick={() => go(step - 1)}
      />
      <Button
        icon="stepForward"
        label={text('embed.row-on')}
        disabled={step >= last}
        onClick={() => go(step + 1)}
      />
      <Button onClick={() => go(last)}>{text('embed.take-row')}</Button>
    </div>
  );
}

/** What the step does, and what the product costs for the whole set. */
function Said({ rows, word, step, set }: ProductProps & { readonly set: VectorSet | null }) {
  const text = useText(embeddingsLessonMessages);
  const row = step - 1;
  const said =
    step === 0
      ? text('embed.step-start', { word: rows.words[word] ?? '' })
      : text(row === word ? 'embed.step-one' : 'embed.step-zero', { row: rows.words[row] ?? '', step });
  const cost = set && productCost(set.info.words, set.info.dimensions);
  return (
    <>
      <p className={tools.readout} aria-live="polite" data-testid="step">
        {said}
      </p>
      {cost && set && (
        <p className={tools.note} data-testid="cost">
          {text('embed.cost', { ...cost, words: set.info.words, dimensions: set.info.dimensions })}
        </p>
      )}
    </>
  );
}

/** The product of a one-hot vector and a matrix, row by row: it is that row. */
export function LookupFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(embeddingsLessonMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(LOOKUP_TABLE, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  const { rows: real, missing } = useRows(page.set, settings.words);
  const rows = real ?? GIVEN;
  const why = real ? null : whyGiven(page);
  const word = Math.min(settings.word, rows.words.length) - 1;
  const step = Math.min(settings.step, rows.words.length);
  const heads = [text('embed.word'), 'o', ...Array.from({ length: rows.shown }, (_, j) => String(j + 1))];
  const o = oneHot(word, rows.words.length);
  const lines = [
    ...rows.words.map((each, i) => [
      each,
      o[i] ?? 0,
      ...rows.values.subarray(i * rows.shown, (i + 1) * rows.shown),
    ]),
    [text('embed.sum'), '', ...sumAfter(rows, word, step)],
  ];
  return (
    <ToolFigure
      id={id}
      title={text('embed.lookup-title')}
      caption={caption}
      table={LOOKUP_TABLE}
      figure={figure}
      csv={() => [heads, ...lines]}
      numbers={
        <NumberTable
          caption={text('embed.product-name', { word: rows.words[word] ?? '' })}
          heads={heads}
          rows={lines.map((cells, i) => ({
            id: String(i),
            cells: cells.map((cell, j) =>
              typeof cell === 'number' && j > 1 ? cell.toFixed(4) : String(cell),
            ),
          }))}
        />
      }
    >
      <div ref={frame} className={styles.block}>
        <TextField
          label={text('embed.rows')}
          value={settings.words}
          rows={1}
          maxLength={200}
          {...(why ? { hint: text(why) } : {})}
          onChange={(words) => change({ words, step: 0 })}
        />
        {page.fault && <SetFault page={page} />}
        {missing.length > 0 && (
          <p className={tools.note} role="status">
            {text('embed.missing', { words: missing.join(', ') })}
          </p>
        )}
        <Bar rows={rows} settings={settings} change={change} word={word} step={step} />
        <Product rows={rows} word={word} step={step} />
        <Said rows={rows} word={word} step={step} set={page.set} />
      </div>
    </ToolFigure>
  );
}
