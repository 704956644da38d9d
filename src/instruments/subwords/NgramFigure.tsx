import { type ReactNode, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { subwordsMessages } from '../../i18n/messages/subwords.ts';
import {
  type BucketUse,
  bucketUse,
  countNgrams,
  expectedAlone,
  type NgramCensus,
} from '../../models/fasttext/bucket-use.ts';
import { useFigure } from '../link/useFigure.ts';
import { usePublished } from '../live/usePublished.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { HashPanel } from './HashPanel.tsx';
import { NgramChips } from './NgramChips.tsx';
import { type NgramRow, ngramRowsOf, wordNotes } from './ngram-rows.ts';
import { runningWords } from './running.ts';
import { BUCKETS, LONGEST, NGRAM_TABLE, type NgramSettings, optionsOf, wordOf } from './settings.ts';
import styles from './subwords.module.css';

export interface NgramFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  /** Words to try. */
  readonly examples: readonly string[];
}

/** The n-grams of the words that the page's run learns; null until it has read its text. */
interface Running extends BucketUse {
  readonly census: NgramCensus;
  readonly words: number;
}

function useRunning({ minN, maxN, bucket }: NgramSettings): Running | null {
  const words = usePublished(runningWords)?.words ?? null;
  const census = useMemo(
    () => words && countNgrams(words, { minN, maxN: Math.max(minN, maxN) }),
    [words, minN, maxN],
  );
  return useMemo(
    () => census && words && { ...bucketUse(census, Number(bucket)), census, words: words.length },
    [census, words, bucket],
  );
}

const othersOf = (running: Running, { ngram, row }: NgramRow): readonly string[] =>
  running
    .holders(row)
    .map((i) => running.census.ngrams[i] ?? '')
    .filter((other) => other !== ngram);

interface PartProps {
  readonly settings: NgramSettings;
  readonly change: (part: Partial<NgramSettings>) => void;
}

function Controls({ settings, change }: PartProps) {
  const text = useText(subwordsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { minN, maxN } = settings;
  return (
    <div className={tools.bar}>
      <Slider
        label={text('subwords.min')}
        value={minN}
        min={1}
        max={LONGEST}
        step={1}
        onChange={(n) => change({ minN: n, maxN: Math.max(n, maxN), at: 1 })}
      />
      <Slider
        label={text('subwords.max')}
        value={Math.max(minN, maxN)}
        min={1}
        max={LONGEST}
        step={1}
        onChange={(n) => change({ maxN: n, minN: Math.min(n, minN), at: 1 })}
      />
      <Select
        label={text('subwords.bucket')}
        value={settings.bucket}
        options={BUCKETS.map((value) => ({ value, label: plain.format(Number(value)) }))}
        onChange={(bucket) => change({ bucket })}
      />
    </div>
  );
}

/** How many n-grams of the whole vocabulary have a row of their own. */
function Crowding({ running, bucket }: { readonly running: Running | null; readonly bucket: number }) {
  const text = useText(subwordsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  if (!running) return <p className={tools.note}>{text('subwords.no-run')}</p>;
  const n = running.census.ngrams.length;
  return (
    <p className={styles.crowding} data-testid="crowding">
      {text('subwords.crowding', {
        words: plain.format(running.words),
        ngrams: plain.format(n),
        bucket: plain.format(bucket),
        alone: plain.format(running.alone),
        expected: plain.format(Math.round(expectedAlone(n, bucket))),
      })}
    </p>
  );
}

const HEADS = ['n-gram', 'n', 'hash', 'row'] as const;

/** The character n-grams of a word that the reader types, their hashes, and the rows that they share. */
export function NgramFigure({ id, caption, examples }: NgramFigureProps) {
  const text = useText(subwordsMessages);
  const figure = useFigure(NGRAM_TABLE, id);
  const { settings, change } = figure;
  const word = wordOf(settings.word);
  const { bucket } = optionsOf(settings);
  const rows = useMemo(() => ngramRowsOf(word, optionsOf(settings)), [word, settings]);
  const running = useRunning(settings);
  const selected = Math.min(settings.at, rows.length) - 1;
  const shown = rows[selected];
  const twice = new Set(rows.map(({ row }) => row).filter((row, i, all) => all.indexOf(row) !== i));
  const cells = rows.map(({ ngram, n, hash, row }) => [ngram, n, hash, row]);
  return (
    <ToolFigure
      id={id}
      title={text('subwords.title')}
      caption={caption}
      table={NGRAM_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...cells]}
      numbers={
        <NumberTable
          caption={text('subwords.table', { word })}
          heads={['ngram', 'n', 'hash', 'row'].map((head) =>
            text(`subwords.head-${head}` as 'subwords.head-n'),
          )}
          rows={cells.map((row, i) => ({ id: String(i), cells: row.map(String) }))}
        />
      }
    >
      <TextField
        label={text('subwords.word')}
        value={settings.word}
        rows={1}
        maxLength={60}
        hint={word === settings.word ? text('subwords.word-hint') : text('subwords.read-as', { word })}
        onChange={(typed) => change({ word: typed, at: 1 })}
      />
      <div className={tools.examples}>
        {examples.map((example) => (
          <Button key={example} pressed={example === word} onClick={() => change({ word: example, at: 1 })}>
            {example}
          </Button>
        ))}
      </div>
      <Controls settings={settings} change={change} />
      <p className={styles.count} role="status" data-testid="ngrams">
        {text('subwords.count', { count: rows.length, min: settings.minN, max: settings.maxN })}
        {wordNotes(word, rows).map((note) => text(`subwords.note-${note}`))}
      </p>
      <div className={styles.split}>
        <NgramChips
          word={word}
          rows={rows}
          selected={selected}
          isShared={(row) => twice.has(row.row) || (running ? othersOf(running, row).length > 0 : false)}
          onSelect={(index) => change({ at: index + 1 })}
        />
        {shown && (
          <HashPanel shown={shown} bucket={bucket} others={running ? othersOf(running, shown) : null} />
        )}
      </div>
      <Crowding running={running} bucket={bucket} />
    </ToolFigure>
  );
}
