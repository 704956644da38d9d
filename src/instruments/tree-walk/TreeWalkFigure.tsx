import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { expectedDepth } from '../../models/softmax/tree.ts';
import type { FigureState } from '../../store/figure.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useEmbeddingRun } from '../embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../embeddings/useEmbeddingState.ts';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { tokenizationOf } from '../texts/settings.ts';
import { useTextSource } from '../texts/useTextSource.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { partOf } from '../word-texts/settings.ts';
import { leafRows } from './leafRows.ts';
import { PairBar } from './PairBar.tsx';
import { Panels } from './Panels.tsx';
import { Setup } from './Setup.tsx';
import { runKey, SUBSAMPLE, WALK_TABLE, type WalkSettings, walkConfig } from './settings.ts';
import styles from './tree-walk.module.css';
import { type TreeWalk, useTreeWalk } from './useTreeWalk.ts';
import type { Forest, Walk } from './view.ts';
import { WalkBar } from './WalkBar.tsx';
import { WalkTree } from './WalkTree.tsx';

/** What a lesson may look at for its checkpoints. */
export type TreeWalkView = Pick<TreeWalk, 'walk' | 'learning'>;

type Change = FigureState<WalkSettings>['change'];

/** What is trained, in a sentence. */
function Facts({
  forest: { info, tree },
  settings,
}: {
  readonly forest: Forest;
  readonly settings: WalkSettings;
}) {
  const text = useText(treeWalkMessages);
  return (
    <p className={tools.note}>
      {text('treewalk.facts', {
        tokens: info.kept,
        words: info.words.length,
        nodes: tree.leaves - 1,
        dimensions: settings.dimensions,
      })}{' '}
      {text('treewalk.facts-tree', {
        depth: formatFixed(expectedDepth(tree, info.counts), 2),
        threshold: String(SUBSAMPLE),
      })}
    </p>
  );
}

interface BodyProps {
  readonly walking: TreeWalk;
  readonly settings: WalkSettings;
  readonly change: Change;
}

/** The walk on a run: words, tree, panels. */
function Body({ walking, settings, change }: BodyProps) {
  const text = useText(treeWalkMessages);
  const { forest, walk, at } = walking;
  if (!forest) return <p className={styles.waiting}>{text('treewalk.waiting')}</p>;
  return (
    <>
      <Facts forest={forest} settings={settings} />
      <PairBar forest={forest} walk={walk} settings={settings} change={change} />
      <WalkBar at={at} depth={walk?.path.length ?? at} onAt={(to) => change({ at: to })} />
      <WalkTree walking={walking} forest={forest} change={change} />
      {walk && <Panels {...{ walking, forest, walk, settings, change }} />}
    </>
  );
}

const HEADS = ['node', 'turn', 'v·h', 'σ(± v·h)', 'product', 'σ(v·h) − [left]', '‖∂L/∂v‖'] as const;

const rowsOf = (walk: Walk | null) =>
  walk?.path.map(({ node, bit, score, probability, product, error, gradientNorm }) => [
    node,
    bit,
    score,
    probability,
    product,
    error,
    gradientNorm,
  ]) ?? [];

/** The run that the settings ask for, as soon as their text is there; the worker reads it. */
function useWalkConfig(settings: WalkSettings) {
  const source = useTextSource(settings);
  const { level, ends, part, minCount, words } = settings;
  const key = source.text && runKey(settings, source.text.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the settings that matter.
  const config = useMemo(() => {
    if (!source.text) return null;
    const text = partOf(source.text.text, part);
    return walkConfig(settings, { text, minCount, words, ...tokenizationOf({ level, ends }) });
  }, [key]);
  return { config, isMissing: source.status === 'failed' };
}

export interface TreeWalkFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: TreeWalkView) => ReactNode;
}

/** A skip-gram model with a tree for its output layer, training: the path from the root to a word, and every number of it. */
export function TreeWalkFigure({ id, caption, children }: TreeWalkFigureProps) {
  const text = useText(treeWalkMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(WALK_TABLE, id);
  const { settings, change } = figure;
  const [open, setOpen] = useState(false);
  const { config, isMissing } = useWalkConfig(settings);
  const tier = useSmallRunTier();
  const run = useEmbeddingRun(frame, config, { autoplay: true, tier });
  const state = useEmbeddingState(run);
  const walking = useTreeWalk(run, state, settings);
  const { walk } = walking;
  return (
    <ToolFigure
      id={id}
      title={text('treewalk.title')}
      caption={caption}
      table={WALK_TABLE}
      figure={figure}
      csv={() => [HEADS, ...rowsOf(walk)]}
      numbers={
        <NumberTable
          caption={text('treewalk.leaves-title')}
          heads={[text('treewalk.target'), text('treewalk.rank'), 'P', 'ln P']}
          rows={leafRows(walking).map(({ word, rank, probability, log }) => ({
            id: word,
            cells: [word, rank, significant(probability, 5), formatFixed(log, 4)],
          }))}
        />
      }
    >
      <div ref={frame} className={styles.stack}>
        <div className={styles.top}>
          <TrainBar
            run={run}
            state={state}
            seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
          />
          <Button expanded={open || isMissing} onClick={() => setOpen(!open)}>
            {text('treewalk.setup')}
          </Button>
        </div>
        {/* What is wrong with a text is said where it is chosen. */}
        {(open || isMissing) && <Setup settings={settings} change={change} />}
        <RunNews run={run} state={state} />
        {/* After a failure there is nothing to wait for. */}
        {(walking.forest || (!state?.failure && !isMissing)) && (
          <Body walking={walking} settings={settings} change={change} />
        )}
        {children?.(walking)}
      </div>
    </ToolFigure>
  );
}
