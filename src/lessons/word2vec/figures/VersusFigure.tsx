import { type ReactNode, useMemo, useRef } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { PlayButton } from '../../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { TextField } from '../../../components/controls/TextField.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { word2vecMessages } from '../../../i18n/messages/word2vec.ts';
import { RunNews } from '../../../instruments/embeddings/RunNews.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { parsePairs, spellWord } from '../../../instruments/word-map/words.ts';
import { PARTS } from '../../../instruments/word-texts/settings.ts';
import { useWordText } from '../../../instruments/word-texts/useWordText.ts';
import { shareOf } from '../../../instruments/word2vec/progress.ts';
import { Readout } from '../../../instruments/word2vec/Readout.tsx';
import { ARCHITECTURES, LIMITS } from '../../../instruments/word2vec/settings.ts';
import { word2vecLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { FREQUENT } from './pairScore.ts';
import { textOf, VERSUS_TABLE, type VersusSettings, versusLearning } from './settings.ts';
import { type Contestant, useContestant } from './useContestant.ts';
import { VersusTable, versusRows } from './VersusTable.tsx';

interface BarProps {
  readonly settings: VersusSettings;
  readonly change: (part: Partial<VersusSettings>) => void;
}

/** In a short text, words that occur so often must do. */
const LEAST_COUNT = 5;

const FIELDS = ['epochs', 'window', 'dimensions', 'seed'] as const;

/** What both learn from, and how; a change begins both anew. */
function Controls({ settings, change }: BarProps) {
  const text = useText(word2vecLessonMessages);
  const common = useText(word2vecMessages);
  const label = { ...LABELS, seed: 'given.seed' } as const;
  return (
    <div className={tools.bar}>
      <Select
        label={text('w2v.part')}
        value={settings.part}
        options={PARTS.map((value) => ({ value, label: text(`w2v.part-${value}`) }))}
        onChange={(part) => change({ part })}
      />
      <SegmentedControl
        label={common('w2v.output')}
        value={settings.output}
        options={(['huffman', 'negative'] as const).map((value) => ({
          value,
          label: common(`w2v.${value}`),
        }))}
        onChange={(output) => change({ output })}
      />
      {FIELDS.map((field) => (
        <NumberField
          key={field}
          label={common(label[field])}
          value={settings[field]}
          {...LIMITS[field]}
          integer
          onChange={(value) => change({ [field]: value })}
        />
      ))}
    </div>
  );
}

const LABELS = { epochs: 'w2v.epochs', window: 'w2v.window', dimensions: 'w2v.dimensions' } as const;

/** The words and pairs that the two are judged by. */
function Judges({ settings, change }: BarProps) {
  const text = useText(word2vecLessonMessages);
  return (
    <details>
      <summary>{text('w2v.pairs')}</summary>
      <div className={styles.stack}>
        <TextField
          label={text('w2v.frequent-word')}
          value={settings.frequent}
          rows={1}
          maxLength={60}
          onChange={(frequent) => change({ frequent })}
        />
        <TextField
          label={text('w2v.rare-word')}
          value={settings.rare}
          rows={1}
          maxLength={60}
          onChange={(rare) => change({ rare })}
        />
        <TextField
          label={text('w2v.pairs')}
          value={settings.pairs}
          rows={4}
          hint={text('w2v.pairs-hint', { least: FREQUENT })}
          onChange={(pairs) => change({ pairs })}
        />
      </div>
    </details>
  );
}

/** Play, pause and start over of both at once. */
function Motion({ runs }: { readonly runs: readonly Contestant[] }) {
  const text = useText(word2vecLessonMessages);
  const playing = runs.some(({ state }) => state?.phase === 'playing' || state?.phase === 'starting');
  const each = (act: (run: NonNullable<Contestant['run']>) => void) => {
    for (const { run } of runs) if (run) act(run);
  };
  const toggle = () => each((run) => (playing ? run.pause() : run.play()));
  const anew = () =>
    each((run) => {
      run.reset();
      run.play();
    });
  const isOver = runs.every(({ state }) => state?.phase === 'done');
  if (isOver) {
    return (
      <div className={tools.bar}>
        <Button primary icon="reset" onClick={anew}>
          {text('w2v.restart')}
        </Button>
      </div>
    );
  }
  return (
    <div className={tools.bar}>
      <PlayButton playing={playing} label={text(playing ? 'w2v.hold' : 'w2v.go')} onToggle={toggle} />
      <Button icon="reset" onClick={anew}>
        {text('w2v.restart')}
      </Button>
    </div>
  );
}

function Meters({ runs }: { readonly runs: readonly Contestant[] }) {
  const common = useText(word2vecMessages);
  return (
    <div className={styles.runs}>
      {runs.map(({ way, state }) => (
        <label key={way}>
          {common(`w2v.${way}`)}
          <progress className={styles.meter} max={1} value={state ? shareOf(state) : 0} />
        </label>
      ))}
    </div>
  );
}

function VersusNumbers({ runs }: { readonly runs: readonly Contestant[] }) {
  const text = useText(word2vecLessonMessages);
  const [heads = [], ...rows] = versusRows(runs);
  return (
    <NumberTable
      caption={text('w2v.measured')}
      heads={heads}
      rows={rows.map((cells) => ({ id: String(cells[0]), cells }))}
    />
  );
}

/** Skip-gram and CBOW on the same text at the same time: speed, loss, neighbours, and a score that can be compared. */
export function VersusFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(word2vecLessonMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(VERSUS_TABLE, id);
  const { settings, change } = figure;
  const source = useWordText(textOf(settings.part, LEAST_COUNT));
  const { frequent, rare, pairs } = settings;
  const asked = useMemo(
    () => ({ words: [spellWord(frequent), spellWord(rare)], pairs: parsePairs(pairs) }),
    [frequent, rare, pairs],
  );
  const [skipGram, cbow] = ARCHITECTURES.map((way) => versusLearning(settings, way));
  const first = useContestant(frame, skipGram as NonNullable<typeof skipGram>, { text: source, ...asked });
  const second = useContestant(frame, cbow as NonNullable<typeof cbow>, { text: source, ...asked });
  const runs = [first, second];
  return (
    <ToolFigure
      id={id}
      title={text('w2v.versus-title')}
      caption={caption}
      table={VERSUS_TABLE}
      figure={figure}
      csv={() => versusRows(runs)}
      numbers={<VersusNumbers runs={runs} />}
    >
      <div ref={frame} className={styles.stack}>
        <Motion runs={runs} />
        <Controls settings={settings} change={change} />
        {runs.map(({ way, run, state }) => (
          <RunNews key={way} run={run} state={state} />
        ))}
        <Meters runs={runs} />
        <VersusTable runs={runs} words={asked.words} />
        <Judges settings={settings} change={change} />
        <p className={tools.note}>{text('w2v.both-share')}</p>
        <Readout state={first.state} minCount={LEAST_COUNT} />
      </div>
    </ToolFigure>
  );
}
