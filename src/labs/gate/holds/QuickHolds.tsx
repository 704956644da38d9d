import { Button } from '../../../components/controls/Button.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { holdRange } from '../../../components/diagrams/holdRange.ts';
import { roleStyle, SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { computedRoles, laneRoles } from '../../../models/cells/roles.ts';
import type { LaneRole } from '../../../models/cells/types.ts';
import { isSingle } from '../drawing/place.ts';
import { useChainName } from '../drawing/useChainName.ts';
import styles from '../lab.module.css';
import { MOST_STEPS } from '../state/settings.ts';
import type { LabView } from '../view.ts';
import type { HoldRule } from './holds.ts';

interface PartProps {
  readonly view: LabView;
}

/** Last step of a rule that holds to the end, however long the sequence is. */
export const LAST = MOST_STEPS - 1;

/** Lanes of the figure in the order in which a step computes them. */
export function useLanes({ lab }: LabView): readonly LaneRole[] {
  const { cell } = lab.plan.network.stack;
  const shown = laneRoles(cell);
  return computedRoles(cell).filter((role) => shown.includes(role));
}

/** The rule that holds a whole lane of the selected chain. */
const wholeLane = ({ at }: LabView, role: LaneRole, value: number): HoldRule => ({
  layer: at.layer,
  direction: at.direction,
  role,
  from: 0,
  to: LAST,
  unit: null,
  value,
});

const isOf = (rule: HoldRule, { at }: LabView, role: LaneRole): boolean =>
  rule.layer === at.layer && rule.direction === at.direction && rule.role === role;

const isWhole = ({ from, to, unit }: HoldRule): boolean => from === 0 && to >= LAST && unit === null;

/** One lane at one of its ends: a click holds it, another one lets go, for a room that watches. */
function QuickLane({ view, role }: PartProps & { readonly role: LaneRole }) {
  const text = useText(gateLabPanelMessages);
  const { lab, notation } = view;
  const { cell } = lab.plan.network.stack;
  const [low, high] = holdRange(cell, role);
  const ends = low < 0 ? [low, 0, high] : [low, high];
  const lane = text(`figure.role.${role}`);
  const held = lab.rules.find((rule) => isOf(rule, view, role) && isWhole(rule));
  const others = lab.rules.filter((rule) => !isOf(rule, view, role));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.quick} role="group" aria-label={lane} style={roleStyle(role)}>
      <span className={styles.quickName}>
        <SymbolText symbol={roleSymbol(role, notation, cell.kind)} />
      </span>
      {ends.map((value) => (
        <Button
          key={value}
          label={text('gate.hold.at', { lane, value: formatFixed(value, 1) })}
          pressed={held?.value === value}
          onClick={() => lab.hold(held?.value === value ? others : [...others, wholeLane(view, role, value)])}
        >
          {formatFixed(value, 0)}
        </Button>
      ))}
    </div>
  );
}

/** Every lane of the selected chain, held or let go with one click, right above the drawing that shows what comes of it. */
export function QuickHolds({ view }: PartProps) {
  const text = useText(gateLabPanelMessages);
  const lanes = useLanes(view);
  const { stack } = view.lab.plan.network;
  const chain = useChainName(stack);
  const single = isSingle(stack);
  return (
    <div className={styles.quicks}>
      <span className={styles.legend}>
        {single ? text('gate.hold.lane') : text('gate.hold.quick', { chain: chain(view.at) })}
      </span>
      {lanes.map((role) => (
        <QuickLane key={role} view={view} role={role} />
      ))}
    </div>
  );
}
