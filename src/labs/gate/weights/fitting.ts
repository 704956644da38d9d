import { type LabNetwork, labLayout } from '../model.ts';

/**
 * Parameters for another network: those of the old one wherever a slot of the same name has the same shape (one layer more, a
 * read-out less), the fresh ones elsewhere. Null where nothing fits.
 */
export function keepFitting(
  from: { readonly network: LabNetwork; readonly parameters: Float64Array },
  to: LabNetwork,
  fresh: Float64Array,
): Float64Array | null {
  if (from.network.stack.cell.kind !== to.stack.cell.kind) return null;
  const old = new Map(labLayout(from.network).slots.map((slot) => [slot.name, slot]));
  const kept = fresh.slice();
  let any = false;
  for (const { name, shape, offset, length } of labLayout(to).slots) {
    const slot = old.get(name);
    if (!slot || length === 0 || slot.shape.join() !== shape.join()) continue;
    kept.set(from.parameters.subarray(slot.offset, slot.offset + length), offset);
    any = true;
  }
  return any ? kept : null;
}
