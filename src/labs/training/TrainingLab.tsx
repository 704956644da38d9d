import { type KeyboardEvent, useState } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { type OpenBench, useWorkbench } from '../../instruments/language/useWorkbench.ts';
import { useFigure } from '../../instruments/link/useFigure.ts';
import { ToolFigure } from '../../instruments/tools/ToolFigure.tsx';
import { Measurements } from '../../instruments/training-curves/Measurements.tsx';
import { curveRows } from '../../instruments/training-curves/rows.ts';
import { RunBadge } from '../../instruments/unrolled/RunBadge.tsx';
import type { FigureState } from '../../store/figure.ts';
import { Notices } from './bar/Notices.tsx';
import { TrainBar } from './bar/TrainBar.tsx';
import { curveRuns } from './curves/curveRuns.ts';
import { LabCurves } from './curves/LabCurves.tsx';
import { usePlotChoice } from './curves/usePlotChoice.ts';
import { HelpDialog } from './HelpDialog.tsx';
import styles from './lab.module.css';
import { trainingMessages } from './messages.ts';
import { Rooms } from './rooms/Rooms.tsx';
import { RunList } from './runs/RunList.tsx';
import { SetupForm } from './setup/SetupForm.tsx';
import { TRAINING_TABLE, type TrainingSettings } from './state/settings.ts';
import { useDocumentTitle } from './state/useDocumentTitle.ts';
import { useView } from './state/useView.ts';
import type { TrainingView } from './state/view.ts';

const FIGURE = 'training';
/** What takes keys itself. */
const TAKERS =
  'a, button, input, select, summary, textarea, dialog, [role="slider"], [role="grid"], [contenteditable]';

function useTabTitle({ open, state }: TrainingView): void {
  const text = useText(trainingMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const saved = state.models?.find(({ id }) => id === open?.model.id)?.step ?? 0;
  // No frames are drawn while the page is hidden; what is saved says how far it is.
  const step = whole.format(Math.max(open?.step ?? 0, saved));
  const values = { step, title: open?.model.name ?? '' };
  const rest = open?.rest ?? null;
  const progress =
    rest === null
      ? text('lab.document-endless', values)
      : text('lab.document', { ...values, rest: whole.format(rest) });
  useDocumentTitle(open?.state.phase === 'playing' ? progress : null);
}

function useKeys(view: TrainingView, onHelp: () => void) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TAKERS)) return;
    const keys: Readonly<Record<string, () => void>> = {
      ' ': view.toggle,
      '.': () => view.open?.run.step(),
      '?': onHelp,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function Lab(props: { readonly figure: FigureState<TrainingSettings>; readonly bench: OpenBench }) {
  const text = useText(trainingMessages);
  const { figure } = props;
  const view = useView(figure, props.bench);
  const { open } = view;
  const plot = usePlotChoice(open?.model.id ?? null);
  const runs = curveRuns(view, plot);
  const [isHelping, setHelping] = useState(false);
  const onKeyDown = useKeys(view, () => setHelping(true));
  useTabTitle(view);
  const title = open ? text('lab.title', { name: open.model.name, step: open.step }) : text('lab.title-none');
  return (
    <ToolFigure
      id={FIGURE}
      title={title}
      table={TRAINING_TABLE}
      figure={figure}
      csv={() => curveRows(runs)}
      numbers={<Measurements runs={runs} window={figure.settings.window} />}
    >
      {open && <RunBadge state={open.state} />}
      <HelpDialog open={isHelping} onClose={() => setHelping(false)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole lab, each of which a button has too. */}
      <div className={styles.lab} tabIndex={-1} onKeyDown={onKeyDown}>
        <div className={styles.main}>
          <TrainBar view={view} onHelp={() => setHelping(true)} />
          <Notices view={view} />
          <LabCurves view={view} runs={runs} />
          <Rooms view={view} />
        </div>
        <div className={styles.side}>
          <SetupForm view={view} />
          <RunList view={view} plot={plot} />
        </div>
      </div>
    </ToolFigure>
  );
}

/** The lab: a language model of the reader's own, from any text to what it says. */
export function TrainingLab() {
  const figure = useFigure(TRAINING_TABLE, FIGURE);
  const text = useText();
  const bench = useWorkbench();
  if (!bench) return <p role="status">{text('shell.loading')}</p>;
  return <Lab figure={figure} bench={bench} />;
}
