import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { computedRoles } from '../../../models/cells/roles.ts';
import type { GateRole } from '../../../models/cells/types.ts';
import { useChainName } from '../drawing/useChainName.ts';
import type { LabView } from '../view.ts';
import { gradientText } from './gradientText.ts';

/** Every lane of the selected cell and unit: its value, the gradient that reaches it, and what passes through its activation. */
export function BackTable({ view }: { readonly view: LabView }) {
  const { lab, computed, at, notation } = view;
  const text = useText(gateLabPanelMessages);
  const { stack } = lab.plan.network;
  const chain = useChainName(stack);
  const trace = computed.trace.layers[at.layer]?.[at.direction];
  const back = computed.gradients.layers[at.layer]?.[at.direction];
  const index = at.step * stack.hidden + at.unit;
  const rows = computedRoles(stack.cell).map((role) => ({
    id: role,
    cells: [
      <SymbolText key={role} symbol={roleSymbol(role, notation, stack.cell.kind)} />,
      formatFixed(trace?.values[role]?.[index] ?? Number.NaN, 4),
      gradientText(back?.values[role]?.[index]),
      gradientText(back?.pre[role as GateRole]?.[index]),
    ],
  }));
  return (
    <NumberTable
      caption={text('gate.back.caption', { step: at.step + 1, unit: at.unit + 1, chain: chain(at) })}
      heads={(['lane', 'value', 'gradient', 'pre'] as const).map((head) => text(`gate.back.${head}`))}
      rows={rows}
    />
  );
}
