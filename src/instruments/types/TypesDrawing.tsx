import type { ReactNode } from 'react';
import { SequenceNet } from '../../components/diagrams/sequence/SequenceNet.tsx';
import type { BoxPlace } from '../../components/diagrams/sequence/sequenceTypes.ts';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import { END } from '../../models/tasks/spell-digit.ts';
import type { FigureState } from '../../store/figure.ts';
import { useSettings } from '../../store/settings.ts';
import { FORM_FACTS, type Form } from './forms.ts';
import { percentOf } from './percent.ts';
import { type FormModel, markOf, probabilityOf, type ReadStep, shapeOf } from './reading.ts';
import type { TypesSettings } from './settings.ts';
import { shownSteps } from './shown-steps.ts';
import { TypesDetail } from './TypesDetail.tsx';
import styles from './types.module.css';

function useNames(form: Form, steps: readonly ReadStep[]) {
  const text = useText(typesMessages);
  const verdictOn = (step: ReadStep): string => {
    const mark = markOf(form, step);
    if (mark === null) return '';
    if (mark === 'right') return `: ${text('types.mark-right')}`;
    if (step.answer === null) return `: ${text('types.mark-late')}`;
    return `: ${text('types.mark-wrong', { answer: step.answer })}`;
  };
  return ({ kind, step: t }: BoxPlace): string => {
    const step = steps[t];
    if (!step) return '';
    const values = { step: t + 1, token: step.token };
    if (kind === 'input') return text(step.fed ? 'types.fed-name' : 'types.input-name', values);
    if (kind === 'state') return text('types.state-name', { ...values, count: step.values.length });
    const said = { ...values, said: step.said, percent: percentOf(probabilityOf(step)) };
    return text('types.output-name', said) + verdictOn(step);
  };
}

/** Tokens of the longest sequence that the form's network was trained on. */
const trainedOn = (form: Form, task: FormModel['task']): number =>
  form === 'unequal' ? (task.steps - 1) / 2 : task.steps;

function Result(props: {
  readonly form: Form;
  readonly model: FormModel;
  readonly steps: readonly ReadStep[];
}) {
  const { form, model, steps } = props;
  const text = useText(typesMessages);
  const marks = steps.map((step) => markOf(form, step)).filter((mark) => mark !== null);
  const fed = FORM_FACTS[form].type === 'one-many';
  const most = trainedOn(form, model.task);
  const length = form === 'unequal' ? (steps.length - 1) / 2 : steps.length;
  const parts = [
    marks.length === 0
      ? text('types.result-unknown')
      : text('types.result', { right: marks.filter((mark) => mark === 'right').length, asked: marks.length }),
    ...(fed && steps.at(-1)?.said !== END ? [text('types.result-stopped')] : []),
    ...(!fed && length > most ? [text('types.longer', { most })] : []),
  ];
  return (
    <p className={styles.result} role="status" data-testid="result">
      {parts.join(' ')}
    </p>
  );
}

/** The selected box as far as the drawing has it. */
function placeOf({ box, at, form }: TypesSettings, steps: readonly ReadStep[]): BoxPlace {
  const step = Math.min(at, steps.length) - 1;
  const column = shapeOf(form, steps).columns[step];
  const there = box === 'state' || (box === 'input' ? column?.input : column?.output);
  return { kind: there ? box : 'state', step };
}

/** The drawing, how it did, and the numbers of the selected box. */
export function TypesDrawing(props: {
  readonly model: FormModel;
  readonly steps: readonly ReadStep[];
  readonly settings: TypesSettings;
  readonly change: FigureState<TypesSettings>['change'];
  /** Beside the numbers. */
  readonly children: ReactNode;
}) {
  const { model, steps, settings, change } = props;
  const { form } = settings;
  const text = useText(typesMessages);
  const notation = useSettings((each) => each.notation);
  const nameOf = useNames(form, steps);
  const place = placeOf(settings, steps);
  const step = steps[place.step];
  const shape = shapeOf(form, steps);
  return (
    <>
      <SequenceNet
        shape={shape}
        steps={shownSteps(form, steps)}
        selected={place}
        onSelect={(to) => change({ box: to.kind, at: to.step + 1 })}
        notation={notation}
        name={text('types.drawing', {
          type: text(form === 'output' ? 'types.output' : `types.${FORM_FACTS[form].type}`),
          count: steps.length,
        })}
        nameOf={nameOf}
      />
      <Result form={form} model={model} steps={steps} />
      <div className={styles.below}>
        <div className={styles.detail}>
          {step ? (
            <TypesDetail
              model={model}
              step={step}
              place={place}
              unit={Math.min(settings.unit, model.network.hidden) - 1}
              notation={notation}
              onUnit={(unit) => change({ unit: unit + 1 })}
              recurrent={shape.recurrent}
            />
          ) : null}
        </div>
        {props.children}
      </div>
    </>
  );
}
