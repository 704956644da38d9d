import { type ReactNode, useMemo } from 'react';
import { TextField } from '../../components/controls/TextField.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { DataTable } from '../tools/DataTable.tsx';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { CountedBar } from './CountedBar.tsx';
import styles from './cooccurrence.module.css';
import { nearRows } from './near.ts';
import ratio from './ratio.module.css';
import { type Probe, probe, probeRows, tellingProbes } from './ratios.ts';
import { RATIO_TABLE, type RatioSettings, wordsIn } from './settings.ts';
import { TextPart } from './TextPart.tsx';
import { useCountedText } from './useCountedText.ts';

/** What a lesson may look at for its checkpoints. */
export interface RatioView {
  readonly settings: RatioSettings;
  readonly shown: RatiosShown | null;
}

export interface RatiosShown {
  readonly first: string;
  readonly second: string;
  /** X_i of both: all that stands near them. */
  readonly sums: readonly [number, number];
  /** Those of the reader first. */
  readonly probes: readonly (Probe & { readonly word: string; readonly own: boolean })[];
  readonly missing: readonly string[];
}

/** Third words that the reader may name. */
const MOST_OWN = 8;

/** The two words of the settings, and third ones; null where the text lacks one of the two. */
export function ratiosShown(read: ReadText, settings: RatioSettings): RatiosShown | null {
  const { window, byDistance } = settings;
  const [first = '', second = ''] = [wordsIn(settings.first, 1)[0], wordsIn(settings.second, 1)[0]];
  const chosen = [read.words.indexOf(first), read.words.indexOf(second)] as const;
  if (chosen[0] < 0 || chosen[1] < 0 || first === second) return null;
  const [a, b] = nearRows(read.corpus, chosen, { window, byDistance });
  if (!a || !b) return null;
  const rows = probeRows([a, b]);
  const asked = wordsIn(settings.probes, MOST_OWN);
  const own = asked.map((word) => read.words.indexOf(word)).filter((id) => id >= 0);
  const found = tellingProbes(rows, chosen).filter(({ id }) => !own.includes(id));
  const name = (each: Probe, isOwn: boolean) => ({ ...each, word: read.words[each.id] ?? '', own: isOwn });
  return {
    first,
    second,
    sums: rows.sums,
    probes: [...own.map((id) => name(probe(rows, id), true)), ...found.map((each) => name(each, false))],
    missing: asked.filter((word) => !read.words.includes(word)),
  };
}

/** Widest bar: a ratio of 100 or 1/100. */
const DECADES = 2;

/** log₁₀ of a ratio as a bar about 1: to the left for the second word, to the right for the first. */
function RatioBar({ value }: { readonly value: number }) {
  const log = Math.max(-DECADES, Math.min(DECADES, Math.log10(value)));
  const share = Number.isNaN(log) ? 0 : (Math.abs(log) / DECADES) * 50;
  return (
    <span className={ratio.ratioTrack} aria-hidden="true">
      <span
        data-side={log < 0 ? 'second' : 'first'}
        style={{ width: `${share}%`, insetInlineStart: log < 0 ? `${50 - share}%` : '50%' }}
      />
    </span>
  );
}

const HEADS = ['word', 'x-first', 'x-second', 'p-first', 'p-second', 'ratio'] as const;

function cellsOf({ counts, shares, ratio }: Probe): readonly string[] {
  return [counts[0], counts[1], shares[0], shares[1], ratio].map((value) => significant(value, 3));
}

function Ratios({ shown }: { readonly shown: RatiosShown }) {
  const text = useText(cooccurrenceMessages);
  const { first, second } = shown;
  return (
    <ScrollBox label={text('ratio.title')} className={`${tools.scroller} ${ratio.ratioBox}`}>
      <DataTable
        className={ratio.ratios}
        caption={text('ratio.table', { first, second })}
        heads={[
          ...HEADS.map((head) => text(`ratio.head-${head}`, { first, second })),
          <span key="bar" className={ratio.ends}>
            <span>← {second}</span>
            <span>{first} →</span>
          </span>,
        ]}
        rows={shown.probes.map((each) => ({
          id: `${each.own} ${each.id}`,
          cells: [each.word, ...cellsOf(each), <RatioBar key="bar" value={each.ratio} />],
        }))}
      />
    </ScrollBox>
  );
}

function Readout({ shown }: { readonly shown: RatiosShown }) {
  const text = useText(cooccurrenceMessages);
  const { first, second, sums, probes } = shown;
  const most = probes.find(({ own }) => !own);
  return (
    <p className={tools.readout} role="status" data-testid="ratio">
      {text('ratio.sums', {
        first,
        second,
        firstSum: significant(sums[0], 6),
        secondSum: significant(sums[1], 6),
      })}{' '}
      {most &&
        text('ratio.said', {
          word: most.word,
          first,
          second,
          p: significant(most.shares[0], 3),
          q: significant(most.shares[1], 3),
          ratio: significant(most.ratio, 3),
        })}
    </p>
  );
}

export interface RatioFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: RatioView) => ReactNode;
}

/** What third words say of two words, by how much oftener they stand near the one than near the other. */
export function RatioFigure({ id, caption, children }: RatioFigureProps) {
  const text = useText(cooccurrenceMessages);
  const figure = useFigure(RATIO_TABLE, id);
  const { settings, change } = figure;
  const counted = useCountedText(settings);
  const { read } = counted;
  const shown = useMemo(() => read && ratiosShown(read, settings), [read, settings]);
  const rows = shown?.probes.map((each) => [each.word, ...each.counts, ...each.shares, each.ratio]) ?? [];
  return (
    <ToolFigure
      id={id}
      title={text('ratio.title')}
      caption={caption}
      table={RATIO_TABLE}
      figure={figure}
      csv={() => [HEADS, ...rows]}
      numbers={
        shown && (
          <NumberTable
            caption={text('ratio.table', { first: shown.first, second: shown.second })}
            heads={HEADS.map((head) =>
              text(`ratio.head-${head}`, { first: shown.first, second: shown.second }),
            )}
            rows={shown.probes.map((each) => ({
              id: `${each.own} ${each.id}`,
              cells: [each.word, ...cellsOf(each)],
            }))}
          />
        )
      }
    >
      <TextPart settings={settings} change={change} counted={counted} />
      <CountedBar settings={settings} change={change} />
      <div className={styles.fields}>
        {(['first', 'second', 'probes'] as const).map((field) => (
          <TextField
            key={field}
            label={text(`ratio.${field}`)}
            value={settings[field]}
            rows={1}
            maxLength={field === 'probes' ? 200 : 60}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </div>
      {read && !shown && (
        <p className={styles.warning} role="status">
          {text('ratio.missing-both')}
        </p>
      )}
      {shown && shown.missing.length > 0 && (
        <p className={styles.warning} role="status">
          {text('near.missing', { words: shown.missing.join(text('near.and')) })}
        </p>
      )}
      {shown && (
        <>
          <Ratios shown={shown} />
          <Readout shown={shown} />
        </>
      )}
      {children?.({ settings, shown })}
    </ToolFigure>
  );
}
