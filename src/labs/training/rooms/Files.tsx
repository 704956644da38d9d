import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Part } from '../../../components/prose/Part.tsx';
import type { OpenModel } from '../../../instruments/language/open-model.ts';
import { choiceOf, NO_TEXT } from '../../../instruments/language/text-key.ts';
import type { TrainedOn } from '../../../instruments/model-files/model-files.ts';
import type { KeptModel } from '../../../store/kept-model.ts';
import { textShelf } from '../../../store/text-shelf.ts';
import type { OpenView, TrainingView } from '../state/view.ts';
import { passageOf } from './passage.ts';

const load = () => import('../../../instruments/model-files/ModelFilesPanel.tsx');

const shelf = textShelf();

/** What the open model learns from, by name. What a reader typed goes into no file. */
function useTrainedOn(model: KeptModel | undefined): TrainedOn | null {
  const kept = useSyncExternalStore(shelf.store.subscribe, () => shelf.store.getState().kept);
  useEffect(() => {
    if (kept === null) void shelf.refresh();
  }, [kept]);
  const key = model?.text ?? null;
  return useMemo(() => {
    const { source, kept: id } = key === null ? NO_TEXT : choiceOf(key);
    if (key === null || source === 'own') return null;
    const name = source === 'kept' ? kept?.find((one) => one.id === id)?.name : source;
    return { name: name ?? null, key };
  }, [key, kept]);
}

export function Files(props: {
  readonly view: TrainingView;
  readonly open: OpenView | null;
  readonly model: OpenModel | null;
}) {
  const { view, open, model } = props;
  const text = useTrainedOn(open?.model);
  return (
    <Part small load={load}>
      {({ ModelFilesPanel }) => (
        <ModelFilesPanel
          model={model}
          name={open?.model.name ?? ''}
          text={text}
          devLoss={open?.state.heldOut.find(({ step }) => step === model?.step)?.loss ?? null}
          checkpoint={open?.run.checkpoint ?? null}
          passage={open ? passageOf(open.state.config.task) : ''}
          settings={view.settings}
          change={view.figure.change}
          onImport={view.imports.take}
        />
      )}
    </Part>
  );
}
