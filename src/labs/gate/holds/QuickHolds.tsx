import { Button } from '../../../components/controls/Button.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { holdRange } from '../../../components/diagrams/holdRange.ts';
import { roleStyle, SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import type { LaneRole } from '../../../models/cells/types.ts';
import { isSingle } from '../drawing/place.ts';
import { useChainName } from '../drawing/useChainName.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { type HoldRule, LAST_STEP } from './holds.ts';

interface PartProps {
  readonly view: LabView;
}

/** The rule that holds a whole lane of the selected chain. */
const wholeLane = ({ at }: LabView, role: LaneRole, value: number): HoldRule => ({
  layer: at.layer,
  direction: at.direction,
  role,
  from: 0,
  to: LAST_STEP,
  unit: null,
  value,
});

const isOf = (rule: HoldRule, { at }: LabView, role: LaneRole): boolean =>
  rule.layer === at.layer && rule.direction === at.direction && rule.role === role;

const isWhole = ({ from, to, unit }: HoldRule): boolean => from === 0 && to >= LAST_STEP && unit === null;

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
  const { stack } = view.lab.plan.network;
  const chain = useChainName(stack);
  const single = isSingle(stack);
  return (
    <div className={styles.quicks}>
      <span className={styles.legend}>
        {single ? text('gate.hold.lane') : text('gate.hold.quick', { chain: chain(view.at) })}
      </span>
      {view.walk.order.roles.map((role) => (
        <QuickLane key={role} view={view} role={role} />
      ))}
    </div>
  );
}
