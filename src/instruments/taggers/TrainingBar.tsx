import { useStore } from 'zustand';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import type { Run } from '../../store/run-state.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import tools from '../tools/tools.module.css';
import { RunBadge } from '../unrolled/RunBadge.tsx';
import { BATCH, CELLS, MOST_TRAINED, type TaggerSettings } from './tagger-settings.ts';
import type { TaggersView } from './useTaggers.ts';

export const CELL_NAMES = { rnn: 'RNN', gru: 'GRU', lstm: 'LSTM' } as const;

interface BarProps<T extends TaggerSettings> {
  readonly view: TaggersView<T>;
}

/** Why a run stopped, where one did. */
function Failure({ run }: { readonly run: Run }) {
  const text = useText();
  const { failure, goodStep } = useStore(run.store);
  return failure ? <p role="alert">{sayRun(text, failureMessage(failure, goodStep))}</p> : null;
}

function Badge({ run }: { readonly run: Run }) {
  return <RunBadge state={useStore(run.store)} />;
}

/** What networks are on show, and how far they have come. */
export function Status<T extends TaggerSettings>({ view }: BarProps<T>) {
  const text = useText(taggerMessages);
  const { cell, hidden, seed } = view.figure.settings;
  const steps = Object.values(view.taggers ?? {}).map(({ step }) => step);
  const step = Math.min(...steps);
  const isReady = steps.length > 0 && step >= view.figure.settings.trained && !view.playing;
  return (
    <p className={tools.note} role="status" data-testid="networks" data-ready={isReady}>
      {steps.length === 0
        ? text('tag.waiting')
        : text('tag.status', { cell: CELL_NAMES[cell], hidden, seed, step, batch: BATCH })}
    </p>
  );
}

/** Steps that Play adds where training has come to its end. */
const MORE = 50;

/** What Play does: stop, go on, or, at the end, train further; at the very end begin anew. */
function usePlay<T extends TaggerSettings>(view: TaggersView<T>): () => void {
  const { trained } = view.figure.settings;
  const steps = Object.values(view.taggers ?? {}).map(({ step }) => step);
  const isOver = steps.length > 0 && steps.every((step) => step >= trained);
  if (view.playing) return view.pause;
  if (!isOver) return view.play;
  if (trained >= MOST_TRAINED) return view.restart;
  return () => {
    view.figure.change({ trained: Math.min(MOST_TRAINED, trained + MORE) } as Partial<T>);
    view.play();
  };
}

/** Training under the reader's hand; for all figures of the page. */
export function TrainingBar<T extends TaggerSettings>({ view }: BarProps<T>) {
  const text = useText(taggerMessages);
  const { settings } = view.figure;
  const change = (part: Partial<TaggerSettings>) => view.figure.change(part as Partial<T>);
  return (
    <>
      <div className={tools.bar}>
        <PlayButton playing={view.playing} onToggle={usePlay(view)} />
        <Button icon="reset" onClick={view.restart}>
          {text('tag.again')}
        </Button>
        <Slider
          label={text('tag.trained')}
          value={settings.trained}
          min={0}
          max={MOST_TRAINED}
          step={10}
          onChange={(trained) => change({ trained })}
        />
        <SegmentedControl
          label={text('tag.cell-kind')}
          value={settings.cell}
          options={CELLS.map((value) => ({ value, label: CELL_NAMES[value] }))}
          onChange={(cell) => change({ cell })}
        />
        <Button onClick={() => change({ seed: (settings.seed + 1) % 2 ** 32 })}>{text('tag.seed')}</Button>
      </div>
      <Status view={view} />
      {(view.runs ?? []).map((run, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs never change places.
        <Failure key={i} run={run} />
      ))}
      {view.runs?.[0] ? <Badge run={view.runs[0]} /> : null}
    </>
  );
}
