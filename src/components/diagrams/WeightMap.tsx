import { gateRoles } from '../../models/cells/roles.ts';
import type { GateRole } from '../../models/cells/types.ts';
import { Heatmap } from '../plots/Heatmap.tsx';
import { useText } from '../text/useText.tsx';
import styles from './DetailPanel.module.css';
import type { DetailPanelProps } from './DetailPanel.tsx';
import { roleSymbol } from './symbols.ts';

export interface WeightMapProps extends DetailPanelProps {
  readonly role: GateRole;
}

/** All weights of one gate: a row an operand (the previous units, then the inputs), a column a unit of the gate. */
export function WeightMap(props: WeightMapProps) {
  const { trace, parameters, role, selection, notation, inputName, layer = 1 } = props;
  const text = useText();
  const { hidden, inputs } = trace.shape;
  const roles = gateRoles(trace.spec);
  const stride = roles.length * hidden;
  const first = roles.indexOf(role) * hidden;
  const at = (row: number, column: number): number =>
    row < hidden
      ? (parameters.recurrentWeights[row * stride + first + column] ?? 0)
      : (parameters.inputWeights[(row - hidden) * stride + first + column] ?? 0);
  const rows = hidden + inputs;
  const past = roleSymbol('hidden', notation, trace.spec.kind).base;
  const below = (index: number): string =>
    layer > 1 ? `${past}[${layer - 1}]${index + 1}` : `x “${inputName(index)}”`;
  let limit = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < hidden; column++) limit = Math.max(limit, Math.abs(at(row, column)));
  return (
    <details className={styles.weights}>
      <summary>{text('figure.weights', { rows, columns: hidden })}</summary>
      <Heatmap
        rows={rows}
        columns={hidden}
        value={at}
        limit={limit}
        selected={{ column: selection.unit }}
        name={text('figure.weights', { rows, columns: hidden })}
        rowLabel={(row) => (row < hidden ? `${past}${row + 1}` : below(row - hidden))}
        columnLabel={(column) => text('figure.unit', { unit: column + 1 })}
      />
    </details>
  );
}
