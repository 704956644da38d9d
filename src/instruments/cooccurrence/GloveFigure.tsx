import { type ReactNode, useRef, useState } from 'react';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { NeighbourLists } from '../word-map/NeighbourLists.tsx';
import { WordAdder } from '../word-map/WordAdder.tsx';
import { toggleWord } from '../word-map/words.ts';
import { MOST_LISTED } from '../word2vec/examples.ts';
import { LossChart } from '../word2vec/LossChart.tsx';
import { useStanding } from '../word2vec/useStanding.ts';
import { CellScatter } from './CellScatter.tsx';
import styles from './cooccurrence.module.css';
import { GloveControls } from './GloveControls.tsx';
import { GLOVE_TABLE, type GloveSettings } from './glove-settings.ts';
import { type GloveLive, useGlove } from './useGlove.ts';

/** What a lesson may look at for its checkpoints. */
export interface GloveView extends GloveLive {
  readonly settings: GloveSettings;
}

interface PartProps {
  readonly live: GloveLive;
  readonly settings: GloveSettings;
  readonly change: (part: Partial<GloveSettings>) => void;
}

/** J so far, in words. */
function Readout({ live: { state } }: Pick<PartProps, 'live'>) {
  const text = useText(cooccurrenceMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { info, frame } = state ?? {};
  const cells = frame?.view.cells?.of;
  if (!info || !frame || cells === undefined) return null;
  const { loss } = frame.stats;
  return (
    <p className={tools.readout} role="status" data-testid="glove">
      {text('glove.said', {
        cells: formatWhole(cells, tag),
        words: formatWhole(info.words.length, tag),
        share: significant((100 * cells) / info.words.length ** 2, 2),
        guessing: significant(info.guessing, 4),
      })}{' '}
      {Number.isFinite(loss) &&
        text('glove.loss', {
          loss: significant(loss, 4),
          share: significant((100 * loss) / info.guessing, 3),
        })}
    </p>
  );
}

function Neighbours({ live, change }: PartProps) {
  const text = useText(cooccurrenceMessages);
  const [lit, setLit] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const standing = useStanding(live.state);
  const { info, frame } = live.state ?? {};
  if (!info || !frame) return null;
  const toggle = (word: string) => {
    if (live.listed.includes(word) || live.listed.length < MOST_LISTED) {
      change({ look: toggleWord(live.listed, word) });
    }
  };
  return (
    <section className={styles.neighbours} aria-label={text('glove.neighbours')}>
      <NeighbourLists
        selected={selected}
        lit={lit}
        onLight={setLit}
        onSelect={(word) => setSelected(word === selected ? null : word)}
        info={info}
        lists={frame.view.neighbours}
        standing={standing}
        onToggle={toggle}
      />
      <WordAdder vocabulary={info.words} isFull={live.listed.length >= MOST_LISTED} onAdd={toggle} />
    </section>
  );
}

function cellRows({ state }: GloveLive): readonly (readonly (string | number)[])[] {
  const cells = state?.frame?.view.cells;
  const words = state?.info?.words ?? [];
  if (!cells) return [];
  return Array.from(cells.counts, (count, i) => [
    words[cells.rows[i] ?? -1] ?? '',
    words[cells.columns[i] ?? -1] ?? '',
    count,
    Math.log(count),
    cells.scores[i] ?? Number.NaN,
  ]);
}

const HEADS = ['row', 'column', 'x', 'log', 'score'] as const;

function Numbers({ live }: { readonly live: GloveLive }) {
  const text = useText(cooccurrenceMessages);
  return (
    <NumberTable
      caption={text('glove.scatter')}
      heads={HEADS.map((head) => text(`glove.head-${head}`))}
      rows={cellRows(live).map(([row, column, ...values]) => ({
        id: `${row} ${column}`,
        cells: [row, column, ...values.map((value) => significant(Number(value), 4))],
      }))}
    />
  );
}

export interface GloveFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  /** The run is kept under this key from visit to visit. */
  readonly persistKey?: string;
  readonly children?: (view: GloveView) => ReactNode;
}

/** GloVe learning on the page: its loss, cells against their logarithm, neighbours. */
export function GloveFigure({ id, caption, persistKey, children }: GloveFigureProps) {
  const text = useText(cooccurrenceMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(GLOVE_TABLE, id);
  const { settings, change } = figure;
  const live = useGlove(frame, settings, persistKey ?? null);
  const { run, state } = live;
  const cells = state?.frame?.view.cells;
  const parts = { live, settings, change };
  return (
    <ToolFigure
      id={id}
      title={text('glove.title')}
      caption={caption}
      table={GLOVE_TABLE}
      figure={figure}
      csv={() => [HEADS, ...cellRows(live)]}
      numbers={<Numbers live={live} />}
    >
      <div ref={frame} className={styles.stack}>
        <TrainBar
          name={text('glove.title')}
          run={run}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <GloveControls {...parts} />
        <RunNews run={run} state={state} />
        {state && cells ? (
          <>
            <div className={styles.both}>
              <div>
                <p className={styles.sub}>{text('glove.loss-title')}</p>
                <LossChart state={state} height={290} />
              </div>
              <div>
                <p className={styles.sub}>{text('glove.scatter-title', { count: cells.counts.length })}</p>
                <CellScatter
                  cells={cells}
                  weighting={{ most: 10 ** settings.logMost, power: settings.power }}
                />
              </div>
            </div>
            <Readout live={live} />
            <Neighbours {...parts} />
          </>
        ) : (
          !state?.failure &&
          live.text.status !== 'failed' && (
            <p className={styles.waiting} role="status">
              {text('glove.waiting')}
            </p>
          )
        )}
        {children?.({ ...live, settings })}
      </div>
    </ToolFigure>
  );
}
