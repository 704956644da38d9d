import { type ReactNode, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { END } from '../../models/tasks/spell-digit.ts';
import type { Run } from '../../store/run-state.ts';
import { useFigure } from '../link/useFigure.ts';
import { useParameters } from '../runs/useParameters.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import { FORM_FACTS, type Form, formModel } from './forms.ts';
import { OwnField } from './OwnField.tsx';
import { readOwn } from './own-text.ts';
import { percentOf } from './percent.ts';
import { probabilityOf, type ReadStep, readForm } from './reading.ts';
import { TEXT_FIELDS, TYPES_TABLE, type TypesSettings } from './settings.ts';
import { TypesChoice } from './TypesChoice.tsx';
import { TypesDrawing } from './TypesDrawing.tsx';
import { TypesTraining } from './TypesTraining.tsx';
import styles from './types.module.css';
import { useFormRuns } from './useFormRuns.ts';

const HEADS = ['step', 'token', 'said', 'probability', 'answer', 'state'] as const;

/** What a lesson may watch. */
export interface TypesView {
  readonly form: Form;
  readonly steps: readonly ReadStep[];
  /** Whether the network has been trained to its end. */
  readonly trained: boolean;
}

/** What the learner wrote; where nothing of it can be read, what the field begins with. */
function useOwn(settings: TypesSettings) {
  const { form } = settings;
  const model = useMemo(() => formModel(form), [form]);
  const field = TEXT_FIELDS[form];
  const value = settings[field];
  return useMemo(() => {
    const own = readOwn(form, value, model.task.inputs);
    const isEmpty = own.tokens.length === 0 || own.tokens[0] === '→';
    const read = isEmpty ? readOwn(form, TYPES_TABLE[field].codec.fallback, model.task.inputs) : own;
    return { model, field, value, own, isEmpty, tokens: read.tokens };
  }, [model, form, field, value]);
}

const rowOf = (form: Form, step: ReadStep, t: number): readonly (string | number)[] => [
  t + 1,
  form === 'output' && t > 0 ? `(${step.token})` : step.token,
  step.asked ? step.said : '–',
  step.asked ? percentOf(probabilityOf(step)) : '–',
  step.answer ?? '–',
  Array.from(step.values, (value) => value.toFixed(3).replace('-', '−')).join(' '),
];

/** Tells whoever watches; it hears of every step of training, the figure around it does not. */
function Watched(props: {
  readonly run: Run;
  readonly form: Form;
  readonly steps: readonly ReadStep[];
  readonly children: (view: TypesView) => ReactNode;
}) {
  const { run, form, steps } = props;
  const done = useStore(run.store, ({ frame }) => frame?.stats.step ?? 0);
  return props.children({ form, steps, trained: isOf(run, form) && done >= FORM_FACTS[form].until });
}

/** One drawing that turns into every type of recurrent network, each really trained, on the learner's own input. */
export function TypesFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (view: TypesView) => ReactNode;
}) {
  const text = useText(typesMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(TYPES_TABLE, props.id);
  const { settings, change } = figure;
  const { form, seed } = settings;
  const runs = useFormRuns(frame, form, seed);
  const { model: parts, field, value, own, isEmpty, tokens } = useOwn(settings);
  const flat = useParameters(runs.run);
  const model = useMemo(() => {
    // Until its worker has said anything, a network is what its seed makes of it.
    const known = isOf(runs.run, form) ? flat : null;
    return { ...parts, parameters: known ?? initialiseNetwork(parts.network, createRandom(seed), {}) };
  }, [parts, flat, runs.run, form, seed]);
  const steps = useMemo(() => readForm(form, model, tokens), [form, model, tokens]);
  const rows = steps.map((step, t) => rowOf(form, step, t));
  return (
    <ToolFigure
      id={props.id}
      title={text('types.title')}
      caption={props.caption}
      table={TYPES_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rows]}
      numbers={
        <NumberTable
          caption={text('types.table')}
          heads={HEADS.map((head) => text(`types.head-${head}`))}
          rows={rows.map((cells, t) => ({ id: String(t), cells }))}
        />
      }
    >
      <div ref={frame} className={styles.main}>
        <TypesChoice form={form} onForm={(next) => change({ form: next, at: 1, box: 'state' })} />
        <p className={styles.about} data-testid="about">
          {text(`types.about-${form}`, { end: END })}
        </p>
        <OwnField
          form={form}
          task={parts.task}
          value={value}
          own={own}
          isEmpty={isEmpty}
          onChange={(typed) => change({ [field]: typed })}
        />
        <TypesDrawing model={model} steps={steps} settings={settings} change={change}>
          {runs.run ? (
            <TypesTraining
              form={form}
              runs={runs}
              run={runs.run}
              classes={parts.task.classes.length}
              onSeed={() => change({ seed: (seed + 1) % 2 ** 32 })}
            />
          ) : null}
        </TypesDrawing>
        {runs.run && props.children ? (
          <Watched run={runs.run} form={form} steps={steps}>
            {props.children}
          </Watched>
        ) : null}
      </div>
    </ToolFigure>
  );
}

/** Whether a run is that of a form. */
function isOf(run: Run | null, form: Form): boolean {
  const task = run?.store.getState().config.task;
  return task?.kind === 'generated' && task.spec === FORM_FACTS[form].spec;
}
