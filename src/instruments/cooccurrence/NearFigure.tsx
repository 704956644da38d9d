import { type ReactNode, useMemo } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { CountedBar } from './CountedBar.tsx';
import styles from './cooccurrence.module.css';
import { MeetingList } from './MeetingList.tsx';
import { NearMatrix, nearText } from './NearMatrix.tsx';
import { type Meetings, meetingsOf, nearGrid } from './near.ts';
import { NEAR_TABLE, type NearSettings, SIZE, wordsIn } from './settings.ts';
import { TextPart } from './TextPart.tsx';
import { useCountedText } from './useCountedText.ts';

/** Places of the text that are listed for a cell. */
const PLACES = 8;

export interface NearShown {
  /** Ids of the words of rows and columns. */
  readonly ids: readonly number[];
  readonly words: readonly string[];
  readonly grid: Float64Array;
  readonly selected: { readonly row: number; readonly column: number };
  readonly meetings: Meetings;
  /** Words that the reader chose and the text lacks. */
  readonly missing: readonly string[];
}

/** Words of the rows: the reader's, or so many from a rank on. */
export function idsShown(
  read: Pick<ReadText, 'words'>,
  { chosen, from, size }: Pick<NearSettings, 'chosen' | 'from' | 'size'>,
): { readonly ids: readonly number[]; readonly missing: readonly string[] } {
  const asked = wordsIn(chosen, SIZE.most);
  const found = asked.map((word) => ({ word, id: read.words.indexOf(word) }));
  const ids = found.filter(({ id }) => id >= 0).map(({ id }) => id);
  const missing = found.filter(({ id }) => id < 0).map(({ word }) => word);
  if (asked.length > 0) return { ids, missing };
  const end = Math.min(read.words.length, from - 1 + size);
  const start = Math.max(0, Math.min(from - 1, end - size));
  return { ids: Array.from({ length: end - start }, (_, i) => start + i), missing };
}

function useShown(read: ReadText | null, settings: NearSettings): NearShown | null {
  const { chosen, from, size, window, byDistance, row, column } = settings;
  const grid = useMemo(() => {
    if (!read) return null;
    const { ids, missing } = idsShown(read, { chosen, from, size });
    const words = ids.map((id) => read.words[id] ?? '');
    return { ids, words, missing, grid: nearGrid(read.corpus, ids, { window, byDistance }) };
  }, [read, chosen, from, size, window, byDistance]);
  return useMemo(() => {
    if (!read || !grid) return null;
    const within = (at: number) => Math.max(0, Math.min(at, grid.ids.length) - 1);
    const selected = { row: within(row), column: within(column) };
    const pair = [grid.ids[selected.row] ?? -1, grid.ids[selected.column] ?? -1] as const;
    const meetings = meetingsOf(read.corpus, pair, { window, byDistance }, PLACES);
    return { ...grid, selected, meetings };
  }, [read, grid, row, column, window, byDistance]);
}

interface BarProps {
  readonly settings: NearSettings;
  readonly change: (part: Partial<NearSettings>) => void;
}

function WordsBar({ settings, change, most }: BarProps & { readonly most: number }) {
  const text = useText(cooccurrenceMessages);
  return (
    <>
      <TextField
        label={text('near.chosen')}
        value={settings.chosen}
        hint={text('near.chosen-hint', { most: SIZE.most })}
        rows={1}
        maxLength={400}
        onChange={(chosen) => change({ chosen })}
      />
      <div className={tools.bar}>
        {settings.chosen.trim() === '' && (
          <>
            <Slider
              label={text('near.from')}
              value={Math.min(settings.from, most)}
              min={1}
              max={most}
              step={1}
              onChange={(from) => change({ from })}
            />
            <Slider
              label={text('near.size')}
              value={settings.size}
              min={SIZE.least}
              max={SIZE.most}
              step={1}
              onChange={(size) => change({ size })}
            />
          </>
        )}
        <SegmentedControl
          label={text('near.show')}
          value={settings.show}
          options={(['counts', 'logs'] as const).map((value) => ({
            value,
            label: text(`near.show-${value}`),
          }))}
          onChange={(show) => change({ show })}
        />
      </div>
    </>
  );
}

const rowsOf = ({ words, grid }: NearShown): readonly (readonly (string | number)[])[] =>
  words.map((word, row) => [word, ...grid.subarray(row * words.length, (row + 1) * words.length)]);

function Numbers({ shown, show }: { readonly shown: NearShown; readonly show: NearSettings['show'] }) {
  const text = useText(cooccurrenceMessages);
  return (
    <NumberTable
      caption={text('near.matrix')}
      heads={[text('near.rows'), ...shown.words]}
      rows={rowsOf(shown).map(([word = '', ...values]) => ({
        id: String(word),
        cells: [word, ...values.map((value) => nearText(Number(value), show))],
      }))}
    />
  );
}

/** How often a few words of a text stand near one another, and where. */
export function NearFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(cooccurrenceMessages);
  const figure = useFigure(NEAR_TABLE, id);
  const { settings, change } = figure;
  const counted = useCountedText(settings);
  const shown = useShown(counted.read, settings);
  return (
    <ToolFigure
      id={id}
      title={text('near.title')}
      caption={caption}
      table={NEAR_TABLE}
      figure={figure}
      csv={() => (shown ? [['word', ...shown.words], ...rowsOf(shown)] : [['word']])}
      numbers={shown && <Numbers shown={shown} show={settings.show} />}
    >
      <TextPart settings={settings} change={change} counted={counted} />
      <CountedBar settings={settings} change={change} />
      <WordsBar settings={settings} change={change} most={counted.read?.words.length ?? 1} />
      {shown && shown.missing.length > 0 && (
        <p className={styles.warning} role="status">
          {text('near.missing', { words: shown.missing.join(text('near.and')) })}
        </p>
      )}
      {counted.read && shown && shown.ids.length > 0 && (
        <>
          <NearMatrix
            words={shown.words}
            grid={shown.grid}
            settings={settings}
            selected={shown.selected}
            onSelect={(row, column) => change({ row: row + 1, column: column + 1 })}
          />
          <MeetingList
            read={counted.read}
            row={shown.words[shown.selected.row] ?? ''}
            column={shown.words[shown.selected.column] ?? ''}
            meetings={shown.meetings}
            byDistance={settings.byDistance}
          />
        </>
      )}
    </ToolFigure>
  );
}
