import { type ReactNode, useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { createNoise } from '../../models/softmax/noise.ts';
import { TextPart } from '../cooccurrence/TextPart.tsx';
import { useCountedText } from '../cooccurrence/useCountedText.ts';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { AliasTable } from './AliasTable.tsx';
import { ChiCurve } from './ChiCurve.tsx';
import { chiSquare, chiSquareTail } from './chi-square.ts';
import { FollowedDraw } from './FollowedDraw.tsx';
import { NoiseBars } from './NoiseBars.tsx';
import { DrawControls, ExponentBar, WordsBar } from './NoiseControls.tsx';
import styles from './noise.module.css';
import { NOISE_TABLE, type NoiseSettings } from './settings.ts';
import { type Draws, useDraws } from './useDraws.ts';
import { type NoiseWord, noiseShares, readList, spreadWords } from './words.ts';

/** What a lesson may look at for its checkpoints. */
export interface NoiseView {
  readonly settings: NoiseSettings;
  readonly words: readonly NoiseWord[];
  readonly draws: Draws | null;
}

const NOBODY: readonly NoiseWord[] = [];

interface ReadoutProps {
  readonly draws: Draws;
  readonly exponent: number;
}

/** How far the draws stray from their own noise, and from the other two. */
function ChiReadout({ draws: { history, rivals }, exponent }: ReadoutProps) {
  const text = useText(noiseMessages);
  const { seen, draws } = history.tally;
  const { value, freedom } = chiSquare(seen, rivals.own);
  return (
    <p className={tools.readout} role="status" data-testid="chi">
      {text('noise.chi-said', {
        draws,
        exponent: formatFixed(exponent, 2),
        chi: significant(value, 4),
        freedom,
        tail: significant(100 * chiSquareTail(value, freedom), 2),
        uniform: significant(chiSquare(seen, rivals.uniform).value, 4),
        unigram: significant(chiSquare(seen, rivals.unigram).value, 4),
      })}
    </p>
  );
}

/** What the noise does to a whole vocabulary, not only to the words that are shown. */
function Whole({ counts, exponent }: { readonly counts: ArrayLike<number>; readonly exponent: number }) {
  const text = useText(noiseMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const shares = useMemo(() => noiseShares(createNoise(counts, exponent).probabilities), [counts, exponent]);
  return (
    <p className={tools.note} data-testid="whole">
      {text('noise.whole', {
        size: formatWhole(shares.size, tag),
        exponent: formatFixed(exponent, 2),
        first: significant(100 * shares.first, 3),
        rarer: significant(100 * shares.rarer, 3),
      })}
    </p>
  );
}

type Row = readonly [string, number, number, number, number, number];

const rowsOf = (words: readonly NoiseWord[], { table, rivals, history: { tally } }: Draws): readonly Row[] =>
  words.map(({ word, count }, i) => {
    const p = table.probabilities[i] ?? 0;
    return [word, count, p, tally.seen[i] ?? 0, p * tally.draws, rivals.unigram[i] ?? 0];
  });

const CSV_HEADS = ['word', 'count', 'noise', 'seen', 'expected', 'unigram'] as const;

function Numbers({ words, draws }: { readonly words: readonly NoiseWord[]; readonly draws: Draws }) {
  const text = useText(noiseMessages);
  return (
    <NumberTable
      caption={text('noise.bars')}
      heads={CSV_HEADS.map((head) => text(`noise.head-${head}`))}
      rows={rowsOf(words, draws).map(([word, count, p, seen, expected, unigram]) => ({
        id: word,
        cells: [word, count, significant(p, 4), seen, formatFixed(expected, 1), significant(unigram, 4)],
      }))}
    />
  );
}

export interface NoiseFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: NoiseView) => ReactNode;
}

/** The noise that negatives are drawn from, and the drawing itself. */
export function NoiseFigure({ id, caption, children }: NoiseFigureProps) {
  const text = useText(noiseMessages);
  const figure = useFigure(NOISE_TABLE, id);
  const { settings, change } = figure;
  const { from, own, size, exponent } = settings;
  const counted = useCountedText(settings);
  const { read } = counted;
  const listed = useMemo(() => readList(own).words, [own]);
  const spread = useMemo(() => (read ? spreadWords(read.words, read.counts, size) : NOBODY), [size, read]);
  const words = from === 'own' ? listed : spread;
  const draws = useDraws(words, settings, (count) => change({ draws: count }));
  return (
    <ToolFigure
      id={id}
      title={text('noise.title')}
      caption={caption}
      table={NOISE_TABLE}
      figure={figure}
      csv={() => [CSV_HEADS, ...(draws ? rowsOf(words, draws) : [])]}
      numbers={draws && <Numbers words={words} draws={draws} />}
    >
      <WordsBar settings={settings} change={change} />
      {from === 'text' && <TextPart settings={settings} change={change} counted={counted} />}
      <ExponentBar settings={settings} change={change} />
      {from === 'text' && read && <Whole counts={read.counts} exponent={exponent} />}
      {draws ? (
        <>
          <DrawControls settings={settings} change={change} draws={draws} />
          <NoiseBars words={words} draws={draws} />
          <p className={styles.sub}>{text('noise.table-title')}</p>
          <AliasTable words={words} draws={draws} />
          <FollowedDraw words={words} draws={draws} />
          <p className={styles.sub}>{text('noise.chi-title')}</p>
          <ChiReadout draws={draws} exponent={exponent} />
          <p className={tools.note}>{text('noise.chi-pooled')}</p>
          <ChiCurve history={draws.history} own={draws.rivals.own} />
        </>
      ) : (
        <p className={tools.waiting} role="status">
          {text(from === 'own' ? 'noise.no-words' : 'noise.counting')}
        </p>
      )}
      {children?.({ settings, words, draws })}
    </ToolFigure>
  );
}
