import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { SoftmaxTreeView } from '../../components/diagrams/softmax-tree/SoftmaxTreeView.tsx';
import { type FoldsHandle, useFolds } from '../../components/diagrams/softmax-tree/useFolds.ts';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import { huffmanMerges } from '../../models/softmax/huffman.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { FrequencySource } from './FrequencySource.tsx';
import { MergeBar, mergeKey } from './MergeBar.tsx';
import { NextMerge } from './NextMerge.tsx';
import { QueuePanel } from './QueuePanel.tsx';
import { CONSTRUCTION_TABLE, type ConstructionSettings, MOST_BUILT } from './settings.ts';
import styles from './softmax-tree.module.css';
import { type Frequencies, useFrequencies } from './useFrequencies.ts';
import { type Merges, useMerges } from './useMerges.ts';

/** What a lesson may look at for its checkpoints. */
export interface ConstructionView {
  readonly settings: ConstructionSettings;
  readonly frequencies: Frequencies;
  readonly merges: Merges;
}

type Moves = Pick<ConstructionSettings, 'merges' | 'speed'>;

export interface ConstructionProps extends Omit<Frequencies, 'of'> {
  readonly settings: Moves;
  readonly change: (part: Partial<Moves>) => void;
  readonly children?: ((merges: Merges) => ReactNode) | undefined;
}

/** Frequent words that the growing forest shows at first. */
const KEEP = 40;

/** Keeps the newest node in sight; before the first, the lightest word. */
function useLook(folds: FoldsHandle, id: number | undefined): void {
  const latest = useRef(folds);
  useEffect(() => {
    latest.current = folds;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tree is looked at anew.
  useEffect(() => {
    if (id !== undefined) latest.current.lookAt(id);
  }, [id, folds.tree]);
}

/** The construction itself: what moves it, the queue, the forest, and what comes next. */
export function Construction({ settings, change, words, counts, children }: ConstructionProps) {
  const text = useText(softmaxTreeMessages);
  const merges = useMerges(counts, { at: settings.merges, speed: settings.speed }, (at) =>
    change({ merges: at }),
  );
  const folds = useFolds(merges.tree, counts, KEEP);
  const { at, queue } = merges;
  const lit = useMemo(
    () => new Set(queue.parts.length > 1 ? queue.parts.slice(0, 2).map(({ id }) => id) : []),
    [queue],
  );
  const moved = useMemo(() => (at > 0 ? new Map([[at - 1, 1]]) : null), [at]);
  const shared = { merges, words, counts, folds };
  useLook(folds, at > 0 ? at - 1 : queue.parts[0]?.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole construction, each of which a button has too.
    <div className={styles.construction} tabIndex={-1} onKeyDown={(event) => mergeKey(merges, event)}>
      <MergeBar merges={merges} speed={settings.speed} onSpeed={(speed) => change({ speed })} />
      <NextMerge {...shared} />
      <div className={styles.forest}>
        <QueuePanel {...shared} />
        <SoftmaxTreeView
          name={text('tree.forest')}
          folds={folds}
          words={words}
          counts={counts}
          grown={at}
          lit={lit}
          moved={moved}
        />
      </div>
      {children?.(merges)}
    </div>
  );
}

export const MERGE_HEADS = ['node', 'left', 'leftCount', 'right', 'rightCount', 'count'] as const;

/** Every merge in order; of a child its word, or the number of its node. */
export function mergeRows(
  words: readonly string[],
  counts: ArrayLike<number>,
  { merges }: Pick<Merges, 'merges'>,
) {
  const countOf = (id: number) => (id < 0 ? (counts[~id] ?? 0) : (merges[id]?.count ?? 0));
  const nameOf = (id: number) => (id < 0 ? (words[~id] ?? '') : `#${id}`);
  return merges.map(
    ({ node, left, right, count }) =>
      [`#${node}`, nameOf(left), countOf(left), nameOf(right), countOf(right), count] as const,
  );
}

/** Rows of the table on the page; a file has all. */
const MOST_ROWS = 200;

function MergeTable({ words, counts, merges }: { merges: Pick<Merges, 'merges'> } & Omit<Frequencies, 'of'>) {
  const text = useText(softmaxTreeMessages);
  const rows = mergeRows(words, counts, merges);
  return (
    <NumberTable
      caption={text('tree.merge-table', { shown: Math.min(rows.length, MOST_ROWS), count: rows.length })}
      heads={MERGE_HEADS.map((head) => text(`tree.head-${head}`))}
      rows={rows.slice(0, MOST_ROWS).map((row) => ({ id: row[0], cells: row }))}
    />
  );
}

export interface ConstructionFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: ConstructionView) => ReactNode;
}

/**
 * Huffman's construction merge by merge over the words of a text or a list of the reader's own: the queue beside the growing
 * forest; below, the finished tree against a balanced one.
 */
export function ConstructionFigure({ id, caption, children }: ConstructionFigureProps) {
  const text = useText(softmaxTreeMessages);
  const figure = useFigure(CONSTRUCTION_TABLE, id);
  const { settings, change } = figure;
  const state = useFrequencies(settings, MOST_BUILT);
  const { frequencies } = state;
  const merges = useMemo(
    () => ({ merges: frequencies ? huffmanMerges(frequencies.counts) : [] }),
    [frequencies],
  );
  return (
    <ToolFigure
      id={id}
      title={text('tree.construction-title')}
      caption={caption}
      table={CONSTRUCTION_TABLE}
      figure={figure}
      csv={() => [
        MERGE_HEADS,
        ...(frequencies ? mergeRows(frequencies.words, frequencies.counts, merges) : []),
      ]}
      numbers={frequencies && <MergeTable {...frequencies} merges={merges} />}
    >
      <FrequencySource settings={settings} change={change} state={state} most={MOST_BUILT} />
      {frequencies ? (
        <>
          <Construction {...frequencies} settings={settings} change={change}>
            {children && ((made) => children({ settings, frequencies, merges: made }))}
          </Construction>
          <ComparisonPanel {...frequencies} />
        </>
      ) : (
        <p className={tools.waiting} role="status">
          {text('tree.waiting')}
        </p>
      )}
    </ToolFigure>
  );
}
