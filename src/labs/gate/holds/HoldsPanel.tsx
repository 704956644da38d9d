import { useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { holdRange } from '../../../components/diagrams/holdRange.ts';
import { plainSymbol, roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import type { LaneRole } from '../../../models/cells/types.ts';
import { ChainChoice } from '../drawing/ChainChoice.tsx';
import { useChainName } from '../drawing/useChainName.ts';
import styles from '../lab.module.css';
import { MOST_STEPS } from '../state/settings.ts';
import type { LabView } from '../view.ts';
import { type HoldRule, LAST_STEP, withRule } from './holds.ts';

interface PartProps {
  readonly view: LabView;
}

interface Draft {
  readonly role: LaneRole;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly every: boolean;
}

/** A lane, a value, a range of steps, a unit or all. */
function ExactHold({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const { lab, at, notation } = view;
  const { cell } = lab.plan.network.stack;
  const lanes = view.walk.order.roles;
  const steps = lab.plan.tokens.length;
  const [draft, setDraft] = useState<Draft>({ role: at.role, value: 0, from: 1, to: steps, every: true });
  const role = lanes.includes(draft.role) ? draft.role : (lanes[0] ?? 'hidden');
  const [min, max] = holdRange(cell, role);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const value = Math.max(min, Math.min(max, draft.value));
  const isBackwards = draft.from > draft.to;
  const add = () => {
    const { layer, direction } = at;
    const range = { from: draft.from - 1, to: draft.to - 1, unit: draft.every ? null : at.unit };
    lab.hold(withRule(lab.rules, { layer, direction, role, ...range, value }));
  };
  return (
    <section>
      <h2 className={styles.subtitle}>{text('gate.hold.exact')}</h2>
      <div className={styles.row}>
        <ChainChoice view={view} />
        <Select
          label={text('gate.hold.lane')}
          value={role}
          options={lanes.map((lane) => ({
            value: lane,
            label: `${plainSymbol(roleSymbol(lane, notation, cell.kind))} · ${text(`figure.role.${lane}`)}`,
          }))}
          onChange={(next) => set({ role: next })}
        />
        <NumberField
          label={text('gate.hold.value')}
          value={value}
          min={min}
          max={max}
          onChange={(next) => set({ value: next })}
        />
        <NumberField
          label={text('gate.hold.from')}
          value={draft.from}
          min={1}
          max={MOST_STEPS}
          integer
          onChange={(from) => set({ from })}
        />
        <NumberField
          label={text('gate.hold.to')}
          value={draft.to}
          min={1}
          max={MOST_STEPS}
          integer
          onChange={(to) => set({ to })}
        />
        <SegmentedControl
          label={text('gate.hold.units')}
          value={draft.every ? 'all' : 'one'}
          options={[
            { value: 'one', label: text('gate.hold.this-unit', { unit: at.unit + 1 }) },
            { value: 'all', label: text('gate.hold.every-unit') },
          ]}
          onChange={(which) => set({ every: which === 'all' })}
        />
        <Button primary disabled={isBackwards} onClick={add}>
          {text('gate.hold.add')}
        </Button>
      </div>
      {isBackwards && (
        <p className={styles.error} role="alert">
          {text('gate.hold.backwards', { from: draft.from, to: draft.to })}
        </p>
      )}
    </section>
  );
}

function useRuleName({ lab, notation }: LabView) {
  const text = useText(gateLabPanelMessages);
  const chain = useChainName(lab.plan.network.stack);
  const { cell } = lab.plan.network.stack;
  return (rule: HoldRule): string => {
    const [from, to] = [rule.from + 1, rule.to + 1];
    const isOpen = rule.to >= LAST_STEP;
    const range = from === to ? 'gate.hold.step' : isOpen ? 'gate.hold.from-on' : 'gate.hold.steps';
    return text('gate.hold.rule', {
      symbol: plainSymbol(roleSymbol(rule.role, notation, cell.kind)),
      chain: chain(rule),
      steps: rule.from === 0 && isOpen ? text('gate.hold.every-step') : text(range, { from, to }),
      units:
        rule.unit === null
          ? text('gate.hold.every-unit')
          : text('gate.hold.this-unit', { unit: rule.unit + 1 }),
    });
  };
}

/** What is held, each with its value in the hand. */
function Rules({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const { lab } = view;
  const { cell } = lab.plan.network.stack;
  const name = useRuleName(view);
  if (lab.rules.length === 0) return <p className={styles.note}>{text('gate.hold.none')}</p>;
  return (
    <section>
      <h2 className={styles.subtitle}>{text('gate.hold.rules')}</h2>
      <ul className={styles.rules}>
        {lab.rules.map((rule, index) => {
          const [min, max] = holdRange(cell, rule.role);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list: the later one goes first.
            <li key={index} className={styles.row}>
              <Slider
                label={name(rule)}
                value={rule.value}
                min={min}
                max={max}
                step={0.01}
                format={(value) => formatFixed(value)}
                onChange={(value) => lab.hold(lab.rules.with(index, { ...rule, value }), `rule ${index}`)}
              />
              <Button onClick={() => lab.hold(lab.rules.toSpliced(index, 1))}>
                {text('gate.hold.release')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button onClick={() => lab.hold([])}>{text('gate.hold.release-all')}</Button>
    </section>
  );
}

/** Takes gates into the hand, exactly; whole lanes are held by `QuickHolds`, above the drawing. */
export function HoldsPanel({ view }: PartProps) {
  return (
    <div className={styles.panel}>
      <ExactHold view={view} />
      <Rules view={view} />
    </div>
  );
}
