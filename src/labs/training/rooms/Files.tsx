import { Part } from '../../../components/prose/Part.tsx';
import type { OpenModel } from '../../../instruments/language/open-model.ts';
import { choiceOf } from '../../../instruments/language/text-key.ts';
import type { TrainedOn } from '../../../instruments/model-files/model-files.ts';
import type { KeptModel } from '../../../store/kept-model.ts';
import type { OpenView, TrainingView } from '../state/view.ts';
import { passageOf } from './passage.ts';

const load = () => import('../../../instruments/model-files/ModelFilesPanel.tsx');

/** What a reader typed goes into no file. */
function trainedOn({ text }: KeptModel): TrainedOn | null {
  const { source } = choiceOf(text);
  return source === 'own' ? null : { name: source, key: text };
}

export function Files(props: {
  readonly view: TrainingView;
  readonly open: OpenView | null;
  readonly model: OpenModel | null;
}) {
  const { view, open, model } = props;
  return (
    <Part small load={load}>
      {({ ModelFilesPanel }) => (
        <ModelFilesPanel
          model={model}
          name={open?.model.name ?? ''}
          text={open && trainedOn(open.model)}
          devLoss={open?.state.heldOut.at(-1)?.loss ?? null}
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
