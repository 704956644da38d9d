import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { TermProvider } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { gateLabMessages } from '../../i18n/messages/gate-lab.ts';
import { useTraining } from '../../instruments/gate-lab/useTraining.ts';
import { useFigure } from '../../instruments/link/useFigure.ts';
import { ToolFigure } from '../../instruments/tools/ToolFigure.tsx';
import type { FigureState } from '../../store/figure.ts';
import { useSettings } from '../../store/settings.ts';
import { NetArea } from './drawing/NetArea.tsx';
import { selectedOf } from './drawing/place.ts';
import { useLabWalk } from './drawing/useLabWalk.ts';
import styles from './lab.module.css';
import type { LabNetwork } from './model.ts';
import { InputBar } from './setup/InputBar.tsx';
import { SetupBar } from './setup/SetupBar.tsx';
import { GATE_TABLE, type GateSettings } from './state/settings.ts';
import { useHanded } from './state/useHanded.ts';
import { useLab } from './state/useLab.ts';
import { labRows } from './values/csv.ts';
import { Tables } from './values/Tables.tsx';
import { useComputed } from './values/useComputed.ts';
import type { LabView } from './view.ts';

const FIGURE = 'gate';

/** Everything that the parts share, for one render. */
function useView(figure: FigureState<GateSettings>, root: RefObject<HTMLElement | null>): LabView {
  const training = useTraining(root);
  const notation = useSettings((state) => state.notation);
  const lab = useLab(figure, training);
  const { network, tokens } = lab.plan;
  const { layer, direction, at, lane, unit } = lab.settings;
  const selected = useMemo(
    () => selectedOf({ layer, direction, at, lane, unit }, network.stack, tokens.length),
    [layer, direction, at, lane, unit, network.stack, tokens.length],
  );
  const { isDone } = training;
  const { settle } = lab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the run has come as far as it was asked to.
  useEffect(() => {
    if (isDone) settle();
  }, [isDone]);
  const computed = useComputed(lab);
  const walk = useLabWalk(lab, selected, lab.settle);
  return { lab, computed, at: selected, walk, training, notation };
}

/** Numbers of inputs, of units layer by layer, of classes. */
function sizesOf({ stack, classes }: LabNetwork): readonly number[] {
  const layers = Array.from({ length: stack.layers }, () => stack.hidden);
  return [stack.inputs, ...layers, ...(classes === null ? [] : [classes])];
}

function Lab({ figure }: { readonly figure: FigureState<GateSettings> }) {
  const text = useText(gateLabMessages);
  const root = useRef<HTMLDivElement>(null);
  const view = useView(figure, root);
  const { lab } = view;
  const handed = useHanded(lab);
  return (
    <ToolFigure
      id={FIGURE}
      title={`${text(`gate.cell.${lab.settings.cell}`)} · ${sizesOf(lab.plan.network).join(' → ')}`}
      table={GATE_TABLE}
      figure={figure}
      csv={() => labRows(view)}
      numbers={<Tables view={view} />}
    >
      <div ref={root} className={styles.lab}>
        {handed === 'missing' && (
          <p role="alert" className={styles.error}>
            {text('gate.handed-missing')}
          </p>
        )}
        <SetupBar lab={lab} />
        <InputBar view={view} />
        <NetArea view={view} />
      </div>
    </ToolFigure>
  );
}

/** The lab: a recurrent network of the reader's own, with everything open. */
export function GateLab() {
  const figure = useFigure(GATE_TABLE, FIGURE);
  return (
    <TermProvider>
      <Lab figure={figure} />
    </TermProvider>
  );
}
