import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { TermProvider } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { useFigure } from '../../instruments/link/useFigure.ts';
import { ComparisonPanel } from '../../instruments/softmax-tree/ComparisonPanel.tsx';
import { Construction } from '../../instruments/softmax-tree/ConstructionFigure.tsx';
import { compareTrees, TREE_CSV_HEADS, treeRows } from '../../instruments/softmax-tree/compare.ts';
import { FrequencySource } from '../../instruments/softmax-tree/FrequencySource.tsx';
import { MOST_BUILT } from '../../instruments/softmax-tree/settings.ts';
import { type Frequencies, useFrequencies } from '../../instruments/softmax-tree/useFrequencies.ts';
import { NumberTable } from '../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../instruments/tools/ToolFigure.tsx';
import tools from '../../instruments/tools/tools.module.css';
import type { TreeWalk } from '../../instruments/tree-walk/useTreeWalk.ts';
import { pairOf } from '../../instruments/tree-walk/view.ts';
import { mostFrequent } from '../../layout/softmaxTreeFolds.ts';
import styles from './lab.module.css';
import { ModelRoom } from './ModelRoom.tsx';
import { treeLabMessages } from './messages.ts';
import { MOST_WORDS, ROOMS, SHOWN, TREE_LAB_TABLE, type TreeLabSettings, walkSettings } from './settings.ts';
import { TreeSection } from './TreeSection.tsx';
import { type FileModel, useFileModel, useFileWalk, useTrained } from './useModel.ts';
import { wordCells } from './wordCells.ts';

type Change = (part: Partial<TreeLabSettings>) => void;
type Listed = Omit<Frequencies, 'of'>;

interface TreesProps extends Listed {
  readonly settings: TreeLabSettings;
  readonly change: Change;
  readonly walking: TreeWalk | null;
  readonly file: FileModel | null;
}

/** Which trees, and whether their edges say the turns; a file's model has its own. */
function TreesBar({ settings, change, file }: Pick<TreesProps, 'settings' | 'change' | 'file'>) {
  const text = useText(treeLabMessages);
  return (
    <div className={tools.bar}>
      {!file && (
        <SegmentedControl
          label={text('treelab.shown')}
          value={settings.shown}
          options={SHOWN.map((value) => ({ value, label: text(`treelab.${value}`) }))}
          onChange={(shown) => change({ shown })}
        />
      )}
      <Toggle label={text('treelab.bits')} checked={settings.bits} onChange={(bits) => change({ bits })} />
    </div>
  );
}

/** The trees of the words, and on the one that a model has, its walk. */
function Trees(props: TreesProps) {
  const { words, counts, settings, file, walking } = props;
  const both = useMemo(() => compareTrees(counts), [counts]);
  const { target } = pairOf(words, settings);
  const modelled = file?.model.kind ?? walkSettings(settings).tree;
  const kinds = (['huffman', 'balanced'] as const).filter((kind) =>
    file ? kind === modelled : settings.shown === 'both' || settings.shown === kind,
  );
  return kinds.map((kind) => {
    const own = kind === modelled ? walking : null;
    const tree = own?.forest?.tree ?? both[kind];
    return <TreeSection key={kind} {...props} kind={kind} tree={tree} target={target} walking={own} />;
  });
}

/** The construction over the words, or the most frequent of them. */
function Build({ words, counts, settings, change }: Omit<TreesProps, 'walking' | 'file'>) {
  const text = useText(treeLabMessages);
  const taken = useMemo(() => {
    if (words.length <= MOST_BUILT) return { words, counts };
    const leaves = [...mostFrequent(counts, MOST_BUILT)].sort((a, b) => a - b);
    return {
      words: leaves.map((leaf) => words[leaf] ?? ''),
      counts: leaves.map((leaf) => counts[leaf] ?? 0),
    };
  }, [words, counts]);
  return (
    <>
      {taken.words !== words && (
        <p className={tools.note}>{text('treelab.built-some', { most: MOST_BUILT, words: words.length })}</p>
      )}
      <Construction {...taken} settings={settings} change={change} />
    </>
  );
}

/** Rows of the table on the page; a file has all. */
const MOST_ROWS = 200;

function WordTable({ words, counts }: Listed) {
  const text = useText(treeLabMessages);
  const rows = useMemo(() => treeRows(compareTrees(counts), words, counts), [words, counts]);
  return (
    <NumberTable
      caption={text('treelab.table', { shown: Math.min(rows.length, MOST_ROWS), count: rows.length })}
      heads={TREE_CSV_HEADS.map((head) => text(`treelab.head-${head}`))}
      rows={rows.slice(0, MOST_ROWS).map((row) => ({ id: String(row[0]), cells: wordCells(row) }))}
    />
  );
}

/** The words of the model, where there is one; else those that were read. */
function listedOf(walking: TreeWalk | null, frequencies: Frequencies | null): Listed | null {
  return walking?.forest?.info ?? frequencies;
}

const FIGURE = 'tree';

function Lab() {
  const text = useText(treeLabMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(TREE_LAB_TABLE, FIGURE);
  const { settings, change } = figure;
  const walk = walkSettings(settings);
  const state = useFrequencies(settings, MOST_WORDS);
  const files = useFileModel();
  const trains = settings.trains && settings.from === 'text' && !files.file;
  const trained = useTrained(frame, trains, walk, state.text);
  const fromFile = useFileWalk(files.file, walk);
  const walking = fromFile ?? (trains && trained.walking.forest ? trained.walking : null);
  const listed = listedOf(walking, state.frequencies);
  const rooms: Readonly<Record<TreeLabSettings['room'], () => ReactNode>> = {
    compare: () => listed && <ComparisonPanel words={listed.words} counts={listed.counts} />,
    build: () => listed && <Build {...listed} settings={settings} change={change} />,
    model: () => <ModelRoom {...{ settings, change, trained, files, walking }} />,
  };
  return (
    <ToolFigure
      id={FIGURE}
      title={listed ? text('treelab.title', { words: listed.words.length }) : text('treelab.title-none')}
      table={TREE_LAB_TABLE}
      figure={figure}
      csv={() => [
        TREE_CSV_HEADS,
        ...(listed ? treeRows(compareTrees(listed.counts), listed.words, listed.counts) : []),
      ]}
      numbers={listed && <WordTable words={listed.words} counts={listed.counts} />}
    >
      <div ref={frame} className={styles.lab}>
        <div className={styles.source}>
          <FrequencySource settings={settings} change={change} state={state} most={MOST_WORDS} />
        </div>
        <div className={tools.bar}>
          <SegmentedControl
            label={text('treelab.room')}
            value={settings.room}
            options={ROOMS.map((value) => ({ value, label: text(`treelab.room-${value}`) }))}
            onChange={(room) => change({ room })}
          />
          {/* The construction has a drawing of its own, which the finished tree would give away. */}
          {settings.room !== 'build' && <TreesBar settings={settings} change={change} file={files.file} />}
        </div>
        {settings.room !== 'build' && listed && (
          <Trees
            {...{ settings, change, walking }}
            file={files.file}
            words={listed.words}
            counts={listed.counts}
          />
        )}
        {rooms[settings.room]()}
      </div>
    </ToolFigure>
  );
}

/** The lab: words and counts as trees, built, compared, walked under a model. */
export function TreeLab() {
  return (
    <TermProvider>
      <Lab />
    </TermProvider>
  );
}
