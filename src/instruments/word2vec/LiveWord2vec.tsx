import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { MOST_RELATIONS } from '../../components/plots/WordMap.tsx';
import { useText } from '../../components/text/useText.tsx';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import { withFallbacks } from '../../url/fragment.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { VectorFiles } from '../vector-files/VectorFiles.tsx';
import { HandOver } from '../vectors/HandOver.tsx';
import { isUnusable } from '../word-texts/useWordText.ts';
import { WordText } from '../word-texts/WordText.tsx';
import { LearningFields, WayOfLearning } from './LearningBar.tsx';
import { LiveTables, tableRows } from './LiveTables.tsx';
import { LiveWords } from './LiveWords.tsx';
import { LossChart } from './LossChart.tsx';
import { Readout } from './Readout.tsx';
import { LIVE_WORD_TABLE, type LiveWordSettings } from './settings.ts';
import { type Live, useLive } from './useLive.ts';
import styles from './word2vec.module.css';

/** What a lesson may look at: for its checkpoints, and for figures that show the same run. */
export interface LiveView extends Live {
  readonly settings: LiveWordSettings;
}

export interface LiveWord2vecProps {
  readonly id: string;
  readonly title?: ReactNode;
  readonly caption?: ReactNode;
  /** What it opens with where that is not as in `LIVE_WORD_TABLE`. Must not change. */
  readonly defaults?: Partial<LiveWordSettings>;
  /** The run is kept under this key from visit to visit. */
  readonly persistKey?: string;
  readonly children?: (view: LiveView) => ReactNode;
}

interface PartProps {
  readonly live: Live;
  readonly settings: LiveWordSettings;
  readonly change: (part: Partial<LiveWordSettings>) => void;
}

/** Words of the map and its arrows, as text. */
function WordsPanel({ live, settings, change }: PartProps) {
  const text = useText(wordMapMessages);
  const { looked } = live;
  const pairs = looked.pairs
    .map(({ from, to, relation }, i) => {
      const gap = i === 0 ? '' : looked.pairs[i - 1]?.relation === relation ? ', ' : '; ';
      return `${gap}${from} ${to}`;
    })
    .join('');
  return (
    <div className={styles.panel}>
      <TextField
        label={text('map.words')}
        value={settings.mapped === '' ? looked.mapped.join(' ') : settings.mapped}
        hint={text('map.words-hint')}
        rows={3}
        onChange={(mapped) => change({ mapped })}
      />
      <TextField
        label={text('map.pairs')}
        value={settings.pairs === '' ? pairs : settings.pairs}
        hint={text('map.pairs-hint', { most: MOST_RELATIONS })}
        onChange={(value) => change({ pairs: value })}
      />
    </div>
  );
}

const PANELS = ['settings', 'text', 'words', 'files'] as const;
type Panel = (typeof PANELS)[number];

/** Everything that can be set; each part opens on demand. */
function Controls({ live, settings, change, name }: PartProps & { readonly name: string }) {
  const text = useText(word2vecMessages);
  const words = useText(wordMapMessages);
  const [chosen, setOpen] = useState<Panel | null>(null);
  // A text that is no good can be changed where it is said.
  const open = chosen ?? (isUnusable(live.text) ? 'text' : null);
  const labels: Record<Panel, string> = {
    settings: text('w2v.settings'),
    text: text('w2v.text'),
    words: words('map.edit'),
    files: text('w2v.files'),
  };
  return (
    <>
      <div className={styles.bar}>
        <WayOfLearning settings={settings} change={change} />
        {PANELS.map((panel) => (
          <Button
            key={panel}
            expanded={open === panel}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            {labels[panel]}
          </Button>
        ))}
        {live.run && <HandOver run={live.run} name={name} />}
      </div>
      {open === 'settings' && <LearningFields settings={settings} change={change} />}
      {open === 'text' && (
        <div className={styles.panel}>
          <WordText settings={settings} change={change} state={live.text} />
        </div>
      )}
      {open === 'words' && <WordsPanel live={live} settings={settings} change={change} />}
      {open === 'files' && live.run && (
        <div className={styles.panel}>
          <VectorFiles source={live.run} name={name} />
        </div>
      )}
    </>
  );
}

/**
 * Word vectors that learn on the page: neighbours of chosen words and a map of others follow the training. A lesson gives it other
 * defaults, and reads the run by its child.
 */
export function LiveWord2vec(props: LiveWord2vecProps) {
  const { id, title, caption, defaults = {}, persistKey, children } = props;
  const text = useText(word2vecMessages);
  const frame = useRef<HTMLDivElement>(null);
  const [table] = useState(() => withFallbacks(LIVE_WORD_TABLE, defaults));
  const figure = useFigure(table, id);
  const { settings, change } = figure;
  const live = useLive(frame, settings, { persistKey });
  const view = useMemo(() => ({ ...live, settings }), [live, settings]);
  const parts = { live, settings, change };
  return (
    <ToolFigure
      id={id}
      title={title ?? text('w2v.title')}
      caption={caption}
      table={table}
      figure={figure}
      csv={(): readonly (readonly CsvValue[])[] => tableRows(live)}
      numbers={<LiveTables live={live} />}
    >
      <div ref={frame} className={styles.stack}>
        <TrainBar
          run={live.run}
          state={live.state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <Controls {...parts} name={`${settings.source}-${settings.architecture}`} />
        <RunNews run={live.run} state={live.state} />
        {settings.output === 'full' && live.state?.info && (
          <p className={styles.warning}>{text('w2v.full-note', { words: live.state.info.words.length })}</p>
        )}
        <LiveWords {...parts} />
        {live.state && <LossChart state={live.state} />}
        <Readout state={live.state} minCount={settings.minCount} />
        {children?.(view)}
      </div>
    </ToolFigure>
  );
}
