import { gateRoles } from '../../models/cells/roles.ts';
import type { SequenceSize } from '../../models/cells/types.ts';
import type { NextSymbolShape } from '../../models/language/next-symbol.ts';

/**
 * Steps with less to do than this many multiply-adds (about 2 ms) may lose more at the barriers than a second thread brings,
 * above all where the other core is busy: see docs/decisions/wasm-kernels.md.
 */
const THREADS_PAY = 4e7;

/** Whether a training step of this size is worth sharing out; where it is not, no helper need be started. */
export function threadsPay(shape: NextSymbolShape, size: SequenceSize): boolean {
  return passWork(shape, size) >= THREADS_PAY;
}

/** Multiply-adds of a pass's products. */
function passWork(
  { spec, hidden, layers, vocabulary }: NextSymbolShape,
  { steps, batch }: SequenceSize,
): number {
  const columns = gateRoles(spec).length * hidden;
  const recurrent = (2 * layers - 1) * hidden * columns;
  return 3 * steps * batch * (recurrent + hidden * vocabulary);
}
