import { type ComponentType, useMemo } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Part } from '../../../components/prose/Part.tsx';
import { useText } from '../../../components/text/useText.tsx';
import type { OpenModel } from '../../../instruments/language/open-model.ts';
import { readModel } from '../../../instruments/language/read-model.ts';
import { useOpenModel } from '../../../instruments/language/useOpenModel.ts';
import type { ImportedModel } from '../../../instruments/model-files/model-files.ts';
import { useTextModel } from '../../../instruments/sampling/useTextModel.ts';
import type { Run } from '../../../store/run-state.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import { ROOMS, type Room } from '../state/settings.ts';
import type { OpenView, TrainingView } from '../state/view.ts';
import { Files } from './Files.tsx';
import { passageOf } from './passage.ts';

export interface RoomProps {
  readonly view: TrainingView;
  /** What hidden units do over a passage. */
  readonly read: Run['read'];
  readonly model: OpenModel | null;
}

const loadSampling = () => import('../../../instruments/sampling/SamplingPanel.tsx');
const loadScore = () => import('../../../instruments/sampling/ScorePanel.tsx');
const loadCells = () => import('../../../instruments/cells/CellsPanel.tsx');

function Sampling({ view, model }: RoomProps) {
  const text = useTextModel(model);
  return (
    <Part small load={loadSampling}>
      {({ SamplingPanel }) => (
        <SamplingPanel
          id="sampling"
          model={text}
          step={model?.step ?? null}
          settings={view.settings}
          change={view.figure.change}
        />
      )}
    </Part>
  );
}

function Score({ view, model }: RoomProps) {
  const text = useTextModel(model);
  return (
    <Part small load={loadScore}>
      {({ ScorePanel }) => (
        <ScorePanel
          id="score"
          model={text}
          step={model?.step ?? null}
          settings={view.settings}
          change={view.figure.change}
        />
      )}
    </Part>
  );
}

function Cells({ view, read, model }: RoomProps) {
  const task = model?.config.task;
  const passage = useMemo(() => (task ? passageOf(task) : ''), [task]);
  return (
    <Part small load={loadCells}>
      {({ CellsPanel }) => (
        <CellsPanel
          id="cells"
          model={model}
          read={read}
          passage={passage}
          settings={view.settings}
          change={view.figure.change}
        />
      )}
    </Part>
  );
}

const BODIES: Readonly<Record<Exclude<Room, 'files'>, ComponentType<RoomProps>>> = {
  sampling: Sampling,
  score: Score,
  cells: Cells,
};

function OfRun({ view, open }: { readonly view: TrainingView; readonly open: OpenView }) {
  const model = useOpenModel(open.run, open.state);
  const { room } = view.settings;
  if (room === 'files') return <Files view={view} open={open} model={model} />;
  const Body = BODIES[room];
  return <Body view={view} read={open.run.read} model={model} />;
}

/** A model out of a file, which no text at hand can train on. */
function OfFile({ view, model }: { readonly view: TrainingView; readonly model: ImportedModel }) {
  const text = useText(trainingMessages);
  const { room } = view.settings;
  const Body = room === 'files' ? null : BODIES[room];
  const read = useMemo(() => readModel(model), [model]);
  return (
    <>
      <p className={styles.note} role="status">
        {text('lab.visiting', { name: model.name, tokens: model.vocabulary.tokens.length })}{' '}
        <Button onClick={view.imports.leave}>{text('lab.leave')}</Button>
      </p>
      {Body ? (
        <Body view={view} read={read} model={model} />
      ) : (
        <Files view={view} open={null} model={model} />
      )}
    </>
  );
}

function Body({ view }: { readonly view: TrainingView }) {
  const text = useText(trainingMessages);
  const { open, settings, imports } = view;
  if (imports.isBusy) return <p className={styles.note}>{text('lab.importing')}</p>;
  if (imports.visiting) return <OfFile view={view} model={imports.visiting} />;
  if (open) return <OfRun key={open.model.id} view={view} open={open} />;
  if (settings.room === 'files') return <Files view={view} open={null} model={null} />;
  return <p className={styles.note}>{text('lab.no-model')}</p>;
}

/** One room at a time: what can be done with the model that is open. */
export function Rooms({ view }: { readonly view: TrainingView }) {
  const text = useText(trainingMessages);
  return (
    <section className={styles.rooms} aria-label={text('lab.rooms')}>
      <h2 className={styles.hidden}>{text('lab.rooms')}</h2>
      <SegmentedControl
        label={text('lab.rooms')}
        value={view.settings.room}
        options={ROOMS.map((value) => ({ value, label: text(`lab.room-${value}`) }))}
        onChange={(room) => view.figure.change({ room })}
      />
      <Body view={view} />
    </section>
  );
}
