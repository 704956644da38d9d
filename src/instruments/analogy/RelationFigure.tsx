import { type ReactNode, useMemo, useRef, useState } from 'react';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { VectorAnswers, VectorSet } from '../../store/vectors-state.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import panels from '../vector-panels/vector-panels.module.css';
import { useAnswer } from '../vectors/useAnswer.ts';
import { usePageVectors } from '../vectors/usePageVectors.ts';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import { PlaneView } from '../word-map/PlaneView.tsx';
import { type PlaneOfWords, usePlane } from '../word-map/usePlane.ts';
import { parsePairs, type WordPair } from '../word-map/words.ts';
import styles from './analogy.module.css';
import { categoryName } from './category-name.ts';
import { relationsFor } from './relations.ts';
import { SetGate, SetSwitch } from './SetGate.tsx';
import { RELATION_TABLE, type RelationSettings } from './settings.ts';
import { useSettledSet } from './useSettledSet.ts';

/** A field that the reader has emptied: a link without pairs stands for the set's first relation. */
const EMPTIED = ' ';
const NO_ROWS: readonly Float64Array[] = [];

/** Rows by word, null where the set has none; the set may spell a word in small letters. */
function vectorsOf(
  words: readonly string[],
  rows: VectorAnswers['rows'] | null,
): readonly (Float64Array | null)[] {
  if (!rows) return NO_ROWS;
  const { dimensions: d } = rows;
  const at = new Map(rows.words.map((word, i) => [word, i]));
  return words.map((word) => {
    const row = at.get(word) ?? at.get(word.toLowerCase());
    return row === undefined ? null : Float64Array.from(rows.vectors.subarray(row * d, (row + 1) * d));
  });
}

/** The pairs, and the plane on which the words of all of them differ most. */
function useRelation(set: VectorSet | null, settings: RelationSettings) {
  const written = settings.pairs === '' && set ? (relationsFor(set.info)[0]?.pairs ?? '') : settings.pairs;
  const pairs = useMemo(() => parsePairs(written), [written]);
  const words = useMemo(() => [...new Set(pairs.flatMap(({ from, to }) => [from, to]))], [pairs]);
  const isAsking = words.length > 0;
  const { answer } = useAnswer(set, isAsking ? { kind: 'rows', words, first: 0, centred: false } : null);
  const vectors = useMemo(() => vectorsOf(words, answer), [words, answer]);
  const shown = usePlane(words, vectors, pairs);
  return { written, pairs, shown };
}

function Relations(props: {
  readonly set: VectorSet;
  readonly written: string;
  readonly onChoose: (pairs: string) => void;
}) {
  const { set, written, onChoose } = props;
  const text = useText(analogyMessages);
  return (
    <fieldset className={styles.examples}>
      <legend>{text('analogy.relation')}</legend>
      {relationsFor(set.info).map(({ name, pairs }) => (
        <button
          key={name}
          type="button"
          className={panels.chip}
          aria-pressed={pairs === written}
          onClick={() => onChoose(pairs)}
        >
          {categoryName(name, text)}
        </button>
      ))}
    </fieldset>
  );
}

const HEAD = ['from', 'to', 'from x', 'from y', 'to x', 'to y'] as const;

function rowsOf(pairs: readonly WordPair[], { plane }: PlaneOfWords) {
  const place = (word: string): readonly (number | string)[] => {
    const at = plane.words.indexOf(word);
    return at < 0 ? ['', ''] : [plane.points[2 * at] ?? '', plane.points[2 * at + 1] ?? ''];
  };
  return pairs.map(({ from, to }) => [from, to, ...place(from), ...place(to)]);
}

function Numbers({ rows }: { readonly rows: ReturnType<typeof rowsOf> }) {
  const text = useText(analogyMessages);
  return (
    <NumberTable
      caption={text('analogy.relation-title')}
      heads={(['from', 'to', 'from-x', 'from-y', 'to-x', 'to-y'] as const).map((head) =>
        text(`analogy.relation-${head}`),
      )}
      rows={rows.map((row) => ({
        id: `${row[0]} ${row[1]}`,
        cells: row.map((cell) => (typeof cell === 'number' ? cell.toFixed(3) : cell)),
      }))}
    />
  );
}

/** Several pairs of one relation as arrows: do they point the same way? */
export function RelationFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(analogyMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(RELATION_TABLE, id);
  const { settings, change } = figure;
  const page = usePageVectors(frame);
  useSettledSet(page, settings.set);
  const { written, pairs, shown } = useRelation(page.set, settings);
  const [lit, setLit] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const pointing: Pointing = { lit, selected, onLight: setLit, onSelect: setSelected };
  const rows = rowsOf(pairs, shown);
  return (
    <ToolFigure
      id={id}
      title={text('analogy.relation-title')}
      caption={caption}
      table={RELATION_TABLE}
      figure={figure}
      csv={() => [HEAD, ...rows]}
      numbers={<Numbers rows={rows} />}
    >
      <div ref={frame} className={styles.figure}>
        <SetSwitch page={page} onChange={(set) => change({ set, pairs: '' })} />
        <SetGate page={page}>
          {(set) => (
            <>
              <Relations set={set} written={written} onChoose={(chosen) => change({ pairs: chosen })} />
              <TextField
                label={text('analogy.relation-pairs')}
                hint={text('analogy.relation-hint')}
                value={written === EMPTIED ? '' : written}
                rows={2}
                maxLength={600}
                onChange={(typed) => change({ pairs: typed === '' ? EMPTIED : typed })}
              />
              {pairs.length === 0 ? (
                <p className={panels.note}>{text('analogy.relation-none')}</p>
              ) : (
                <PlaneView
                  plane={shown.plane}
                  pairs={pairs}
                  parallel={shown.parallel}
                  missing={shown.plane.missing}
                  height={360}
                  {...pointing}
                />
              )}
            </>
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}
