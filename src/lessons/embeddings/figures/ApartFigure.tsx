import { type ReactNode, useMemo, useRef, useState } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { TextField } from '../../../components/controls/TextField.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../../components/plots/CellMatrix.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { useAnswer } from '../../../instruments/vectors/useAnswer.ts';
import { usePageVectors } from '../../../instruments/vectors/usePageVectors.ts';
import { parseWords } from '../../../instruments/word-map/words.ts';
import type { VectorAnswers } from '../../../store/vectors-state.ts';
import { embeddingsLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { cosine, distance, oneHot } from './measures.ts';
import { APART_TABLE, type ApartSettings } from './settings.ts';
import { shortLabel } from './short-label.ts';

const MOST_WORDS = 8;
/** Letters that have room beside a row or over a column. */
const LABEL = 9;
const MEASURES = { cosine, distance };
/** Vectors of length 1 are at most this far apart: full colour. */
const FARTHEST = 2;

export interface Compared {
  readonly words: readonly string[];
  readonly vectors: readonly Float64Array[];
}

/** Rows of length 1, so that distances can be compared with those of one-hot vectors. */
export function unitRows({ words, vectors, dimensions: d }: VectorAnswers['rows']): Compared {
  return {
    words,
    vectors: words.map((_, i) => {
      const row = Float64Array.from(vectors.subarray(i * d, (i + 1) * d));
      const length = Math.hypot(...row);
      return row.map((value) => value / (length || 1));
    }),
  };
}

const oneHotRows = (words: readonly string[]): Compared => ({
  words,
  vectors: words.map((_, i) => oneHot(i, words.length)),
});

/** Every two of some words, by one measure. */
function Pairs(props: {
  readonly name: string;
  readonly compared: Compared;
  readonly measure: ApartSettings['measure'];
}) {
  const { name, compared, measure } = props;
  const { words, vectors } = compared;
  const text = useText(embeddingsLessonMessages);
  const palette = useSignedPalette();
  const [selected, setSelected] = useState({ row: 0, column: 1 });
  const valueAt = (row: number, column: number) =>
    MEASURES[measure](vectors[row] ?? [], vectors[column] ?? []);
  return (
    <div className={styles.block}>
      <p className={styles.subtitle}>{name}</p>
      <CellMatrix
        rows={words.length}
        columns={words.length}
        name={name}
        rowName={text('embed.word')}
        columnName={text('embed.word')}
        labelWidth={70}
        columnWidth={58}
        rowLabel={(row) => shortLabel(words[row] ?? '', LABEL)}
        columnLabel={(column) => shortLabel(words[column] ?? '', LABEL)}
        selected={selected}
        onSelect={(row, column) => setSelected({ row, column })}
        cell={(row, column) => {
          const value = valueAt(row, column);
          const shown = formatFixed(value, 2);
          return {
            fill: signedColor(measure === 'cosine' ? value : value / FARTHEST, palette),
            text: shown,
            name: `${words[row]}, ${words[column]}: ${shown}`,
          };
        }}
      />
    </div>
  );
}

/** Each pair once, by both measures, in both kinds of vectors. */
function pairRows(words: readonly string[], real: Compared) {
  const hot = oneHotRows(words);
  return words.flatMap((first, i) =>
    words.slice(i + 1).map((second, k) => {
      const j = i + 1 + k;
      const [x, y, a, b] = [hot.vectors[i], hot.vectors[j], real.vectors[i], real.vectors[j]].map(
        (vector) => vector ?? [],
      );
      return [
        `${first}, ${second}`,
        ...[distance(x ?? [], y ?? []), distance(a ?? [], b ?? [])],
        ...[cosine(x ?? [], y ?? []), cosine(a ?? [], b ?? [])],
      ] as const;
    }),
  );
}

/** The same words as one-hot vectors and as learnt ones: every two of them compared. */
export function ApartFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(embeddingsLessonMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(APART_TABLE, id);
  const { settings, change } = figure;
  const { measure } = settings;
  const page = usePageVectors(frame);
  const asked = useMemo(() => parseWords(settings.words, MOST_WORDS), [settings.words]);
  const { answer } = useAnswer(
    page.set,
    asked.length > 0 ? { kind: 'rows', words: asked, first: 0, centred: false } : null,
  );
  const real = useMemo(() => (answer ? unitRows(answer) : null), [answer]);
  const hot = useMemo(() => oneHotRows(asked), [asked]);
  const rows = real && asked.length > 0 ? pairRows(real.words, real) : [];
  const heads = ['pair', 'hot-distance', 'real-distance', 'hot-cosine', 'real-cosine'] as const;
  return (
    <ToolFigure
      id={id}
      title={text('embed.apart-title')}
      caption={caption}
      table={APART_TABLE}
      figure={figure}
      csv={() => [heads, ...rows]}
      numbers={
        <NumberTable
          caption={text('embed.apart-title')}
          heads={heads.map((head) => text(`embed.head-${head}`))}
          rows={rows.map(([pair, ...numbers]) => ({
            id: pair,
            cells: [pair, ...numbers.map((value) => formatFixed(value, 4))],
          }))}
        />
      }
    >
      <div ref={frame} className={styles.block}>
        <TextField
          label={text('embed.words')}
          hint={text('embed.words-hint', { most: MOST_WORDS })}
          value={settings.words}
          rows={1}
          maxLength={200}
          onChange={(words) => change({ words })}
        />
        <div className={tools.bar}>
          <SegmentedControl
            label={text('embed.measure')}
            value={measure}
            options={(['distance', 'cosine'] as const).map((value) => ({
              value,
              label: text(`embed.by-${value}`),
            }))}
            onChange={(next) => change({ measure: next })}
          />
        </div>
        {asked.length === 0 ? (
          <p className={tools.note}>{text('embed.no-words')}</p>
        ) : (
          <div className={styles.pairs}>
            <Pairs name={text('embed.one-hot')} compared={hot} measure={measure} />
            <SetGate page={page}>
              {() =>
                real &&
                real.words.length > 0 && (
                  <Pairs name={text('embed.learnt')} compared={real} measure={measure} />
                )
              }
            </SetGate>
          </div>
        )}
        {asked.length > 0 && answer && answer.missing.length > 0 && (
          <p className={tools.note} role="status">
            {text('embed.missing', { words: answer.missing.join(', ') })}
          </p>
        )}
      </div>
    </ToolFigure>
  );
}
