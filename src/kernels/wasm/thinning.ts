import { type Dropout, dropoutKey, dropoutLimit } from '../../models/cells/dropout.ts';
import type { KernelInstance } from './module.ts';
import type { NetworkPlan } from './network-plan.ts';
import { MODEL_FIELDS } from './records.ts';

/**
 * Tells the kernel before each pass what to leave out. Throws a RangeError when there is something to leave out and the kernel
 * was not made for it.
 */
export function createThinning({ memory }: KernelInstance, { at, record }: NetworkPlan) {
  const word = (field: (typeof MODEL_FIELDS)[number]) => at + 4 * MODEL_FIELDS.indexOf(field);
  const key = new Uint32Array(memory.buffer, word('thinKey'), 1);
  const limit = new Uint32Array(memory.buffer, word('thinLimit'), 1);
  const kept = new Float32Array(memory.buffer, word('thinKept'), 1);
  return (dropout: Dropout | undefined): void => {
    const rate = dropout?.rate ?? 0;
    if (rate > 0 && !record.thins) throw new RangeError('this kernel was made without dropout');
    key[0] = dropout ? dropoutKey(dropout) : 0;
    limit[0] = dropout ? dropoutLimit(dropout) : 0;
    kept[0] = 1 / (1 - rate);
  };
}
