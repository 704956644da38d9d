import { gateRoles } from '../../models/cells/roles.ts';
import type { SequenceSize } from '../../models/cells/types.ts';
import { networkCells, networkWidth, type TokenNetwork } from '../../models/network/token-network.ts';

/**
 * Steps with less to do than this many multiply-adds (about 2 ms) may lose more at the barriers than a second thread brings,
 * above all where the other core is busy: see docs/decisions/wasm-kernels.md.
 */
const THREADS_PAY = 4e7;

/** Whether a training step of this size is worth sharing out; where it is not, no helper need be started. */
export function threadsPay(network: TokenNetwork, size: SequenceSize): boolean {
  return passWork(network, size) >= THREADS_PAY;
}

/** Multiply-adds of a pass's products; tokens are looked up. */
function passWork(network: TokenNetwork, { steps, batch }: SequenceSize): number {
  const { spec, hidden, classes } = network;
  const columns = gateRoles(spec).length * hidden;
  const cells = networkCells(network).map(
    ({ layer, shape }) => (hidden + (layer > 0 ? shape.inputs : 0)) * columns,
  );
  const recurrent = cells.reduce((sum, work) => sum + work, 0);
  return 3 * steps * batch * (recurrent + networkWidth(network) * classes);
}
