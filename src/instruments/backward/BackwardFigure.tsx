import { useCallback, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatSpeed, positionToSpeed, speedToPosition } from '../../components/controls/speed.ts';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { type Notation, plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { backwardMessages } from '../../i18n/messages/backward.ts';
import { relativeDifference } from '../../models/finite-difference.ts';
import { useSettings } from '../../store/settings.ts';
import { fallbackState } from '../../url/fragment.ts';
import { LinkButton, LinkNotices } from '../link/LinkButton.tsx';
import { useFigure } from '../link/useFigure.ts';
import { BackwardGraph } from './BackwardGraph.tsx';
import styles from './backward.module.css';
import { EntryTable } from './EntryTable.tsx';
import { EquationList } from './EquationList.tsx';
import { type CheckedEntry, checkEquation, EQUATION_IDS, type EquationId } from './equations.ts';
import { BackwardFormula } from './Formulas.tsx';
import { ForwardPanel, GivenPanel } from './GivenPanel.tsx';
import { type BackwardSettings, changeGiven, settingsCase, stepGates, TABLE } from './settings.ts';
import { type GivenName, passStep } from './step-case.ts';
import { useWalk } from './useWalk.ts';
import type { StepValues } from './values.ts';

const FIGURE = 'backward';
const LAST = EQUATION_IDS.length;
const PRINTED_GATES = ['forget', 'update', 'candidate', 'output'] as const;

type Checks = Readonly<Record<EquationId, readonly CheckedEntry[]>>;

/** The step, its two passes, and every derivative checked; computed again only when the case changes. */
function useCase({ hidden, seed, peepholes, given }: BackwardSettings) {
  return useMemo(() => {
    const step = settingsCase({ hidden, seed, peepholes, given });
    const values: StepValues = { step, pass: passStep(step) };
    const checks = Object.fromEntries(EQUATION_IDS.map((id) => [id, checkEquation(values, id)])) as Checks;
    return { values, checks };
  }, [hidden, seed, peepholes, given]);
}

function worstOf(checks: Checks) {
  const all = Object.values(checks).flat();
  const difference = Math.max(...all.map(({ analytic, numeric }) => relativeDifference(analytic, numeric)));
  return { count: all.length, difference: formatMagnitude(difference) };
}

type Change = (part: Partial<BackwardSettings>) => void;

/** Which cell: size, peepholes, seed. A new cell has new given numbers. */
function CellControls(props: { readonly settings: BackwardSettings; readonly change: Change }) {
  const { settings, change } = props;
  const text = useText(backwardMessages);
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={text('given.units')}
        value={settings.hidden}
        options={(['2', '3'] as const).map((value) => ({
          value,
          label: text('given.units-value', { count: Number(value) }),
        }))}
        onChange={(hidden) => change({ hidden, given: [] })}
      />
      <Toggle
        label={text('given.peepholes')}
        checked={settings.peepholes}
        onChange={(peepholes) => change({ peepholes })}
      />
      <span className={styles.seed}>
        <NumberField
          label={text('given.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => change({ seed, given: [] })}
        />
      </span>
      <Button icon="reset" onClick={() => change(fallbackState(TABLE))}>
        {text('backward.reset-edits')}
      </Button>
      <LinkButton table={TABLE} figure={FIGURE} settings={settings} />
    </div>
  );
}

function WalkBar(props: {
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly walk: ReturnType<typeof useWalk>;
}) {
  const { at, onAt, walk } = props;
  const text = useText(backwardMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.bar} role="group" aria-label={text('backward.stepper')}>
      <PlayButton playing={walk.playing} onToggle={walk.toggle} />
      <Button icon="back" label={text('backward.previous')} disabled={at <= 1} onClick={() => onAt(at - 1)} />
      <Button
        icon="forward"
        label={text('backward.next')}
        disabled={at >= LAST}
        onClick={() => onAt(at + 1)}
      />
      <Slider
        quiet
        label={text('figure.speed')}
        value={speedToPosition(walk.speed)}
        min={-2}
        max={2}
        step={0.25}
        format={(position) => formatSpeed(positionToSpeed(position))}
        onChange={(position) => walk.setSpeed(positionToSpeed(position))}
      />
      <span className={styles.place} role="status">
        {text('backward.equation-number', { at, count: LAST })}
      </span>
    </div>
  );
}

/** Entries of the weights belong to gates; the other equations are shown whole. */
function entriesOf(entries: readonly CheckedEntry[], id: EquationId, gate: BackwardSettings['gate']) {
  return id === 'weights' ? entries.filter(({ target }) => target.role === gate) : entries;
}

function Detail(props: {
  readonly id: EquationId;
  readonly checks: Checks;
  readonly values: StepValues;
  readonly settings: BackwardSettings;
  readonly change: Change;
  readonly notation: Notation;
}) {
  const { id, checks, values, settings, change, notation } = props;
  const text = useText(backwardMessages);
  const gates = stepGates(values.step).map((gate) => ({
    value: gate,
    label: plainSymbol(roleSymbol(gate, notation, 'lstm')),
  }));
  return (
    <div className={styles.detail}>
      <div className={styles.formula}>
        <BackwardFormula id={id} part="whole" peepholes={settings.peepholes} />
      </div>
      {id === 'weights' ? (
        <SegmentedControl
          label={text('backward.gate')}
          value={settings.gate}
          options={gates}
          onChange={(gate) => change({ gate: PRINTED_GATES.find((one) => one === gate) ?? 'forget' })}
        />
      ) : null}
      <BackwardGraph at={settings.at} equation={id} peepholes={settings.peepholes} notation={notation} />
      <EntryTable entries={entriesOf(checks[id], id, settings.gate)} notation={notation} />
    </div>
  );
}

/**
 * One step of a small LSTM, forward and backward, with every derivative beside finite differences of the forward pass. All
 * numbers come from the reference model; only those marked as given are the learner's.
 */
export function BackwardFigure() {
  const text = useText(backwardMessages);
  const notation = useSettings((state) => state.notation);
  const { settings, change, notices, dismissNotices } = useFigure(TABLE, FIGURE);
  const { values, checks } = useCase(settings);
  const { at } = settings;
  const onAt = useCallback((to: number) => change({ at: to }), [change]);
  const walk = useWalk(at, LAST, onAt);
  const id = EQUATION_IDS[at - 1] ?? 'hidden';
  const onGiven = (name: GivenName, position: number, value: number) =>
    change({ given: changeGiven(settings.given, name, position, value) });
  return (
    <div className={styles.figure}>
      <LinkNotices notices={notices} onDismiss={dismissNotices} />
      <CellControls settings={settings} change={change} />
      <WalkBar at={at} onAt={onAt} walk={walk} />
      <div className={styles.split}>
        <EquationList {...{ values, at, notation, onAt }} onPlayToggle={walk.toggle} />
        <Detail {...{ id, checks, values, settings, change, notation }} />
      </div>
      <p className={styles.note}>
        {text('backward.worst', worstOf(checks))} {text('backward.keys')}
      </p>
      <div className={styles.panels}>
        <GivenPanel values={values} notation={notation} onGiven={onGiven} />
        <ForwardPanel values={values} notation={notation} />
      </div>
    </div>
  );
}
